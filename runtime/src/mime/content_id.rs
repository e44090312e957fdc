//! Identifiers of parts: `Content-ID` (RFC 2045, section 7) and the URLs that name them
//! (RFC 2392).

/// The identifier in a `Content-ID` field or a `start` parameter, without the angle brackets,
/// which some senders leave out.
pub(super) fn of_field(value: &str) -> &str {
    let value = value.trim();
    value.strip_prefix('<').and_then(|id| id.strip_suffix('>')).unwrap_or(value)
}

/// The identifier that a `cid` URL names; `None` for any other URL, and for escapes that are none
/// or that are not UTF-8.
pub(crate) fn of_url(url: &str) -> Option<String> {
    let (scheme, escaped) = url.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("cid") || escaped.is_empty() {
        return None;
    }
    let mut id = Vec::with_capacity(escaped.len());
    let mut rest = escaped.as_bytes();
    while let [first, others @ ..] = rest {
        rest = others;
        if *first != b'%' {
            id.push(*first);
            continue;
        }
        let [high, low, others @ ..] = rest else { return None };
        rest = others;
        id.push(16 * hexadecimal(*high)? + hexadecimal(*low)?);
    }
    String::from_utf8(id).ok()
}

/// The value of a hexadecimal digit.
pub(super) fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_brackets_or_not() {
        for (field, id) in [
            ("<a@b>", "a@b"),
            (" <a@b> ", "a@b"),
            ("a@b", "a@b"),
            ("<a@b", "<a@b"),
            ("<>", ""),
            ("", ""),
        ] {
            assert_eq!(of_field(field), id, "{field}");
        }
    }

    #[test]
    fn urls_are_of_one_scheme_and_unescaped() {
        for (url, id) in [
            ("cid:a@b", Some("a@b")),
            ("CID:a@b", Some("a@b")),
            ("cid:a%40b", Some("a@b")),
            ("cid:%3ca%2Fb%3E", Some("<a/b>")),
            ("cid:%C3%A4", Some("\u{e4}")),
            ("cid:a+b", Some("a+b")),
            ("cid:", None),
            ("cid:%", None),
            ("cid:%4", None),
            ("cid:%4g", None),
            ("cid:%+4", None),
            ("cid:%ff", None),
            ("a@b", None),
            ("", None),
            ("file:///etc/passwd", None),
            ("http://localhost/", None),
            ("mid:a@b/c@d", None),
            (" cid:a@b", None),
            ("#a", None),
        ] {
            assert_eq!(of_url(url).as_deref(), id, "{url}");
        }
    }
}
