//! There is no client without credentials.

use cases::services::ast::AlexaSiteThumbnailPort;
use wsdl2rs_runtime::transport::recorded::Recorded;

fn main() {
    let _ = AlexaSiteThumbnailPort::new(Recorded::default());
}
