//! A size is one of two.

use cases::services::ast::{ThumbnailRequestRequest, ThumbnailSize};

fn main() {
    let _ = ThumbnailRequestRequest::new("www.alexa.com").with_size(ThumbnailSize::Medium);
}
