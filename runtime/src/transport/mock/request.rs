//! Reads a request as its service does.

use bytes::Bytes;
use http::Request;
use http::header::{CONTENT_TYPE, HeaderName};

use crate::client::{self, Extensions, Operation, Output};
use crate::soap::{Message, Receiver, read_header_blocks, read_message};
use crate::xml::{self, RawXml, ReadOptions};

/// The request of `O`; `None` where it has another action, or cannot be read as one.
pub(super) fn read<O: Operation>(request: &Request<Bytes>) -> Option<client::Request<O>>
where
    O::Input: Output<Value = client::Request<O>>,
{
    let (content_type, action) = O::VERSION.http_headers(O::SOAP_ACTION)?;
    let headers = request.headers();
    let is_same = headers.get(CONTENT_TYPE) == Some(&content_type)
        && headers.get(HeaderName::from_static("soapaction")) == action.as_ref();
    if !is_same {
        return None;
    }
    let options = ReadOptions::default();
    let text = xml::decode(request.body(), None, options.limits()).ok()?;
    // A service that is played understands whatever header it is sent.
    let blocks = read_header_blocks(&text, &options).ok()?;
    let understood: Vec<_> = blocks.iter().map(RawXml::name).collect();
    let extensions = Extensions::default();
    let receiver = Receiver { understood: &understood, extensions: &extensions, message_id: None };
    match read_message::<O::Input>(&text, O::VERSION, receiver, &options) {
        Ok(Message::Answer(value)) => Some(value),
        Ok(Message::Fault(_)) | Err(_) => None,
    }
}
