//! A signature that was made elsewhere is taken for its own operation.

use cases::services::awis::{AwsAlexaPort, UrlInfo, UrlInfoRequest, operations};
use wsdl2rs_runtime::security::aws_hmac::Signer;
use wsdl2rs_runtime::security::{Credentials, Signature};
use wsdl2rs_runtime::transport::recorded::Recorded;

pub fn main() {
    let signer = Signer::new(Credentials::new("AKIA", "secret"));
    let port = AwsAlexaPort::with_signer(Recorded::default(), signer.clone())
        .configure(|settings| settings.endpoint("https://awis.amazonaws.com/"));
    let request = UrlInfo::new([UrlInfoRequest {
        url: "amazon.com".to_owned(),
        response_group: "Rank".to_owned(),
        version: None,
    }]);
    let signature = Signature::<operations::UrlInfo>::by(&signer).expect("it signs");
    let settings = port.client().settings();
    let sent = settings.prepare::<operations::UrlInfo>(&request, Some(signature));
    assert!(sent.is_ok());
}
