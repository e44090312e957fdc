//! An application asks for the portType, which is a trait: a client implements it, and so does a
//! mock, with which the application is tested without a service.
#![expect(clippy::print_stdout, reason = "an example prints")]

use generated_example::ast::{
    AlexaSiteThumbnailPort, AlexaSiteThumbnailPortType, Thumbnail, ThumbnailRequest,
    ThumbnailRequestRequest, ThumbnailResponse, ThumbnailResponseResponse, ThumbnailResult,
};
use generated_example::service::Server;
use wsdl2rs_runtime::client::{CallError, NoDeclaredFault};
use wsdl2rs_runtime::transport::{ReqwestTransport, TransportError, TransportErrorKind};

/// The application: the address of a picture, or of a placeholder where there is none.
async fn picture(ast: &impl AlexaSiteThumbnailPortType, site: &str) -> String {
    let request = ThumbnailRequest::new([ThumbnailRequestRequest::new(site)]);
    let Ok(answer) = ast.thumbnail(&request).await else { return "placeholder.png".to_owned() };
    let result = answer.response.first().thumbnail_result.as_ref();
    let thumbnail = result.and_then(|result| result.thumbnail.as_ref());
    let known = thumbnail.filter(|thumbnail| thumbnail.exists == Some(true));
    known.map_or("placeholder.png".to_owned(), |thumbnail| thumbnail.value.to_string())
}

/// A service that knows one site, and is down for all others.
struct Mock;

impl AlexaSiteThumbnailPortType for Mock {
    async fn thumbnail(
        &self,
        request: &ThumbnailRequest,
    ) -> Result<ThumbnailResponse, CallError<NoDeclaredFault>> {
        if request.request.first().url != "known.example" {
            return Err(TransportError::new(TransportErrorKind::Timeout, "").into());
        }
        let picture = Thumbnail::new("http://known.example/picture.jpg").with_exists(true);
        let result = ThumbnailResult::new().with_thumbnail(picture);
        Ok(ThumbnailResponse::new([ThumbnailResponseResponse::new().with_thumbnail_result(result)]))
    }
}

/// The unit test of the application: `cargo test --example mock`.
#[cfg(test)]
#[tokio::test]
async fn a_site_without_a_picture_gets_a_placeholder() {
    assert_eq!(picture(&Mock, "known.example").await, "http://known.example/picture.jpg");
    assert_eq!(picture(&Mock, "unknown.example").await, "placeholder.png");
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = Server::demo()?;
    let ast = AlexaSiteThumbnailPort::new(ReqwestTransport::new()?, server.credentials())
        .configure(|settings| settings.endpoint(&server.ast()));
    println!("by the mock:   {}", picture(&Mock, "known.example").await);
    println!("by the client: {}", picture(&ast, "www.alexa.com").await);
    Ok(())
}
