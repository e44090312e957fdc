//! Answers as a transport would give them, judged by the settings of a client.

use http::header::{CONTENT_TYPE, HeaderValue};
use wsdl2rs_runtime::client::{Answer, CallError, Operation, Settings};

pub const XML: &str = "text/xml; charset=utf-8";

pub fn settings() -> Settings {
    Settings::new("https://example.com/")
}

pub fn head(status: u16, content_type: &str) -> http::response::Parts {
    let (mut head, ()) = http::Response::new(()).into_parts();
    head.status = status.try_into().expect("a status");
    if !content_type.is_empty() {
        let value = HeaderValue::from_str(content_type).expect("a media type");
        head.headers.insert(CONTENT_TYPE, value);
    }
    head
}

pub fn conclude<O: Operation>(
    status: u16,
    content_type: &str,
    body: impl AsRef<[u8]>,
) -> Result<Answer<O>, CallError<O::Fault>> {
    settings().conclude::<O>(&head(status, content_type), body.as_ref())
}

pub fn error<O: Operation>(status: u16, content_type: &str, body: &str) -> CallError<O::Fault>
where
    Answer<O>: std::fmt::Debug,
{
    conclude::<O>(status, content_type, body).expect_err(body)
}
