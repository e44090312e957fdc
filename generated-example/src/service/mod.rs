//! Both services as they were: who calls is judged by a signature over the operation and the time,
//! what is called by the contract, and the answers have the shapes that the original ones had.
//!
//! A [`Service`] does no I/O: it makes an HTTP answer of an HTTP request. A [`Server`] puts it on
//! loopback.

mod ast;
mod awis;
mod caller;
mod message;
mod offer;
mod server;
mod sites;
#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header::CONTENT_TYPE};
use wsdl2rs_runtime::security::{Clock, Credentials, SystemClock};
use wsdl2rs_runtime::xml::{self, WriteError};

use crate::errors::{self, ResponseErrors, ResponseErrorsError};
use caller::Denial;
use offer::Offer;
pub use server::Server;

/// Where Alexa Site Thumbnail is.
pub const AST_PATH: &str = "/ast";
/// Where Alexa Web Information Service is.
pub const AWIS_PATH: &str = "/awis";
/// Where there is a page for people instead of a service.
pub const MAINTENANCE_PATH: &str = "/maintenance";

/// The two services, for one account.
pub struct Service {
    account: Credentials,
    clock: Box<dyn Clock>,
    calls: AtomicU64,
}

impl Service {
    /// The services for an account that is made up.
    #[must_use]
    pub fn demo() -> Self {
        Self::new(Credentials::new("1234567890ABCDEFGHIJ", "secret of the example"))
    }

    /// The services for the owner of this key, at the system's time.
    #[must_use]
    pub fn new(account: Credentials) -> Self {
        Self { account, clock: Box::new(SystemClock), calls: AtomicU64::new(0) }
    }

    /// The same at the time of another clock.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Box::new(clock);
        self
    }

    /// The credentials of the account.
    #[must_use]
    pub fn credentials(&self) -> Credentials {
        self.account.clone()
    }

    /// Answers one HTTP request.
    #[must_use]
    pub fn answer(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let offers = match request.uri().path() {
            AST_PATH => ast::offers(),
            AWIS_PATH => awis::offers(),
            MAINTENANCE_PATH => return page(StatusCode::SERVICE_UNAVAILABLE),
            _ => return page(StatusCode::NOT_FOUND),
        };
        if request.method() != Method::POST {
            return page(StatusCode::METHOD_NOT_ALLOWED);
        }
        let context = self.context();
        let written = match self.call(&offers, request.body(), &context) {
            Ok(body) => Ok((StatusCode::OK, message::envelope(&body))),
            Err(Refusal::Denied(denial)) => {
                document(denial, context.request_id).map(|body| (StatusCode::FORBIDDEN, body))
            }
            // SOAP 1.1, section 6.2: a fault comes with the status 500.
            Err(Refusal::Fault(reason)) => {
                message::fault(&reason).map(|body| (StatusCode::INTERNAL_SERVER_ERROR, body))
            }
        };
        match written {
            Ok((status, body)) => http_answer(status, "text/xml; charset=utf-8", body),
            Err(_) => page(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }

    /// What is known of a call before it is read.
    fn context(&self) -> Context {
        let number = self.calls.fetch_add(1, Ordering::Relaxed);
        // A UUID of the service's own making (RFC 9562, version 8).
        Context {
            now: self.clock.now(),
            request_id: format!("0a1e8a00-0000-8000-8000-{number:012x}"),
        }
    }

    /// The element in the body of the answer. Who calls is judged before what is called, and that
    /// before the operation sees it.
    fn call(&self, offers: &[Offer], body: &[u8], context: &Context) -> Result<String, Refusal> {
        let call = message::read(body).map_err(Refusal::Fault)?;
        let offer = offers.iter().find(|offer| offer.element == call.name).ok_or_else(|| {
            Refusal::Fault(format!("this service has no operation for {}", call.name))
        })?;
        let presented = caller::presented(&call.body).map_err(Refusal::Fault)?;
        caller::admit(&self.account, context.now, offer.action, &presented)
            .map_err(Refusal::Denied)?;
        (offer.serve)(&call.body, context).map_err(Refusal::Fault)
    }
}

/// What an operation knows beside its request.
struct Context {
    now: SystemTime,
    /// What the answer is known by.
    request_id: String,
}

/// Why a call has no SOAP answer of its operation.
enum Refusal {
    /// Nobody knows who calls.
    Denied(Denial),
    /// It is not a call of this service: the reason for a fault.
    Fault(String),
}

/// What both services send to a caller whom they do not know.
fn document(denial: Denial, request_id: String) -> Result<String, WriteError> {
    let error = ResponseErrorsError { code: denial.code.to_owned(), message: denial.message };
    let answer = errors::Response::new(ResponseErrors::new([error]), request_id);
    xml::to_string::<errors::elements::Response>(&answer)
}

/// What a web server shows to people.
fn page(status: StatusCode) -> Response<Bytes> {
    let reason = status.canonical_reason().unwrap_or("Error");
    let body = format!(
        "<html><head><title>{reason}</title></head><body><h1>{reason}</h1></body></html>\n"
    );
    http_answer(status, "text/html", body)
}

fn http_answer(status: StatusCode, content_type: &'static str, body: String) -> Response<Bytes> {
    let mut answer = Response::new(Bytes::from(body));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    answer
}
