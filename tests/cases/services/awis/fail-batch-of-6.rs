//! A batch has at most five requests.

use cases::services::awis::{UrlInfo, UrlInfoRequest};

fn main() {
    let request = || UrlInfoRequest {
        url: "amazon.com".to_owned(),
        response_group: "Rank".to_owned(),
        version: None,
    };
    let _ = UrlInfo::new([request(), request(), request(), request(), request(), request()]);
}
