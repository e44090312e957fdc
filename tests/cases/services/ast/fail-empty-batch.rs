//! A batch has at least one Request.

use cases::services::ast::ThumbnailRequest;

fn main() {
    let _ = ThumbnailRequest::new([]);
}
