//! Nor is the request of one operation that of another.

use cases::services::awis::{AwsAlexaPort, TrafficHistory};
use wsdl2rs_runtime::transport::recorded::Recorded;

fn misplaced(port: &AwsAlexaPort<Recorded>, request: &TrafficHistory) {
    drop(port.url_info(request));
}

fn main() {}
