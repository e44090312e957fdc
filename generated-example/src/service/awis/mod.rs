//! Alexa Web Information Service: three of its operations, each for up to five sites or
//! categories at once.

mod category_browse;
mod traffic_history;
mod url_info;

use wsdl2rs_runtime::list::NonEmpty;

use super::Context;
use super::offer::{BadCall, Offer, required};
use crate::awis::ResponseStatus;
use crate::awis::alexa::{
    Alexa, CategoryBrowseResponseTypeResponse, OperationRequest, OperationResultType,
    TrafficHistoryResponseTypeResponse, UrlInfoResponseTypeResponse,
};
use crate::awis::operations::{CategoryBrowse, TrafficHistory, UrlInfo};

/// The operations.
pub(super) fn offers() -> Vec<Offer> {
    vec![Offer::of::<CategoryBrowse>(), Offer::of::<TrafficHistory>(), Offer::of::<UrlInfo>()]
}

/// The content of one `Response`, whatever the operation.
struct Response {
    operation_request: Vec<OperationRequest>,
    result: Vec<OperationResultType>,
    response_status: Option<ResponseStatus>,
}

/// The operations have a type for it each, with the same members but for the name of the result.
macro_rules! response_of_operation {
    ($($response:ident { $result:ident })*) => {$(
        impl From<Response> for $response {
            fn from(response: Response) -> Self {
                Self {
                    operation_request: response.operation_request,
                    $result: response.result,
                    response_status: response.response_status,
                }
            }
        }
    )*};
}

response_of_operation! {
    CategoryBrowseResponseTypeResponse { category_browse_result }
    TrafficHistoryResponseTypeResponse { traffic_history_result }
    UrlInfoResponseTypeResponse { url_info_result }
}

impl Response {
    fn success(result: Alexa, context: &Context) -> Self {
        Self {
            operation_request: vec![OperationRequest::new(&context.request_id)],
            result: vec![OperationResultType::new().with_alexa(result)],
            response_status: Some(ResponseStatus::new("Success")),
        }
    }

    fn refused(call: BadCall) -> Self {
        let status = ResponseStatus::new(call.code).with_status_message(call.message);
        Self { operation_request: vec![], result: vec![], response_status: Some(status) }
    }
}

/// A batch is answered request by request, in order.
fn responses<R, T: From<Response>>(
    requests: &[R],
    context: &Context,
    find: impl Fn(&R) -> Result<Alexa, BadCall>,
) -> NonEmpty<T> {
    let one = |request| match find(request) {
        Ok(result) => Response::success(result, context).into(),
        Err(call) => Response::refused(call).into(),
    };
    let [first, rest @ ..] = requests else {
        return NonEmpty::one(Response::refused(BadCall::missing("Request")).into());
    };
    let mut responses = NonEmpty::one(one(first));
    responses.extend(rest.iter().map(one));
    responses
}

/// The response groups that are asked for, with commas between; all of them are `known`.
fn groups<'a>(asked: &'a str, known: &[&str]) -> Result<Vec<&'a str>, BadCall> {
    let asked: Vec<&str> = required("ResponseGroup", asked)?.split(',').map(str::trim).collect();
    let unknown: Vec<&str> = asked.iter().copied().filter(|group| !known.contains(group)).collect();
    if unknown.is_empty() {
        return Ok(asked);
    }
    let message = format!("The following response groups are invalid: {}", unknown.join(","));
    Err(BadCall { code: "InvalidResponseGroups", message })
}
