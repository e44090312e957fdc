//! A signature for one operation is none for another.

use cases::services::awis::{AwsAlexaPort, UrlInfo, operations};
use wsdl2rs_runtime::security::Signature;
use wsdl2rs_runtime::transport::recorded::Recorded;

fn misplaced(
    port: &AwsAlexaPort<Recorded>,
    request: &UrlInfo,
    signature: Signature<operations::TrafficHistory>,
) {
    let _ = port.client().settings().prepare::<operations::UrlInfo>(request, Some(signature));
}

fn main() {}
