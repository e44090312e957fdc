//! A call whose answer is deep, and what can go wrong with it.
#![expect(clippy::print_stdout, reason = "an example prints")]

use generated_example::awis::{AwsAlexaPort, UrlInfo, UrlInfoRequest};
use generated_example::service::Server;
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::transport::{ReqwestTransport, Transport};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = Server::demo()?;
    let awis = AwsAlexaPort::new(ReqwestTransport::new()?, server.credentials())
        .configure(|settings| settings.endpoint(&server.awis()));
    for site in ["amazon.com", "unknown.example"] {
        println!("{site}: {}", rank(&awis, site).await);
    }
    let lost = awis.configure(|settings| settings.endpoint(&server.maintenance()));
    println!("amazon.com: {}", rank(&lost, "amazon.com").await);
    Ok(())
}

/// The rank of a site, or why there is none.
async fn rank(awis: &AwsAlexaPort<impl Transport>, site: &str) -> String {
    let request = UrlInfo::new([UrlInfoRequest {
        url: site.to_owned(),
        response_group: "Rank".to_owned(),
        version: None,
    }]);
    let answer = match awis.url_info(&request).await {
        Ok(answer) => answer,
        Err(CallError::Http(error)) => return format!("no service, but {}", error.status()),
        Err(CallError::Transport(error)) if !error.may_have_been_sent() => {
            return "not sent, so try again".to_owned();
        }
        Err(error) => return error.to_string(),
    };
    let result = answer.response.first().url_info_result.first();
    let alexa = result.and_then(|result| result.alexa.as_ref());
    let data = alexa.and_then(|alexa| alexa.traffic_data.as_ref());
    match data.and_then(|data| data.rank.as_ref()) {
        Some(rank) => format!("number {}", rank.value),
        None => "not known".to_owned(),
    }
}
