//! Drafts of XML Schema, which early toolkits wrote: they are read as the recommendation of 2001,
//! whose elements and attributes their documents have for the most part.

use std::borrow::Cow;

use crate::vocabulary::namespaces;

/// The drafts that are read. Neither name is shorter than that of the recommendation.
const DRAFTS: [&str; 2] = [namespaces::XSD_1999, namespaces::XSD_2000];

/// The text with the name of the recommendation in place of those of the drafts, and the place of the
/// first such name. The text keeps its length, so that places in it are places in the document.
pub(super) fn as_recommendation(text: &str) -> (Cow<'_, str>, Option<std::ops::Range<usize>>) {
    let mut translated = Cow::Borrowed(text);
    let mut first: Option<usize> = None;
    let mut length = 0;
    for draft in DRAFTS {
        for quote in ['"', '\''] {
            let name = format!("{quote}{draft}{quote}");
            let Some(at) = text.find(&name) else { continue };
            let own = format!("{quote}{}{quote}", namespaces::XSD);
            // White space behind the value of an attribute means nothing.
            let own = format!("{own:width$}", width = name.len());
            translated = Cow::Owned(translated.replace(&name, &own));
            if first.is_none_or(|first| at + 1 < first) {
                (first, length) = (Some(at + 1), draft.len());
            }
        }
    }
    (translated, first.map(|first| first..first + length))
}

#[cfg(test)]
mod tests {
    use super::as_recommendation;

    #[test]
    fn drafts_are_named_as_the_recommendation_and_places_stay() {
        let rows = [
            ("<a b='c'/>", "<a b='c'/>", None),
            (
                "<a b=\"http://www.w3.org/1999/XMLSchema\"/>",
                "<a b=\"http://www.w3.org/2001/XMLSchema\"/>",
                Some(6..38),
            ),
            (
                "<a b='http://www.w3.org/2000/10/XMLSchema' c=''/>",
                "<a b='http://www.w3.org/2001/XMLSchema'    c=''/>",
                Some(6..41),
            ),
            (
                "<a>http://www.w3.org/1999/XMLSchema</a>",
                "<a>http://www.w3.org/1999/XMLSchema</a>",
                None,
            ),
        ];
        for (text, expected, place) in rows {
            assert_eq!(as_recommendation(text), (expected.into(), place), "{text}");
        }
    }
}
