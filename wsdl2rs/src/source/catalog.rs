//! The catalog: which file stands for which URI.
//!
//! A line is `URI<TAB>path`, the path relative to the catalog's folder; a first line `url<TAB>file`
//! is a header. A relative location that a document writes exactly as a URI of the catalog counts too.

use std::collections::BTreeMap;

/// Which file stands for which URI.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalog {
    files: BTreeMap<String, String>,
}

/// A line that is not `URI<TAB>path`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct InvalidLine {
    /// Its number, from 1.
    pub(crate) line: usize,
}

impl Catalog {
    /// Reads a catalog that lies in `folder`.
    ///
    /// # Errors
    /// When a line has no tab, or nothing on one side of it.
    pub(crate) fn parse(text: &str, folder: &str) -> Result<Self, InvalidLine> {
        let mut catalog = Self::default();
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            if line.trim().is_empty() || (index == 0 && line.trim_end() == "url\tfile") {
                continue;
            }
            let pair = line.split_once('\t').map(|(uri, file)| (uri.trim(), file.trim()));
            match pair {
                Some((uri, file)) if !uri.is_empty() && !file.is_empty() => {
                    catalog.add(uri, &within(folder, file));
                }
                _ => return Err(InvalidLine { line: index + 1 }),
            }
        }
        Ok(catalog)
    }

    /// Maps `uri` to the file at `path`. The first entry for a URI counts.
    pub(crate) fn add(&mut self, uri: &str, path: &str) {
        self.files.entry(uri.to_owned()).or_insert_with(|| path.to_owned());
    }

    /// Adds the entries of another catalog; those that are there already stay.
    pub(crate) fn extend(&mut self, other: Self) {
        other.files.iter().for_each(|(uri, path)| self.add(uri, path));
    }

    /// The file for `uri`, which is compared as written.
    pub(crate) fn get(&self, uri: &str) -> Option<&str> {
        self.files.get(uri).map(String::as_str)
    }
}

fn within(folder: &str, file: &str) -> String {
    if folder.is_empty() || file.starts_with('/') {
        file.to_owned()
    } else {
        format!("{}/{file}", folder.trim_end_matches('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_uri_and_file() {
        let rows: [(&str, &str, &str, Option<&str>); 7] = [
            ("url\tfile\nhttp://a\tx.xsd\n", "", "http://a", Some("x.xsd")),
            ("http://a\tx.xsd", "d/e", "http://a", Some("d/e/x.xsd")),
            ("http://a\t/abs/x.xsd", "d", "http://a", Some("/abs/x.xsd")),
            ("\u{feff}url\tfile\r\nhttp://a\tx.xsd\r\n", "d", "http://a", Some("d/x.xsd")),
            ("http://a\tx\nhttp://a\ty", "", "http://a", Some("x")),
            ("\n\nhttp://a\tx", "", "http://a", Some("x")),
            ("http://a\tx", "", "http://A", None),
        ];
        for (text, folder, uri, file) in rows {
            let catalog = Catalog::parse(text, folder).expect("the row is valid");
            assert_eq!(catalog.get(uri), file, "{text:?}");
        }
    }

    #[test]
    fn other_lines_are_refused_with_their_number() {
        for (text, line) in [("a b", 1), ("url\tfile\n\n\tx", 3), ("http://a\t ", 1)] {
            assert_eq!(Catalog::parse(text, "").err(), Some(InvalidLine { line }), "{text:?}");
        }
    }
}
