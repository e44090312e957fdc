//! The header of a part (RFC 2045, section 3; RFC 5322, section 2.2).

use super::MimeError;

/// The fields of a header, in order.
pub(super) type Fields = Vec<(Box<str>, Box<str>)>;

/// The fields that say what a part is, and so may stand once.
const SINGLE: [&str; 4] =
    ["content-type", "content-id", "content-transfer-encoding", "content-location"];

/// Takes a header apart: lines that end with a line feed, those that begin with white space
/// continuing the one before.
///
/// # Errors
/// When a line is no field, or a field that may stand once stands twice.
pub(super) fn parse(header: &[u8]) -> Result<Fields, MimeError> {
    let Ok(header) = str::from_utf8(header) else {
        return Err(MimeError::Header("it is not UTF-8".into()));
    };
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in header.lines() {
        if line.starts_with([' ', '\t']) {
            let Some((_, value)) = fields.last_mut() else {
                return Err(MimeError::Header("it begins with white space".into()));
            };
            value.push(' ');
            value.push_str(line.trim());
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            return Err(MimeError::Header("a line has no colon".into()));
        };
        let name = name.trim_end();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(MimeError::Header("a name has characters that no name has".into()));
        }
        fields.push((name.to_owned(), value.trim().to_owned()));
    }
    for single in SINGLE {
        let named = |(name, _): &&(String, String)| name.eq_ignore_ascii_case(single);
        if fields.iter().filter(named).nth(1).is_some() {
            return Err(MimeError::Header(format!("it has {single} twice").into()));
        }
    }
    Ok(fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
}

/// The value of the first field of this name.
pub(super) fn find<'f>(fields: &'f Fields, name: &str) -> Option<&'f str> {
    let found = fields.iter().find(|(found, _)| found.eq_ignore_ascii_case(name));
    found.map(|(_, value)| &**value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_taken_apart() {
        type Row<'t> = (&'t [u8], Option<&'t [(&'t str, &'t str)]>);
        let rows: [Row<'_>; 12] = [
            (b"", Some(&[])),
            (b"A: b\r\n", Some(&[("A", "b")])),
            (b"A: b\n", Some(&[("A", "b")])),
            (b"A:b\r\nC : d \r\n", Some(&[("A", "b"), ("C", "d")])),
            (b"A: b;\r\n\tc=d\r\n  ;e\r\n", Some(&[("A", "b; c=d ;e")])),
            (b"A:\r\n b\r\n", Some(&[("A", " b")])),
            (b"A: b\r\na: c\r\n", Some(&[("A", "b"), ("a", "c")])),
            (b"Content-ID: b\r\ncontent-id: c\r\n", None),
            (b" A: b\r\n", None),
            (b"A\r\n", None),
            (b": b\r\n", None),
            (b"A: \xff\r\n", None),
        ];
        for (header, expected) in rows {
            let found = parse(header).ok();
            let found = found.as_ref().map(|fields| {
                fields.iter().map(|(name, value)| (&**name, &**value)).collect::<Vec<_>>()
            });
            assert_eq!(found.as_deref(), expected, "{header:?}");
        }
    }
}
