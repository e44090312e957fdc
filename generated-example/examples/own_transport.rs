//! A transport of one's own: anything that makes an HTTP answer of an HTTP request. This one has
//! no network at all: it hands requests to the service within the process.
#![expect(clippy::print_stdout, reason = "an example prints")]

use bytes::Bytes;
use generated_example::ast::{AlexaSiteThumbnailPort, ThumbnailRequest, ThumbnailRequestRequest};
use generated_example::service::{AST_PATH, Service};
use wsdl2rs_runtime::transport::{Body, Transport, TransportError};

/// Carries requests to a service in the same process.
struct InProcess(Service);

impl Transport for InProcess {
    async fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<Body>, TransportError> {
        Ok(self.0.answer(&request).map(Body::from))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let service = Service::demo();
    let credentials = service.credentials();
    let ast = AlexaSiteThumbnailPort::new(InProcess(service), credentials)
        .configure(|settings| settings.endpoint(&format!("http://localhost{AST_PATH}")));
    let request = ThumbnailRequest::new([ThumbnailRequestRequest::new("www.alexa.com")]);
    let answer = ast.thumbnail(&request).await?;
    println!("{:#?}", answer.response.first().thumbnail_result);
    Ok(())
}
