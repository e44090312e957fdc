//! And at least one.

use cases::services::awis::UrlInfo;

fn main() {
    let _ = UrlInfo::new([]);
}
