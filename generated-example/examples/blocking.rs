//! The same client for programs without `async`.
#![expect(clippy::print_stdout, reason = "an example prints")]

use generated_example::ast::blocking::AlexaSiteThumbnailPort;
use generated_example::ast::{ThumbnailRequest, ThumbnailRequestRequest};
use generated_example::service::Server;
use wsdl2rs_runtime::transport::UreqTransport;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = Server::demo()?;
    let ast = AlexaSiteThumbnailPort::new(UreqTransport::new(), server.credentials())
        .configure(|settings| settings.endpoint(&server.ast()));
    let sites = ["www.alexa.com", "www.amazon.com", "unknown.example"];
    let request = ThumbnailRequest::new(sites.map(ThumbnailRequestRequest::new));
    for response in ast.thumbnail(&request)?.response {
        let Some(result) = response.thumbnail_result else { continue };
        let thumbnail = result.thumbnail.map(|thumbnail| thumbnail.value.to_string());
        println!("{}: {}", result.request_url.unwrap_or_default(), thumbnail.unwrap_or_default());
    }
    Ok(())
}
