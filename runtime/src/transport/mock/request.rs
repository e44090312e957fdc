//! Reads a request as its service does.

use bytes::Bytes;
use http::Request;
use http::header::{CONTENT_TYPE, HeaderName};

use crate::client::{self, Extensions, Operation, Output};
use crate::mime::Received;
use crate::soap::{Message, Receiver, read_header_blocks, read_message};
use crate::xml::{self, RawXml, ReadOptions};

/// The request of `O`; `None` where it has another action, or cannot be read as one.
pub(super) fn read<O: Operation>(request: &Request<Bytes>) -> Option<client::Request<O>>
where
    O::Input: Output<Value = client::Request<O>>,
{
    let (content_type, action) = O::VERSION.http_headers(O::SOAP_ACTION)?;
    let headers = request.headers();
    let options = ReadOptions::default();
    let received = Received::read(headers, request.body(), options.limits());
    let (root, parts) = match &received {
        Some(received) => (received.root()?.octets(), received.parts().map(|parts| (parts, true))),
        None => (request.body(), None),
    };
    // Several parts are of any operation whose body fits.
    let is_same = (parts.is_some() || headers.get(CONTENT_TYPE) == Some(&content_type))
        && headers.get(HeaderName::from_static("soapaction")) == action.as_ref();
    if !is_same {
        return None;
    }
    let text = xml::decode(root, None, options.limits()).ok()?;
    // A service that is played understands whatever header it is sent.
    let blocks = read_header_blocks(&text, &options).ok()?;
    let understood: Vec<_> = blocks.iter().map(RawXml::name).collect();
    let extensions = Extensions::default();
    let receiver =
        Receiver { understood: &understood, extensions: &extensions, message_id: None, parts };
    match read_message::<O::Input>(&text, O::VERSION, receiver, &options) {
        Ok(Message::Answer(value)) => Some(value),
        Ok(Message::Fault(_)) | Err(_) => None,
    }
}
