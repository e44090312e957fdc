//! The portType is a trait, which a mock implements as the client does.

use cases::services::ast::{
    AlexaSiteThumbnailPortType, ThumbnailRequest, ThumbnailRequestRequest, ThumbnailResponse,
    ThumbnailResponseResponse,
};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use wsdl2rs_runtime::client::{CallError, NoDeclaredFault};

struct Mock;

impl AlexaSiteThumbnailPortType for Mock {
    async fn thumbnail(
        &self,
        request: &ThumbnailRequest,
    ) -> Result<ThumbnailResponse, CallError<NoDeclaredFault>> {
        assert_eq!(request.request.len(), 1);
        Ok(ThumbnailResponse::new([ThumbnailResponseResponse::new()]))
    }
}

pub fn main() {
    let request = ThumbnailRequest::new([ThumbnailRequestRequest::new("www.alexa.com")]);
    let call = pin!(Mock.thumbnail(&request));
    let Poll::Ready(answer) = call.poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("a mock answers at once");
    };
    assert_eq!(answer.expect("the mock has an answer").response.len(), 1);
}
