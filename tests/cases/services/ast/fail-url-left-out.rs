//! Nor can the constructor do without.

use cases::services::ast::{ThumbnailRequest, ThumbnailRequestRequest};

fn main() {
    let _ = ThumbnailRequest::new([ThumbnailRequestRequest::new()]);
}
