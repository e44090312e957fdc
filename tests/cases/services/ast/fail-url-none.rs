//! The Url is required.

use cases::services::ast::ThumbnailRequestRequest;

fn main() {
    let _ = ThumbnailRequestRequest { url: None, size: None };
}
