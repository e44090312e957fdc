//! Alexa Site Thumbnail: where the picture of a site is.

use wsdl2rs_runtime::list::NonEmpty;

use super::offer::{BadCall, Offer, Serve, required};
use super::{Context, sites};
use crate::ast::operations::Thumbnail;
use crate::ast::{
    self, OperationRequest, ResponseStatus, ThumbnailRequest, ThumbnailRequestRequest,
    ThumbnailResponse, ThumbnailResponseResponse, ThumbnailResult, ThumbnailSize,
};

/// The operations.
pub(super) fn offers() -> Vec<Offer> {
    vec![Offer::of::<Thumbnail>()]
}

impl Serve for Thumbnail {
    fn answer(request: &ThumbnailRequest, context: &Context) -> ThumbnailResponse {
        let [first, rest @ ..] = &request.request[..] else {
            return Self::refuse(BadCall::missing("Request"));
        };
        let mut responses = NonEmpty::one(one(first, context));
        responses.extend(rest.iter().map(|request| one(request, context)));
        ThumbnailResponse::new(responses)
    }

    fn refuse(call: BadCall) -> ThumbnailResponse {
        ThumbnailResponse::new([refused(call)])
    }
}

fn one(request: &ThumbnailRequestRequest, context: &Context) -> ThumbnailResponseResponse {
    match required("Url", &request.url) {
        Ok(url) => ThumbnailResponseResponse::new()
            .with_operation_request(OperationRequest::new(&context.request_id))
            .with_thumbnail_result(
                ThumbnailResult::new()
                    .with_thumbnail(picture(url, request.size.unwrap_or(ThumbnailSize::Large)))
                    .with_request_url(url),
            )
            .with_response_status(ResponseStatus::new("Success")),
        Err(call) => refused(call),
    }
}

fn refused(call: BadCall) -> ThumbnailResponseResponse {
    let status = ResponseStatus::new(call.code).with_status_message(call.message);
    ThumbnailResponseResponse::new().with_response_status(status)
}

/// Where the picture is. Of a site that was not known, the original took one for the next call.
fn picture(url: &str, size: ThumbnailSize) -> ast::Thumbnail {
    match sites::find(url) {
        Some(site) => {
            let address = format!("http://thumbnails.example/{}/{size}.jpg", site.name);
            ast::Thumbnail::new(address).with_exists(true)
        }
        None => ast::Thumbnail::new("http://thumbnails.example/coming-soon.gif").with_exists(false),
    }
}
