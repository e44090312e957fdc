//! A default cannot stand for the Url.

use cases::services::ast::{ThumbnailRequestRequest, ThumbnailSize};

fn main() {
    let _ = ThumbnailRequestRequest { size: Some(ThumbnailSize::Small), ..Default::default() };
}
