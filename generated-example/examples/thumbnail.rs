//! One call: where is a picture of a site?
#![expect(clippy::print_stdout, reason = "an example prints")]

use generated_example::ast::{AlexaSiteThumbnailPort, ThumbnailRequest, ThumbnailRequestRequest};
use generated_example::service::Server;
use wsdl2rs_runtime::transport::ReqwestTransport;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = Server::demo()?;
    let ast = AlexaSiteThumbnailPort::new(ReqwestTransport::new()?, server.credentials())
        .configure(|settings| settings.endpoint(&server.ast()));
    let request = ThumbnailRequest::new([ThumbnailRequestRequest::new("www.alexa.com")]);
    let answer = ast.thumbnail(&request).await?;
    println!("{:#?}", answer.response.first().thumbnail_result);
    Ok(())
}
