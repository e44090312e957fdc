//! What must not be shown, and how it is taken out of headers and bodies before they are printed.

use std::borrow::Cow;

use http::header::{
    AUTHORIZATION, COOKIE, HeaderName, HeaderValue, PROXY_AUTHORIZATION, SET_COOKIE,
};

use crate::secret::Secret;
use crate::xml::Limits;

/// What stands in the place of a secret.
pub(crate) const STARS: &str = "***";

/// What the namespace of WS-Security ends with.
const WSSE: &str = "wssecurity-secext-1.0.xsd";

/// The secrets that are taken out of what a trace or a recorded exchange shows.
///
/// Always taken out: the headers `Authorization`, `Proxy-Authorization`, `Cookie`, `Set-Cookie` and
/// those marked as sensitive, the content of the elements `Password` and `BinarySecurityToken`, and
/// that of `Security` where the text speaks of WS-Security (SOAP Message Security 1.1, sections 5
/// and 6).
#[derive(Clone, Debug)]
pub struct Redaction {
    elements: Vec<Cow<'static, str>>,
    values: Vec<Secret>,
}

impl Default for Redaction {
    fn default() -> Self {
        Self { elements: vec!["Password".into(), "BinarySecurityToken".into()], values: Vec::new() }
    }
}

impl Redaction {
    /// Takes out the content of elements with this local name too, in any namespace and case.
    #[must_use]
    pub fn element(mut self, local_name: impl Into<Cow<'static, str>>) -> Self {
        self.elements.push(local_name.into());
        self
    }

    /// Takes out this text too, wherever it stands.
    #[must_use]
    pub fn value(mut self, text: impl Into<Secret>) -> Self {
        self.add_value(text.into());
        self
    }

    /// Takes out this text too, as it is and as it stands in XML.
    pub(crate) fn add_value(&mut self, text: Secret) {
        if text.expose().is_empty() {
            return;
        }
        for quotes in [false, true] {
            let written = Secret::new(crate::xml::escaped(text.expose(), quotes));
            if written.expose() != text.expose() {
                self.values.push(written);
            }
        }
        self.values.push(text);
    }

    /// The value of a header as it may be shown.
    #[must_use]
    pub fn header(&self, name: &HeaderName, value: &HeaderValue) -> String {
        let secret = [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE, SET_COOKIE];
        if value.is_sensitive() || secret.contains(name) {
            return STARS.to_owned();
        }
        self.text(&String::from_utf8_lossy(value.as_bytes()))
    }

    /// A body as it may be shown. What is not UTF-8 or UTF-16 is shown as far as it can be; what
    /// is binary, as its length.
    #[must_use]
    pub fn body(&self, bytes: &[u8]) -> String {
        let text = match crate::xml::decode(bytes, None, &Limits::default()) {
            Ok(text) => text,
            Err(_) => String::from_utf8_lossy(bytes),
        };
        if text.contains('\0') {
            return format!("({} bytes that are not text)", bytes.len());
        }
        self.text(&text)
    }

    /// A text as it may be shown.
    fn text(&self, text: &str) -> String {
        self.without_values(&self.without_elements(text)).into_owned()
    }

    /// A text without the values that are taken out, whatever elements it has.
    pub(crate) fn without_values<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut shown = Cow::Borrowed(text);
        for value in &self.values {
            if shown.contains(value.expose()) {
                shown = Cow::Owned(shown.replace(value.expose(), STARS));
            }
        }
        shown
    }

    /// A text without the values that are taken out, but for those in markup: an XML document
    /// stays one.
    pub(crate) fn without_values_in_content(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('<') {
            let (content, tag) = rest.split_at(at);
            let (tag, after) = tag.split_at(end_of_tag(tag));
            shown.push_str(&self.without_values(content));
            // Sections of character data begin like tags.
            let is_tag = !tag.starts_with("<!");
            shown.push_str(&if is_tag { tag.into() } else { self.without_values(tag) });
            rest = after;
        }
        shown.push_str(&self.without_values(rest));
        shown
    }

    fn without_elements(&self, text: &str) -> String {
        let is_wsse = text.contains(WSSE);
        let mut shown = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('<') {
            let (before, tag) = rest.split_at(at);
            shown.push_str(before);
            let name = qualified_name(&tag[1..]);
            let local = name.rsplit(':').next().unwrap_or_default();
            let secret = self.elements.iter().any(|element| element.eq_ignore_ascii_case(local))
                || is_wsse && local.eq_ignore_ascii_case("Security");
            let end = end_of_tag(tag);
            shown.push_str(&tag[..end]);
            rest = &tag[end..];
            if secret && !tag[..end].ends_with("/>") {
                shown.push_str(STARS);
                rest = &rest[length_of_content(rest, name)..];
            }
        }
        shown.push_str(rest);
        shown
    }
}

/// The name at the beginning of a tag, after `<`; empty in an end tag and in markup of other kinds.
fn qualified_name(tag: &str) -> &str {
    let end = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '<'));
    &tag[..end.unwrap_or(tag.len())]
}

/// The length of a tag with its `>`, which may also stand in an attribute value; all where it is
/// cut off.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None | Some(_), _) => {}
        }
    }
    tag.len()
}

/// The bytes before the end tag that closes the element `name`; all where there is none.
fn length_of_content(text: &str, name: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(found) = text[at..].find('<') {
        let start = at + found;
        let tag = &text[start + 1..];
        at = start + 1;
        if let Some(closing) = tag.strip_prefix('/') {
            if qualified_name(closing) == name {
                if depth == 0 {
                    return start;
                }
                depth -= 1;
            }
        } else if qualified_name(tag) == name {
            let end = end_of_tag(tag);
            depth += usize::from(!tag[..end].ends_with("/>"));
            at += end;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> String {
        Redaction::default().element("Signature").value("AKIA1").body(text.as_bytes())
    }

    #[test]
    fn secrets_are_taken_out_of_bodies() {
        let rows = [
            ("<a><b>c</b></a>", "<a><b>c</b></a>"),
            ("<Signature>s</Signature>", "<Signature>***</Signature>"),
            ("<m:Signature x='>'>s</m:Signature>t", "<m:Signature x='>'>***</m:Signature>t"),
            (
                "<wsse:Password Type=\"T\">s</wsse:Password>",
                "<wsse:Password Type=\"T\">***</wsse:Password>",
            ),
            ("<password>s</password >u", "<password>***</password >u"),
            ("<Signature/>t<Signature />", "<Signature/>t<Signature />"),
            ("<Signature><x>s</x></Signature>", "<Signature>***</Signature>"),
            ("<Signature><Signature>s</Signature>s</Signature>t", "<Signature>***</Signature>t"),
            ("<Signature><![CDATA[s]]></Signature>", "<Signature>***</Signature>"),
            ("<Signature><!-- --!>s</Signature>", "<Signature>***</Signature>"),
            ("<Signature>s</Sig", "<Signature>***"),
            ("<Signature>s", "<Signature>***"),
            ("<Signature", "<Signature***"),
            (
                "<w:Security xmlns:w='urn:wssecurity-secext-1.0.xsd' a='b'><w:T>s</w:T></w:Security>",
                "<w:Security xmlns:w='urn:wssecurity-secext-1.0.xsd' a='b'>***</w:Security>",
            ),
            ("<Security><Isin>1</Isin></Security>", "<Security><Isin>1</Isin></Security>"),
            ("<SignatureVersion>1</SignatureVersion>", "<SignatureVersion>1</SignatureVersion>"),
            ("key AKIA1 and AKIA1", "key *** and ***"),
            ("<", "<"),
            ("<<<>>>", "<<<>>>"),
            ("\u{e4}<Signature>\u{e4}</Signature>\u{e4}", "\u{e4}<Signature>***</Signature>\u{e4}"),
        ];
        for (text, expected) in rows {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn values_are_taken_out_as_they_stand_in_xml() {
        let redaction = Redaction::default().value("a&b\"<");
        let text = "a&b\"< a&amp;b\"&lt; a&amp;b&quot;&lt; a";
        assert_eq!(redaction.without_values(text), "*** *** *** a");
    }

    #[test]
    fn markup_can_be_left_as_it_is() {
        let redaction = Redaction::default().value("e");
        let text = "see<e a='>e'>e<![CDATA[e]]>e</e>e";
        assert_eq!(
            redaction.without_values_in_content(text),
            "s******<e a='>e'>***<![CDATA[***]]>***</e>***"
        );
    }

    #[test]
    fn bodies_of_any_encoding_are_shown_without_secrets() {
        let redaction = Redaction::default().value("canary");
        let utf16 = |text: &str, mark: bool| {
            let mark = mark.then_some(0xFEFF);
            let units = mark.into_iter().chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
        };
        let rows: [(Vec<u8>, &str); 4] = [
            (utf16("<Password>canary</Password>", true), "<Password>***</Password>"),
            (utf16("canary", false), "(12 bytes that are not text)"),
            (b"\xff\xfe\xffcanary".to_vec(), "\u{fffd}\u{fffd}\u{fffd}***"),
            (b"\xe4canary".to_vec(), "\u{fffd}***"),
        ];
        for (bytes, expected) in rows {
            assert_eq!(redaction.body(&bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn secret_headers_are_stars() {
        let redaction = Redaction::default().value("canary");
        let mut sensitive = HeaderValue::from_static("x");
        sensitive.set_sensitive(true);
        let rows = [
            (AUTHORIZATION, HeaderValue::from_static("Basic x"), "***"),
            (SET_COOKIE, HeaderValue::from_static("x"), "***"),
            (HeaderName::from_static("x-key"), sensitive, "***"),
            (HeaderName::from_static("x-echo"), HeaderValue::from_static("a canary"), "a ***"),
            (HeaderName::from_static("x-plain"), HeaderValue::from_static("x"), "x"),
        ];
        for (name, value, expected) in rows {
            assert_eq!(redaction.header(&name, &value), expected, "{name}");
        }
    }

    /// Markup that is broken in as many ways as there are.
    fn scraps() -> impl Strategy<Value = String> {
        let scrap = prop_oneof![
            Just("<Signature"),
            Just("</Signature"),
            Just("<p:Signature>"),
            Just("</p:Signature>"),
            Just("<"),
            Just(">"),
            Just("/"),
            Just("\""),
            Just("'"),
            Just(" "),
            Just("<!--"),
            Just("]]>"),
            Just("\u{20ac}"),
            Just("\0"),
            Just("canary"),
        ];
        prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
    }

    proptest! {
        #[test]
        fn no_text_makes_a_secret_shown(text in scraps(), cut in 0..200_usize) {
            let redaction = Redaction::default().element("Signature").value("canary");
            let bytes = &text.as_bytes()[..cut.min(text.len())];
            prop_assert!(!redaction.body(bytes).contains("canary"));
        }

        #[test]
        fn no_element_lets_its_content_out(name in "[A-Za-z]{1,3}:|", before in scraps()) {
            // Whatever stands before, a secret element that begins outside of a tag hides its text.
            let before = before.replace(['<', '"', '\''], "");
            let text = format!("{before}<{name}Signature>s3cr3t</{name}Signature>");
            prop_assert!(!shown(&text).contains("s3cr3t"));
        }
    }
}
