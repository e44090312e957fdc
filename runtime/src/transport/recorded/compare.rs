//! Whether a request is the recorded one, and where it differs: headers by what they mean, bodies
//! as XML.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName};
use http::{HeaderMap, Request};

use crate::QName;
use crate::mime::MediaType;
use crate::security::STARS;
use crate::xml::{self, Name, ReadError, ReadOptions, Reader};

/// What differs, if anything does.
pub(super) fn difference(expected: &Request<Bytes>, found: &Request<Bytes>) -> Option<String> {
    let header = |name: &HeaderName| {
        let value = |headers: &HeaderMap| {
            let value = headers.get(name).map(|value| value.as_bytes()).unwrap_or_default();
            let text = String::from_utf8_lossy(value).into_owned();
            normal(&match boundary(headers) {
                Some(boundary) => text.replace(&boundary, "boundary"),
                None => text,
            })
        };
        differ(name.as_str(), &value(expected.headers()), &value(found.headers()))
    };
    differ("method", expected.method().as_str(), found.method().as_str())
        .or_else(|| differ("path", expected.uri().path(), found.uri().path()))
        .or_else(|| header(&CONTENT_TYPE))
        .or_else(|| header(&HeaderName::from_static("soapaction")))
        .or_else(|| bodies(&body(expected), &body(found)))
}

/// The word that separates the parts of a message, and that no two messages have in common.
fn boundary(headers: &HeaderMap) -> Option<String> {
    let content_type = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let media_type = MediaType::parse(content_type).filter(MediaType::is_multipart)?;
    media_type.parameter("boundary").filter(|word| word.len() >= 16).map(str::to_owned)
}

/// The body, with the same boundary as any other.
fn body<'r>(request: &'r Request<Bytes>) -> Cow<'r, [u8]> {
    let Some(boundary) = boundary(request.headers()) else {
        return Cow::Borrowed(request.body());
    };
    let text = String::from_utf8_lossy(request.body()).replace(&boundary, "boundary");
    Cow::Owned(text.into_bytes())
}

fn differ(what: &str, expected: &str, found: &str) -> Option<String> {
    let same = expected == found || expected == STARS;
    (!same).then(|| format!("{what}: expected {expected:?}, found {found:?}"))
}

/// A header value without white space around its parameters, and with `charset=utf-8` in one form.
fn normal(value: &str) -> String {
    let parts = value.split(';').map(|part| {
        let part = part.trim();
        if part.to_ascii_lowercase().starts_with("charset=") {
            part.to_ascii_lowercase().replace('"', "")
        } else {
            part.to_owned()
        }
    });
    parts.collect::<Vec<_>>().join("; ")
}

fn bodies(expected: &[u8], found: &[u8]) -> Option<String> {
    match (Node::read(expected), Node::read(found)) {
        (Ok(expected), Ok(found)) => expected.difference(&found, ""),
        (Ok(_), Err(error)) => Some(format!("body: {error}")),
        // What is not XML in the recording must be the same to the letter.
        (Err(_), _) => {
            differ("body", &String::from_utf8_lossy(expected), &String::from_utf8_lossy(found))
        }
    }
}

/// An element as a tree, without what does not matter.
struct Node {
    name: QName,
    attributes: Vec<(QName, String)>,
    children: Vec<Node>,
    text: String,
}

impl Node {
    fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        let options = ReadOptions::default();
        let text = xml::decode(bytes, None, options.limits())?;
        let mut reader = Reader::new(&text, &[], &options);
        let root = reader.root()?;
        let node = Self::content(&mut reader, root)?;
        reader.finish()?;
        Ok(node)
    }

    /// Reads the current element; the reader bounds the depth.
    fn content(reader: &mut Reader<'_>, name: Name<'_>) -> Result<Self, ReadError> {
        let mut node = Self {
            name: reader.qname(name),
            attributes: attributes(reader),
            children: Vec::new(),
            text: String::new(),
        };
        while let Some(child) = reader.next_mixed_child(&mut node.text)? {
            node.children.push(Self::content(reader, child)?);
        }
        if !node.children.is_empty() {
            node.text = node.text.trim().to_owned();
        }
        Ok(node)
    }

    fn difference(&self, found: &Self, parent: &str) -> Option<String> {
        let path = format!("{parent}/{}", self.name.local());
        if self.name != found.name {
            return Some(format!("{path}: expected {}, found {}", self.name, found.name));
        }
        if self.text == STARS {
            return None;
        }
        for index in 0..self.attributes.len().max(found.attributes.len()) {
            let shown = |node: &Self| match node.attributes.get(index) {
                Some((name, value)) => format!("{name}={value:?}"),
                None => "no attribute".to_owned(),
            };
            let (expected, found) = (shown(self), shown(found));
            if expected != found {
                return Some(format!("{path}: expected {expected}, found {found}"));
            }
        }
        for index in 0..self.children.len().max(found.children.len()) {
            let difference = match (self.children.get(index), found.children.get(index)) {
                (Some(expected), Some(found)) => expected.difference(found, &path),
                (Some(missing), None) => Some(format!("{path}: {} is missing", missing.name)),
                (None, Some(extra)) => Some(format!("{path}: {} is too much", extra.name)),
                (None, None) => None,
            };
            if difference.is_some() {
                return difference;
            }
        }
        differ(&path, &self.text, &found.text)
    }
}

/// The attributes of the start tag read last by name; `xsi:type` with its prefix resolved.
fn attributes(reader: &Reader<'_>) -> Vec<(QName, String)> {
    let all = (0..reader.attribute_count()).filter_map(|index| reader.attribute(index));
    let mut attributes: Vec<_> = all
        .map(|attribute| {
            let mut value = attribute.value().into_owned();
            if attribute.name() == Name::new(xml::XSI, "type") {
                let (prefix, local) = value.split_once(':').unwrap_or(("", &value));
                let namespace = reader.resolve_prefix(prefix.trim()).unwrap_or_default();
                value = format!("{{{namespace}}}{}", local.trim());
            }
            (reader.qname(attribute.name()), value)
        })
        .collect();
    attributes.sort();
    attributes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two messages of parts differ in their boundary whenever they are made.
    #[test]
    fn boundaries_make_no_difference() {
        let with = |boundary: &str, content: &str| {
            let content_type = format!("multipart/related; boundary=\"{boundary}\"");
            let body = format!("--{boundary}\r\n\r\n{content}\r\n--{boundary}--");
            request("/", &content_type, &body)
        };
        let (one, other) = ("0123456789abcdef", "fedcba9876543210");
        assert_eq!(difference(&with(one, "a"), &with(other, "a")), None);
        assert!(difference(&with(one, "a"), &with(other, "b")).is_some());
    }

    fn request(path: &'static str, content_type: &str, body: &str) -> Request<Bytes> {
        let mut request = Request::new(Bytes::from(body.to_owned()));
        *request.uri_mut() = path.parse().expect("a path");
        let value = content_type.parse().expect("a header value");
        request.headers_mut().insert(CONTENT_TYPE, value);
        request
    }

    #[test]
    fn bodies_are_compared_as_xml() {
        let rows = [
            ("<a x='1' y='2'/>", "<a y=\"2\" x=\"1\"></a>", None),
            ("<p:a xmlns:p='u'><p:b>1</p:b></p:a>", "<a xmlns='u'>\n <b>1</b>\n</a>", None),
            ("<a><!-- c --><b>&#49;</b></a>", "<?xml version='1.0'?><a><b>1</b></a>", None),
            (
                "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' xmlns:p='u' i:type='p:T'/>",
                "<a xmlns:j='http://www.w3.org/2001/XMLSchema-instance' xmlns='' xmlns:q='u' j:type='q:T'/>",
                None,
            ),
            ("<a><s>***</s></a>", "<a><s x='1'>anything<t/></s></a>", None),
            ("<a><b>1</b></a>", "<a><b>2</b></a>", Some("/a/b: expected \"1\", found \"2\"")),
            ("<a><b> </b></a>", "<a><b/></a>", Some("/a/b: expected \" \", found \"\"")),
            ("<a xmlns='u'/>", "<a/>", Some("/a: expected {u}a, found a")),
            ("<a><b/></a>", "<a/>", Some("/a: b is missing")),
            ("<a/>", "<a><b/></a>", Some("/a: b is too much")),
            ("<a x='1'/>", "<a/>", Some("/a: expected x=\"1\", found no attribute")),
            ("not XML", "not XML", None),
            ("not XML", "<a/>", Some("body: expected \"not XML\", found \"<a/>\"")),
        ];
        for (expected, found, difference) in rows {
            assert_eq!(
                bodies(expected.as_bytes(), found.as_bytes()).as_deref(),
                difference,
                "{found}"
            );
        }
        let broken = bodies(b"<a/>", b"<a>").expect("the second is cut off");
        assert!(broken.starts_with("body: /a, line 1"), "{broken}");
    }

    #[test]
    fn heads_are_compared_by_what_they_mean() {
        let expected = request("/a", "text/xml; charset=utf-8", "<a/>");
        let rows = [
            ("/a?query=1", "text/xml;charset=\"UTF-8\"", None),
            ("/b", "text/xml; charset=utf-8", Some("path: expected \"/a\", found \"/b\"")),
            (
                "/a",
                "text/plain",
                Some("content-type: expected \"text/xml; charset=utf-8\", found \"text/plain\""),
            ),
        ];
        for (path, content_type, expected_difference) in rows {
            let found = request(path, content_type, "<a/>");
            assert_eq!(difference(&expected, &found).as_deref(), expected_difference, "{path}");
        }
    }
}
