//! An empty Request has no Url.

use cases::services::ast::{ThumbnailRequest, ThumbnailRequestRequest};

fn main() {
    let _ = ThumbnailRequest::new([ThumbnailRequestRequest {}]);
}
