//! Document type declarations are refused by name before any other fault of a document, for they
//! are how entities come in (SOAP 1.1, section 3; SOAP 1.2 Part 1, section 5).

use super::error::{ErrorKind, ReadError};
use super::place::Locator;

/// The error for `text`, which has been found faulty: that of its document type declaration where
/// there is one before the root element, else `error`.
#[cold]
pub(crate) fn first(text: &str, error: ReadError) -> ReadError {
    match find(text) {
        Some(at) => ReadError::new(ErrorKind::DocumentType, Locator::new(text).place(at)),
        None => error,
    }
}

/// Where the document type declaration of `text` is: before the first tag, and not in a comment
/// or an instruction. Nothing else is expected of `text`.
fn find(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text[at..].find('<')?;
        let rest = &text[at..];
        let end = if rest.starts_with("<!DOCTYPE") {
            return Some(at);
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?") {
            "?>"
        } else {
            return None;
        };
        at += rest.find(end)?;
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn only_the_prolog_is_looked_at() {
        for (text, at) in [
            ("", None),
            ("<!DOCTYPE a>", Some(0)),
            ("text <!DOCTYPE a>", Some(5)),
            ("<?xml version=1?><!-- > --><!DOCTYPE a>", Some(27)),
            ("<!-- <!DOCTYPE a> --><a/>", None),
            ("<?p <!DOCTYPE a> ?><a/>", None),
            ("<a><!DOCTYPE a></a>", None),
            ("<!-- <!DOCTYPE a>", None),
            ("<!doctype a>", None),
        ] {
            assert_eq!(find(text), at, "{text}");
        }
    }
}
