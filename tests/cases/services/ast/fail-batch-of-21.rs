//! A batch has at most 20.

use cases::services::ast::{ThumbnailRequest, ThumbnailRequestRequest as Request};

fn main() {
    let sites: [Request; 21] = std::array::from_fn(|_| Request::new("www.alexa.com"));
    let _ = ThumbnailRequest::new(sites);
}
