//! From an HTTP answer to a typed one. Does no I/O.

use std::borrow::Cow;
use std::error::Error;
use std::time::SystemTime;

use http::header::{CONTENT_TYPE, LOCATION};
use http::{StatusCode, response};

use super::content::{Content, received};
use super::retry::retry_after;
use super::{Answer, CallError, Fault, HttpError, Operation, Output, Settings, Shape};
use crate::mime::MimeError;
use crate::security::Redaction;
use crate::soap::addressing::MessageId;
use crate::soap::{self, Message, Receiver};
use crate::xml::{self, ErrorKind, RawXml, ReadError};

impl Settings {
    /// Reads the answer to a call: the head of the HTTP answer, and its body with the content
    /// encoding undone. A body of several parts is taken apart, each part being copied once.
    ///
    /// # Errors
    /// When it is a fault, is not SOAP, or is not the answer that the contract promises.
    pub fn conclude<O: Operation>(
        &self,
        head: &response::Parts,
        body: &[u8],
    ) -> Result<Answer<O>, CallError<O::Fault>> {
        let sent = Sent { redaction: None, message_id: head.extensions.get() };
        self.conclude_sent::<O>(head, body, sent)
    }

    /// As [`conclude`](Self::conclude), of an answer to what was `sent`.
    pub(super) fn conclude_sent<O: Operation>(
        &self,
        head: &response::Parts,
        body: &[u8],
        sent: Sent<'_>,
    ) -> Result<Answer<O>, CallError<O::Fault>> {
        let judged = self.judge::<O>(head, body, sent);
        // To accept a message is all that a server can do of a one-way operation (SOAP 1.2 Part 2,
        // section 7.5.1.2); what else it says is for people.
        if head.status == StatusCode::ACCEPTED
            && matches!(judged, Err(CallError::Http(_) | CallError::Decode(_)))
            && matches!(O::Output::shape(), Shape::Nothing)
            && let Some(answer) = O::Output::nothing(Default::default())
        {
            return Ok(answer);
        }
        judged
    }

    fn judge<O: Operation>(
        &self,
        head: &response::Parts,
        body: &[u8],
        sent: Sent<'_>,
    ) -> Result<Answer<O>, CallError<O::Fault>> {
        let success = head.status.is_success();
        let whole = Content::whole(&head.headers, body);
        let received = received(head, &whole, self.limits());
        let content = match whole.or_root(received.as_deref()) {
            Ok(content) => content,
            Err(error) => {
                let refusal = Refusal::Multipart(error.clone());
                return Err(CallError::Http(self.http_error(head, body, sent.redaction, refusal)));
            }
        };
        let body = content.body;
        if let (Some(observer), Some(parts)) = (&self.on_parts, content.parts) {
            observer(parts);
        }
        let refusal = match self.text(&content) {
            Ok(text) => match self.message_without_secrets::<O>(&text, &content, sent) {
                Ok(Message::Fault(fault)) => {
                    return Err(CallError::Fault(Fault::new(*fault, &self.options)));
                }
                Ok(Message::Answer(answer)) if success => return Ok(answer),
                Ok(Message::Answer(_)) => Refusal::NotAFault,
                Err(error) if is_no_envelope(&error) => Refusal::NoEnvelope(error),
                Err(error) if success => return Err(CallError::Decode(error)),
                Err(error) => Refusal::Unreadable(error),
            },
            Err(Refusal::Empty) if success => match O::Output::nothing(Default::default()) {
                Some(answer) => return Ok(answer),
                None => Refusal::Empty,
            },
            Err(Refusal::Unreadable(error)) if success => return Err(CallError::Decode(error)),
            Err(refusal) => refusal,
        };
        Err(CallError::Http(self.http_error(head, body, sent.redaction, refusal)))
    }

    /// As [`message`](Self::message), but what is no answer does not show what the request carried:
    /// services repeat it when they refuse it.
    fn message_without_secrets<O: Operation>(
        &self,
        text: &str,
        content: &Content<'_>,
        sent: Sent<'_>,
    ) -> Result<Message<Answer<O>>, ReadError> {
        let message = self.message::<O>(text, content, sent);
        if let Ok(Message::Answer(_)) = message {
            return message;
        }
        let own = self.redaction();
        let redaction = sent.redaction.unwrap_or(&own);
        let Cow::Owned(shown) = redaction.without_values(text) else { return message };
        match (self.message::<O>(&shown, content, sent), &message) {
            (Ok(Message::Answer(_)), _) => message,
            // A password may be part of the markup, as `Body` is. The fault is shown without those
            // in its texts.
            (Err(_), Ok(Message::Fault(_))) => {
                self.message::<O>(&redaction.without_values_in_content(text), content, sent)
            }
            (other, _) => other,
        }
    }

    /// The header blocks of a message that has been read.
    pub(super) fn header_blocks(
        &self,
        head: &response::Parts,
        body: &[u8],
    ) -> Result<Vec<RawXml>, ReadError> {
        let whole = Content::whole(&head.headers, body);
        let received = received(head, &whole, self.limits());
        let Ok(content) = whole.or_root(received.as_deref()) else { return Ok(Vec::new()) };
        match self.text(&content) {
            Ok(text) => soap::read_header_blocks(&text, &self.options),
            // What is not SOAP has no headers of it.
            Err(_) => Ok(Vec::new()),
        }
    }

    fn message<O: Operation>(
        &self,
        text: &str,
        content: &Content<'_>,
        sent: Sent<'_>,
    ) -> Result<Message<Answer<O>>, ReadError> {
        let parts = content.parts.map(|parts| (parts, content.is_xop()));
        let receiver = Receiver {
            understood: &self.understood,
            extensions: &self.extensions,
            message_id: sent.message_id,
            parts,
        };
        soap::read_message::<O::Output>(text, O::VERSION, receiver, &self.options)
    }

    /// The characters of a body that may be SOAP.
    fn text<'b>(&self, content: &Content<'b>) -> Result<Cow<'b, str>, Refusal> {
        let body = content.body;
        if body.iter().all(u8::is_ascii_whitespace) {
            return Err(Refusal::Empty);
        }
        let (media, charset) = content_type(content.content_type);
        let seems_right = match media {
            Media::Xml => !is_html(body),
            // The root of several parts, and nothing else, may be that.
            Media::Xop => content.parts.is_some(),
            // Some servers say nothing, or send everything as text.
            Media::Unsaid => !self.options.is_strict() && is_envelope(body),
            Media::Other => false,
        };
        if !seems_right {
            return Err(Refusal::NotXml);
        }
        let decoded = xml::decode(body, charset, self.options.limits());
        decoded.map_err(Refusal::Unreadable)
    }

    #[cold]
    fn http_error(
        &self,
        head: &response::Parts,
        body: &[u8],
        redaction: Option<&Redaction>,
        refusal: Refusal,
    ) -> HttpError {
        let own;
        let redaction = match redaction {
            Some(redaction) => redaction,
            None => {
                own = self.redaction();
                &own
            }
        };
        let content_type = head.headers.get(CONTENT_TYPE);
        let content_type =
            content_type.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        let limit = self.limits().error_snippet;
        HttpError {
            status: head.status,
            content_type: content_type.map(|text| soap::prefix(&text, 256).to_owned()),
            snippet: soap::prefix(redaction.body(body).trim(), limit).to_owned(),
            problem: refusal.describe(head),
            retry_after: retry_after(&head.headers, SystemTime::now()),
            source: refusal.into_source(),
        }
    }
}

/// What is known of the request that is answered.
#[derive(Clone, Copy)]
pub(super) struct Sent<'a> {
    /// What an error does not quote, where it is more than the settings know.
    pub(super) redaction: Option<&'a Redaction>,
    /// What the request is called, where it says so.
    pub(super) message_id: Option<&'a MessageId>,
}

/// Why an HTTP answer is not taken for SOAP.
enum Refusal {
    Empty,
    NotXml,
    Multipart(MimeError),
    NoEnvelope(ReadError),
    Unreadable(ReadError),
    NotAFault,
}

impl Refusal {
    fn describe(&self, head: &response::Parts) -> &'static str {
        match self {
            _ if head.status.is_redirection() && head.headers.contains_key(LOCATION) => {
                "a redirect, which is not followed"
            }
            Self::Empty => "an empty body",
            Self::NotXml => "not an XML message",
            Self::Multipart(_) => "a message of several parts that cannot be taken apart",
            Self::NoEnvelope(_) => "XML that is not a SOAP envelope",
            Self::Unreadable(_) => "XML that cannot be read",
            Self::NotAFault => "an error status with a SOAP message that is not a fault",
        }
    }

    fn into_source(self) -> Option<Box<dyn Error + Send + Sync>> {
        match self {
            Self::NoEnvelope(error) | Self::Unreadable(error) => Some(error.into()),
            Self::Multipart(error) => Some(error.into()),
            Self::Empty | Self::NotXml | Self::NotAFault => None,
        }
    }
}

/// Whether the root element is something else than any `Envelope`.
fn is_no_envelope(error: &ReadError) -> bool {
    if let ErrorKind::WrongRoot { found, .. } = error.kind() {
        found.local() != "Envelope"
    } else {
        false
    }
}

/// A page for people that is said to be XML.
fn is_html(body: &[u8]) -> bool {
    let start = body.trim_ascii_start();
    [&b"<!doctype html"[..], b"<html"]
        .iter()
        .any(|page| start.get(..page.len()).is_some_and(|start| start.eq_ignore_ascii_case(page)))
}

/// Whether the first element of a body is an `Envelope`.
fn is_envelope(body: &[u8]) -> bool {
    let starts = body.split(|byte| *byte == b'<').skip(1);
    let mut elements = starts.filter(|tag| !tag.starts_with(b"?") && !tag.starts_with(b"!"));
    elements.next().is_some_and(|tag| {
        let name = tag.split(|byte| byte.is_ascii_whitespace() || *byte == b'>').next();
        name.and_then(|name| name.rsplit(|byte| *byte == b':').next()) == Some(b"Envelope")
    })
}

/// What the media type of a body says that the body is.
#[derive(Clone, Copy)]
enum Media {
    Xml,
    /// Nothing in particular.
    Unsaid,
    /// The root of a message of several parts.
    Xop,
    Other,
}

/// Media type and `charset`, in its quotes if it has them (RFC 9110, section 8.3).
fn content_type(value: &[u8]) -> (Media, Option<&str>) {
    match value {
        // As most services spell it. It need not be taken apart to be known.
        b"text/xml; charset=utf-8"
        | b"text/xml;charset=utf-8"
        | b"text/xml; charset=UTF-8"
        | b"text/xml;charset=UTF-8"
        | b"application/soap+xml; charset=utf-8"
        | b"application/soap+xml;charset=utf-8"
        | b"application/soap+xml; charset=UTF-8"
        | b"application/soap+xml;charset=UTF-8" => (Media::Xml, Some("utf-8")),
        value => parse_content_type(value),
    }
}

fn parse_content_type(value: &[u8]) -> (Media, Option<&str>) {
    let mut parts = value.split(|byte| *byte == b';');
    let media_type = parts.next().unwrap_or_default().trim_ascii();
    let is_one_of = |known: &[&str]| {
        known.iter().any(|known| media_type.eq_ignore_ascii_case(known.as_bytes()))
    };
    let media = if is_one_of(&["text/xml", "application/soap+xml", "application/xml"]) {
        Media::Xml
    } else if is_one_of(&["", "text/plain", "application/octet-stream"]) {
        Media::Unsaid
    } else if is_one_of(&["application/xop+xml"]) {
        Media::Xop
    } else {
        Media::Other
    };
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_at(part.iter().position(|byte| *byte == b'=')?);
        let is_charset = name.trim_ascii().eq_ignore_ascii_case(b"charset");
        if is_charset { str::from_utf8(&value[1..]).ok() } else { None }
    });
    (media, charset)
}
