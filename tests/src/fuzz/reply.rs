//! What a server answers: the first byte chooses the operation and how it is read, the second the
//! status and media type, the rest is the body. The answer is refused, or it is a value that is
//! written and read again as the same.

use std::fmt::Debug;

use wsdl2rs_runtime::Element;
use wsdl2rs_runtime::client::{CallError, Operation, Settings};
use wsdl2rs_runtime::codec::ReadXml;
use wsdl2rs_runtime::xml::{self, ReadOptions};

use crate::bindings::{ast, awis, encoded, quotes};

const MEDIA_TYPES: [&str; 8] = [
    "text/xml; charset=utf-8",
    "text/xml",
    "application/soap+xml; charset=\"UTF-16\"; action=\"a\"",
    "application/xml;charset=iso-8859-1",
    "text/html",
    "text/xml; charset=",
    "multipart/related; boundary=b; type=\"text/xml\"",
    "",
];

const STATUSES: [u16; 4] = [200, 500, 202, 404];

/// Judges an answer.
pub(super) fn run(data: &[u8]) {
    let Some((how, rest)) = super::split(data) else { return };
    let Some((head, body)) = super::split(rest) else { return };
    let options = if how & 0x80 == 0 { ReadOptions::default() } else { ReadOptions::strict() };
    match how & 0x7F {
        0 => answer::<ast::operations::Thumbnail>(head, body, options),
        1 => answer::<awis::operations::UrlInfo>(head, body, options),
        2 => answer::<awis::operations::CategoryBrowse>(head, body, options),
        3 => answer::<awis::operations::TrafficHistory>(head, body, options),
        4 => answer::<quotes::operations::GetQuote>(head, body, options),
        5 => raw::<encoded::operations::Search>(head, body, options),
        6 => raw::<encoded::operations::Turn>(head, body, options),
        7 => element::<ast::elements::ThumbnailRequest>(body, &options),
        _ => element::<awis::elements::UrlInfo>(body, &options),
    }
}

/// Judges an answer of a literal operation.
fn answer<O: Operation>(head: u8, body: &[u8], options: ReadOptions)
where
    O::Output: Element,
    <O::Output as Element>::Value: Debug + ReadXml,
    O::Fault: Debug,
{
    raw::<O>(head, body, options.clone());
    element::<O::Output>(body, &options);
}

/// Judges an answer without looking at its value.
fn raw<O: Operation>(head: u8, body: &[u8], options: ReadOptions)
where
    O::Fault: Debug,
{
    let settings = Settings::new("https://example.com/").read_options(options);
    let status = STATUSES[usize::from(head >> 3) % STATUSES.len()];
    let media_type = MEDIA_TYPES[usize::from(head) % MEDIA_TYPES.len()];
    let mut response = http::Response::builder().status(status);
    if !media_type.is_empty() {
        response = response.header("Content-Type", media_type);
    }
    let (head, ()) = response.body(()).expect("a head").into_parts();
    if let Err(error) = settings.conclude::<O>(&head, body) {
        judge(&error);
    }
}

/// An error says something, and nothing that draws on a terminal.
fn judge<F: Debug>(error: &CallError<F>) {
    let text = error.to_string();
    assert!(!text.is_empty() && text.len() < 64 << 10, "{} bytes of text", text.len());
    assert!(!text.contains(|c: char| c.is_control()), "{text:?}");
}

/// Reads a document of one element; a value is written and read again as the same.
fn element<E: Element>(body: &[u8], options: &ReadOptions)
where
    E::Value: Debug,
{
    let Ok(value) = xml::from_slice_with::<E>(body, options) else { return };
    // A value that was read leniently may break a rule that writing keeps.
    let Ok(written) = xml::to_string::<E>(&value) else { return };
    let again = xml::from_str_with::<E>(&written, &ReadOptions::strict());
    let again = again.unwrap_or_else(|error| panic!("{error} in {written}"));
    assert_eq!(format!("{again:?}"), format!("{value:?}"), "{written}");
}
