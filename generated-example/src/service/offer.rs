//! What a service offers: operations by the element that calls them, and what `ResponseStatus`
//! says of a call that is not one of the contract, or asks for what there is not.

use wsdl2rs_runtime::client::{Answer, Operation, Request};
use wsdl2rs_runtime::xml::{self, ErrorKind, RawXml, ReadError};
use wsdl2rs_runtime::{Element, QName};

use super::Context;
use super::message::reason;

/// How one operation is judged and answered.
pub(super) trait Serve: Operation + Sized {
    /// The answer to a call that the contract allows: one `Response` for each `Request`.
    fn answer(request: &Request<Self>, context: &Context) -> Answer<Self>;

    /// The answer to a call that it does not allow: a `Response` with a status alone.
    fn refuse(call: BadCall) -> Answer<Self>;
}

/// One operation, whatever its types.
pub(super) struct Offer {
    /// The element that calls it.
    pub(super) element: QName,
    /// Its name, which a caller signs.
    pub(super) action: &'static str,
    /// From the element of a call to that of its answer; the error is a reason for a fault.
    pub(super) serve: fn(&RawXml, &Context) -> Result<String, String>,
}

impl Offer {
    /// The offer of an operation.
    pub(super) fn of<O: Serve>() -> Self
    where
        O::Input: Element<Value = Request<O>>,
        O::Output: Element<Value = Answer<O>>,
    {
        Self { element: O::Input::NAME, action: O::NAME, serve: serve::<O> }
    }
}

fn serve<O: Serve>(call: &RawXml, context: &Context) -> Result<String, String>
where
    O::Input: Element<Value = Request<O>>,
    O::Output: Element<Value = Answer<O>>,
{
    let answer = match xml::from_str::<O::Input>(call.as_str()) {
        Ok(request) => O::answer(&request, context),
        Err(error) => match BadCall::of(&error) {
            Some(call) => O::refuse(call),
            None => return Err(reason(error)),
        },
    };
    xml::to_string::<O::Output>(&answer).map_err(|error| error.to_string())
}

/// What `ResponseStatus` says when there is no result. The codes are those of the original.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BadCall {
    /// `StatusCode`.
    pub(super) code: &'static str,
    /// `StatusMessage`.
    pub(super) message: String,
}

impl BadCall {
    /// A required member is not there, or is empty.
    pub(super) fn missing(name: &str) -> Self {
        let message = format!("Required Parameter {name} is missing");
        Self { code: "RequiredParameterMissingError", message }
    }

    /// Whatever has no code of its own.
    pub(super) fn other(message: impl Into<String>) -> Self {
        Self { code: "AlexaError", message: message.into() }
    }

    /// What is wrong with a call that is well-formed and breaks the contract; `None` where there
    /// is no word for it.
    fn of(error: &ReadError) -> Option<Self> {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is open")]
        match error.kind() {
            ErrorKind::MissingElement { name, .. } => Some(Self::missing(name.local())),
            ErrorKind::Occurrence { name, max: Some(max), .. } => {
                Some(Self::other(format!("There are more than {max} elements {name} in a batch")))
            }
            ErrorKind::InvalidValue { error: value, .. } => {
                Some(Self::other(format!("{}: {value}", error.path())))
            }
            _ => None,
        }
    }
}

/// The member, where it is given.
pub(super) fn required<'a>(name: &str, value: &'a str) -> Result<&'a str, BadCall> {
    let value = value.trim();
    if value.is_empty() { Err(BadCall::missing(name)) } else { Ok(value) }
}
