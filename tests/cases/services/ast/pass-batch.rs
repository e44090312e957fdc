//! A batch of requests with and without a size; who signs is the client's business.

use cases::services::ast::{ThumbnailRequest, ThumbnailRequestRequest as Request, ThumbnailSize};

pub fn main() {
    let single = ThumbnailRequest::new([Request::new("www.alexa.com")]);
    assert_eq!(single.request.first().size, None);
    let small = Request::new("www.a9.com").with_size(ThumbnailSize::Small);
    let batch = ThumbnailRequest::new([Request::new("www.alexa.com"), small]);
    assert_eq!(batch.request.len(), 2);
}
