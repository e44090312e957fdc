//! What differs between SOAP 1.1 and 1.2 on the wire: namespace, media type, place of the action.

use http::HeaderValue;

/// A version of SOAP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Version {
    /// SOAP 1.1 over HTTP (W3C Note, sections 4 and 6).
    V11,
    /// SOAP 1.2 over HTTP (Part 1, section 5; Part 2, section 7).
    V12,
}

impl Version {
    /// The namespace of `Envelope`, `Header`, `Body` and `Fault`.
    #[must_use]
    pub const fn namespace(self) -> &'static str {
        match self {
            Self::V11 => "http://schemas.xmlsoap.org/soap/envelope/",
            Self::V12 => "http://www.w3.org/2003/05/soap-envelope",
        }
    }

    /// The media type of a message.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::V11 => "text/xml",
            Self::V12 => "application/soap+xml",
        }
    }

    /// The version whose namespace this is.
    #[must_use]
    pub fn of_namespace(namespace: &str) -> Option<Self> {
        [Self::V11, Self::V12].into_iter().find(|version| version.namespace() == namespace)
    }

    /// The `Content-Type` of a request, and its `SOAPAction` where the version has one.
    ///
    /// SOAP 1.1, section 6.1.1, wants the action in quotes, and `""` where there is none; SOAP 1.2
    /// has it as a parameter of the media type, left out where there is none (RFC 3902).
    /// `None` where the action holds something else than visible ASCII, or `"` or `\`.
    pub(crate) fn http_headers(self, action: &str) -> Option<(HeaderValue, Option<HeaderValue>)> {
        if !action.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\') {
            return None;
        }
        let media_type = self.media_type();
        match self {
            Self::V11 => {
                let action = HeaderValue::try_from(format!("\"{action}\"")).ok()?;
                Some((HeaderValue::from_static("text/xml; charset=utf-8"), Some(action)))
            }
            Self::V12 => {
                let parameter = if action.is_empty() {
                    String::new()
                } else {
                    format!("; action=\"{action}\"")
                };
                let text = format!("{media_type}; charset=utf-8{parameter}");
                Some((HeaderValue::try_from(text).ok()?, None))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_action_stands_where_the_version_has_it() {
        let rows = [
            (Version::V11, "urn:a", "text/xml; charset=utf-8", Some("\"urn:a\"")),
            (Version::V11, "", "text/xml; charset=utf-8", Some("\"\"")),
            (Version::V12, "urn:a", "application/soap+xml; charset=utf-8; action=\"urn:a\"", None),
            (Version::V12, "", "application/soap+xml; charset=utf-8", None),
        ];
        for (version, action, content_type, soap_action) in rows {
            let (found_type, found_action) = version.http_headers(action).expect("a legal action");
            assert_eq!(found_type, content_type);
            assert_eq!(
                found_action.as_ref().map(|value| value.as_bytes()),
                soap_action.map(str::as_bytes)
            );
        }
    }

    #[test]
    fn an_action_that_could_leave_its_quotes_is_refused() {
        for action in ["a\"b", "a\\b", "a b", "a\tb", "a\r\nb", "\u{e4}", "\u{7f}", "\0"] {
            assert_eq!(Version::V11.http_headers(action), None, "{action:?}");
            assert_eq!(Version::V12.http_headers(action), None, "{action:?}");
        }
    }
}
