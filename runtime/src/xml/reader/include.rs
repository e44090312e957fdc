//! Octets that stand in another part of the message: `xop:Include` (XOP 1.0, sections 2.1, 3.2 and
//! 4.1; RFC 2392 for its URL).
//!
//! Nothing but a part of the same message is ever looked at, whatever a URL says.

use std::borrow::Cow;
use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use super::{Reader, trim};
use crate::mime::{self, Parts};
use crate::xml::error::excerpt;
use crate::xml::{ErrorKind, NO_NAMESPACE, Name, ReadError};

const XOP_URI: &str = "http://www.w3.org/2004/08/xop/include";

/// The content of an element of simple type.
pub(crate) enum SimpleContent<'a> {
    /// Its text.
    Text(Cow<'a, str>),
    /// The octets whose base64 is its text.
    Octets(Bytes),
}

/// The parts of the message whose root is read.
#[derive(Clone, Debug)]
pub(crate) struct OtherParts<'a> {
    parts: &'a Parts,
    /// Whether the root says that it is XOP.
    is_xop: bool,
    /// Which parts have been taken.
    taken: Vec<bool>,
    /// How many octets may still be taken.
    left: usize,
}

impl<'a> Reader<'a> {
    /// The same reader, for the root of a message with these parts; `is_xop` where its media type
    /// is `application/xop+xml`.
    pub(crate) fn with_parts(mut self, parts: &'a Parts, is_xop: bool) -> Self {
        let left = self.options.limits().mime_message;
        let taken = vec![false; parts.len()];
        self.parts = Some(Box::new(OtherParts { parts, is_xop, taken, left }));
        self
    }

    /// The octets that the current element stands for, which is `child`, the first one of an
    /// element of simple type that has `before` as its text so far. The end of the parent is
    /// passed.
    #[cold]
    #[inline(never)]
    pub(super) fn included(&mut self, child: Name<'_>, before: &str) -> Result<Bytes, ReadError> {
        if !self.is_include(child) {
            return Err(self.unexpected_element(Vec::new()));
        }
        let octets = self.part()?;
        self.skip()?;
        let mut text = before.to_owned();
        if self.next_mixed_child(&mut text)?.is_some() {
            return Err(self.unexpected_element(Vec::new()));
        }
        if !trim(&text).is_empty() {
            return Err(self.error(ErrorKind::UnexpectedText { excerpt: excerpt(trim(&text)) }));
        }
        Ok(octets)
    }

    /// The text that octets stand for.
    pub(super) fn base64_of(&self, octets: &[u8]) -> Result<String, ReadError> {
        let limit = self.options.limits().text;
        if octets.len().div_ceil(3).saturating_mul(4) > limit {
            return Err(self.over_limit(self.mark, "text", limit));
        }
        Ok(STANDARD.encode(octets))
    }

    /// Passes over the current element with its content, and gives the places in it that stand for
    /// parts of the message, each with its octets.
    pub(super) fn skip_with_parts(&mut self) -> Result<Vec<(Range<usize>, Bytes)>, ReadError> {
        let mut found = Vec::new();
        if self.parts.is_none() {
            self.skip()?;
            return Ok(found);
        }
        let Some(outside) = self.open.len().checked_sub(1) else { return Ok(found) };
        while self.open.len() > outside {
            let Some(child) = self.next_mixed_child(&mut String::new())? else { continue };
            if self.is_include(child) {
                let start = self.mark;
                let octets = self.part()?;
                self.skip()?;
                found.push((start..self.at, octets));
            }
        }
        Ok(found)
    }

    fn is_include(&self, name: Name<'_>) -> bool {
        name.local == "Include" && self.namespace_uri(name.namespace) == XOP_URI
    }

    /// The part that the current element, an `Include`, names.
    fn part(&mut self) -> Result<Bytes, ReadError> {
        let is_href = |index: &usize| {
            let name = self.attributes[*index].name();
            name == Name::new(NO_NAMESPACE, "href")
        };
        let Some(index) = (0..self.attributes.len()).find(is_href) else {
            return Err(self.missing_attribute(Name::new(NO_NAMESPACE, "href"), "xop:Include"));
        };
        let url = self.attributes[index].value();
        let failed = |detail| self.attribute_error(index, ErrorKind::Include(detail));
        let Some(id) = mime::of_url(trim(&url)) else {
            return Err(failed(format!("{:?} is not a cid URL", excerpt(&url)).into()));
        };
        let Some(others) = &self.parts else {
            return Err(failed("the document is not in a message of several parts".into()));
        };
        if !others.is_xop && self.is_strict() {
            return Err(failed("the root of the message is not application/xop+xml".into()));
        }
        let named = |part: &mime::Part| part.content_id() == Some(&*id);
        let Some(at) = others.parts.iter().position(named) else {
            return Err(failed(format!("no part has the Content-ID <{}>", excerpt(&id)).into()));
        };
        if others.taken[at] && self.is_strict() {
            return Err(failed(format!("<{}> is taken twice", excerpt(&id)).into()));
        }
        let octets = others.parts.iter().nth(at).map(|part| part.octets().clone());
        let octets = octets.unwrap_or_default();
        let Some(left) = others.left.checked_sub(octets.len()) else {
            let limit = self.options.limits().mime_message;
            return Err(self.error(ErrorKind::Limit { limit: "mime_message", value: limit }));
        };
        if let Some(others) = &mut self.parts {
            others.taken[at] = true;
            others.left = left;
        }
        Ok(octets)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::mime::Multipart;
    use crate::xml::{RawXml, ReadOptions};

    /// Two parts, of three octets and of one.
    fn parts() -> Parts {
        let body = "--b\r\n\r\n\r\n--b\r\nContent-ID: <a@x>\r\n\r\nabc\r\n\
                    --b\r\nContent-ID: <b>\r\n\r\n\x01\r\n--b--";
        let content_type = "multipart/related; boundary=b";
        let mut multipart =
            Multipart::new(content_type, &Limits::default()).expect("a good Content-Type");
        multipart.push(body.as_bytes()).expect("a good body");
        multipart.finish().expect("a good end").into_root_and_parts().1
    }

    /// The contents of the children of the root, each read by `read`.
    fn children<T>(
        document: &str,
        parts: Option<(&Parts, bool)>,
        options: &ReadOptions,
        read: impl Fn(&mut Reader<'_>) -> Result<T, ReadError>,
    ) -> Result<Vec<T>, String> {
        let mut reader = Reader::new(document, &[], options);
        if let Some((parts, is_xop)) = parts {
            reader = reader.with_parts(parts, is_xop);
        }
        let mut contents = Vec::new();
        let result = (|| {
            reader.root()?;
            while reader.next_child()?.is_some() {
                contents.push(read(&mut reader)?);
            }
            reader.finish()
        })();
        result.map(|()| contents).map_err(|error| error.to_string())
    }

    fn in_root(children: &str) -> String {
        format!("<r xmlns:x='http://www.w3.org/2004/08/xop/include'>{children}</r>")
    }

    fn octets(reader: &mut Reader<'_>) -> Result<String, ReadError> {
        Ok(match reader.simple_content()? {
            SimpleContent::Text(text) => format!("text {text}"),
            SimpleContent::Octets(octets) => format!("octets {}", String::from_utf8_lossy(&octets)),
        })
    }

    #[test]
    fn includes_stand_for_parts() {
        let parts = parts();
        for (content, expected) in [
            ("<e/>", "text "),
            ("<e>YWJj</e>", "text YWJj"),
            ("<e><x:Include href='cid:a@x'/></e>", "octets abc"),
            ("<e><x:Include href='cid:a%40x'></x:Include></e>", "octets abc"),
            ("<e> \n<x:Include href=' cid:a@x '/>\t</e>", "octets abc"),
            (
                "<e><!----><Include href='CID:a@x' xmlns='http://www.w3.org/2004/08/xop/include'/></e>",
                "octets abc",
            ),
            ("<e><x:Include href='cid:a@x' x:other='1'><o/></x:Include></e>", "octets abc"),
        ] {
            let document = in_root(content);
            for options in [ReadOptions::default(), ReadOptions::strict()] {
                let found = children(&document, Some((&parts, true)), &options, octets);
                assert_eq!(found, Ok(vec![expected.to_owned()]), "{content}");
            }
            // Where only text will do, it is the base64 of the octets.
            let text = |reader: &mut Reader<'_>| reader.text().map(Cow::into_owned);
            let found = children(&document, Some((&parts, true)), &ReadOptions::default(), text);
            let expected = expected.replace("octets abc", "YWJj").replace("text ", "");
            assert_eq!(found, Ok(vec![expected]), "{content}");
        }
    }

    #[test]
    fn nothing_but_a_part_of_the_message_is_taken() {
        let parts = parts();
        for (content, place, detail) in [
            ("<x:Include/>", "/r/e/Include", "missing attribute href in xop:Include"),
            ("<x:Include href=''/>", "/r/e/Include/@href", "xop:Include: \"\" is not a cid URL"),
            (
                "<x:Include href='file:///etc/passwd'/>",
                "/r/e/Include/@href",
                "xop:Include: \"file:///etc/passwd\" is not a cid URL",
            ),
            (
                "<x:Include href='http://localhost/'/>",
                "/r/e/Include/@href",
                "xop:Include: \"http://localhost/\" is not a cid URL",
            ),
            (
                "<x:Include href='cid:c'/>",
                "/r/e/Include/@href",
                "xop:Include: no part has the Content-ID <c>",
            ),
            ("<x:Include href='cid:b'/>!", "/r/e", "unexpected text \"!\""),
            ("!<x:Include href='cid:b'/>", "/r/e", "unexpected text \"!\""),
            (
                "<x:Include href='cid:b'/><x:Include href='cid:a@x'/>",
                "/r/e/Include[2]",
                "unexpected element {http://www.w3.org/2004/08/xop/include}Include",
            ),
            ("<Include href='cid:b'/>", "/r/e/Include", "unexpected element Include"),
            ("<o/>", "/r/e/o", "unexpected element o"),
        ] {
            let document = in_root(&format!("<e>{content}</e>"));
            for options in [ReadOptions::default(), ReadOptions::strict()] {
                let found = children(&document, Some((&parts, true)), &options, octets);
                let found = found.expect_err(content);
                assert!(found.starts_with(&format!("{place}, line 1, ")), "{content}: {found}");
                assert!(found.ends_with(detail), "{content}: {found}");
            }
        }
    }

    #[test]
    fn the_message_must_have_parts_and_strictly_be_xop() {
        let document = in_root("<e><x:Include href='cid:b'/></e>");
        let (tolerant, strict) = (ReadOptions::default(), ReadOptions::strict());
        let parts = parts();
        let alone = "the document is not in a message of several parts";
        let attached = "the root of the message is not application/xop+xml";
        for (parts, options, refusal) in [
            (None, &tolerant, Some(alone)),
            (None, &strict, Some(alone)),
            (Some((&parts, false)), &tolerant, None),
            (Some((&parts, false)), &strict, Some(attached)),
            (Some((&parts, true)), &strict, None),
        ] {
            let found = children(&document, parts, options, octets);
            match refusal {
                Some(refusal) => assert!(found.is_err_and(|error| error.ends_with(refusal))),
                None => assert_eq!(found, Ok(vec!["octets \u{1}".to_owned()])),
            }
        }
    }

    /// A small message must not become a large one by naming a part again and again.
    #[test]
    fn parts_that_are_taken_again_are_counted() {
        let parts = parts();
        let document = in_root(&"<e><x:Include href='cid:a@x'/></e>".repeat(3));
        let read = |limit, options: ReadOptions| {
            let limits = Limits { mime_message: limit, ..Limits::default() };
            let options = options.with_limits(limits);
            children(&document, Some((&parts, true)), &options, octets)
        };
        assert_eq!(read(9, ReadOptions::default()), Ok(vec!["octets abc".to_owned(); 3]));
        let over = read(8, ReadOptions::default()).expect_err("it is over the limit");
        assert!(over.ends_with("over the limit `mime_message` of 8"), "{over}");
        let twice = read(9, ReadOptions::strict()).expect_err("it is taken twice");
        assert!(twice.ends_with("<a@x> is taken twice"), "{twice}");
    }

    #[test]
    fn text_in_the_place_of_octets_keeps_its_limit() {
        let parts = parts();
        let document = in_root("<e><x:Include href='cid:a@x'/></e>");
        for (limit, is_read) in [(4, true), (3, false)] {
            let limits = Limits { text: limit, ..Limits::default() };
            let options = ReadOptions::default().with_limits(limits);
            let text = |reader: &mut Reader<'_>| reader.text().map(Cow::into_owned);
            let found = children(&document, Some((&parts, true)), &options, text);
            assert_eq!(found.is_ok(), is_read, "{found:?}");
        }
    }

    /// What is kept as XML outlives the message, so that it holds the octets itself.
    #[test]
    fn copies_hold_the_octets() {
        let parts = parts();
        let raw = |reader: &mut Reader<'_>| reader.raw_element().map(|raw: RawXml| raw.to_string());
        let document =
            in_root("<e><f>1<x:Include href='cid:a@x'/></f><x:Include href='cid:b'/></e>");
        let found = children(&document, Some((&parts, true)), &ReadOptions::strict(), raw);
        let found = found.map(|found| found[0].split_once('>').map(|(_, rest)| rest.to_owned()));
        assert_eq!(found, Ok(Some("<f>1YWJj</f>AQ==</e>".to_owned())));
        let found = children(&document, None, &ReadOptions::strict(), raw);
        assert!(found.is_ok_and(|found| found[0].contains("<x:Include href='cid:b'/>")));
        let missing = in_root("<e><x:Include href='cid:c'/></e>");
        assert!(children(&missing, Some((&parts, true)), &ReadOptions::default(), raw).is_err());
    }
}
