//! Media types with parameters, in HTTP and in parts (RFC 2045, section 5.1; RFC 9110, 5.6.6).

use std::borrow::Cow;

/// A media type, such as `text/xml; charset=utf-8`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MediaType<'t> {
    essence: &'t str,
    parameters: Vec<(&'t str, Cow<'t, str>)>,
}

impl<'t> MediaType<'t> {
    /// `None` where a quoted text does not end, or what should be a parameter is none.
    ///
    /// A value that should be in quotes and is not ends at the next semicolon.
    pub(crate) fn parse(text: &'t str) -> Option<Self> {
        let end = text.find(';').unwrap_or(text.len());
        let (essence, mut rest) = (text[..end].trim(), &text[end..]);
        let mut parameters = Vec::new();
        while let Some(parameter) = rest.strip_prefix(';') {
            let parameter = parameter.trim_start();
            if parameter.is_empty() || parameter.starts_with(';') {
                rest = parameter;
                continue;
            }
            let (name, value) = parameter.split_once('=')?;
            let value = value.trim_start();
            let (value, after) = match value.strip_prefix('"') {
                Some(quoted) => unquote(quoted)?,
                None => {
                    let end = value.find(';').unwrap_or(value.len());
                    (Cow::Borrowed(value[..end].trim_end()), &value[end..])
                }
            };
            let name = name.trim_end();
            if name.is_empty() || name.contains([';', '"', ' ', '\t']) {
                return None;
            }
            parameters.push((name, value));
            rest = after.trim_start();
        }
        rest.is_empty().then_some(Self { essence, parameters })
    }

    /// Whether it is this type, parameters aside.
    pub(crate) fn is(&self, essence: &str) -> bool {
        self.essence.eq_ignore_ascii_case(essence)
    }

    /// Whether it is a type of `multipart`.
    pub(crate) fn is_multipart(&self) -> bool {
        let kind = self.essence.split('/').next().unwrap_or_default();
        kind.trim_end().eq_ignore_ascii_case("multipart")
    }

    /// The value of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Whether a parameter is given twice.
    pub(crate) fn repeats(&self, name: &str) -> bool {
        self.all(name).nth(1).is_some()
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = move |(found, _): &&(&str, Cow<'_, str>)| found.eq_ignore_ascii_case(name);
        self.parameters.iter().filter(named).map(|(_, value)| value.as_ref())
    }
}

/// The text up to the closing quote, without its backslashes, and what follows.
fn unquote(quoted: &str) -> Option<(Cow<'_, str>, &str)> {
    let end = quoted.find(['"', '\\'])?;
    if quoted[end..].starts_with('"') {
        return Some((Cow::Borrowed(&quoted[..end]), &quoted[end + 1..]));
    }
    let mut text = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((Cow::Owned(text), &quoted[at + 1..])),
            '\\' => text.push(characters.next()?.1),
            _ => text.push(character),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_are_taken_apart() {
        type Row<'t> = (&'t str, Option<(&'t str, &'t [(&'t str, &'t str)])>);
        let rows: [Row<'_>; 15] = [
            ("", Some(("", &[]))),
            ("text/xml", Some(("text/xml", &[]))),
            (" text/xml ; charset = utf-8 ", Some(("text/xml", &[("charset", "utf-8")]))),
            ("a/b;c=\"d;e\";f=g", Some(("a/b", &[("c", "d;e"), ("f", "g")]))),
            ("a/b;c=\"d\\\"e\\\\\"", Some(("a/b", &[("c", "d\"e\\")]))),
            ("a/b;c=\"\"", Some(("a/b", &[("c", "")]))),
            ("a/b;c=----=_Part_1.2", Some(("a/b", &[("c", "----=_Part_1.2")]))),
            ("a/b;c=uuid:a+b/c'(d)?", Some(("a/b", &[("c", "uuid:a+b/c'(d)?")]))),
            ("a/b;;c=d;", Some(("a/b", &[("c", "d")]))),
            ("a/b;c=d;c=e", Some(("a/b", &[("c", "d"), ("c", "e")]))),
            ("a/b;c", None),
            ("a/b;=d", None),
            ("a/b;c=\"d", None),
            ("a/b;c=\"d\\", None),
            ("a/b;c=\"d\"e", None),
        ];
        for (text, expected) in rows {
            let found = MediaType::parse(text);
            let found = found.as_ref().map(|found| {
                let own = found.parameters.iter();
                (found.essence, own.map(|(name, value)| (*name, value.as_ref())).collect())
            });
            assert_eq!(found, expected.map(|(essence, own)| (essence, own.to_vec())), "{text}");
        }
    }

    #[test]
    fn names_have_no_case() {
        let found = MediaType::parse("Multipart/Related; Boundary=b; BOUNDARY=c");
        let found = found.expect("it is a media type");
        assert!(found.is("multipart/related") && found.is_multipart());
        assert_eq!(found.parameter("boundary"), Some("b"));
        assert!(found.repeats("boundary") && !found.repeats("start"));
        assert_eq!(found.parameter("start"), None);
    }
}
