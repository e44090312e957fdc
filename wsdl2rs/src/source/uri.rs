//! Where documents are, and what a reference in one of them means (RFC 3986, section 5.2).
//!
//! A document is a file; one that a catalog supplies also has the URI that the catalog maps,
//! and its own references are relative to that URI first.

use super::catalog::Catalog;

/// Where a document was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// A file, by path.
    File {
        /// The path with `/` between segments, as the user wrote it or joined from such a path.
        path: String,
        /// The path from the entry document's folder.
        name: String,
    },
    /// A file that stands for a URI.
    Catalogued {
        /// The URI.
        uri: String,
        /// The path of the file.
        path: String,
    },
    /// A schema that the generator itself has.
    Shipped {
        /// The URI at which its publisher has it.
        uri: &'static str,
    },
}

/// What a reference means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    /// The file that the catalog has for it.
    Mapped(Location),
    /// These files, the first that exists.
    Files(Vec<Location>),
    /// The document itself.
    Itself,
    /// A URI that no catalog maps. There is no network.
    Remote(String),
    /// What a document may not name.
    Refused(Refusal),
}

/// Why a reference is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// `file:`.
    FileUri,
    /// An absolute path, with or without a drive.
    AbsolutePath,
    /// `\\server\share` or `//server/share`.
    NetworkPath,
}

impl Location {
    /// An entry document at `path`.
    pub(crate) fn entry(path: &str) -> Self {
        let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        Self::File { path, name }
    }

    /// The path of the file, or the URI of a schema that is no file.
    pub(crate) fn path(&self) -> &str {
        match self {
            Self::File { path, .. } | Self::Catalogued { path, .. } => path,
            Self::Shipped { uri } => uri,
        }
    }

    /// The address without what precedes the entry document's folder.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::File { name, .. } => name,
            Self::Catalogued { uri, .. } => uri,
            Self::Shipped { uri } => uri,
        }
    }

    /// Whether it is a file on disk.
    pub(crate) fn is_file(&self) -> bool {
        !matches!(self, Self::Shipped { .. })
    }

    /// What `reference`, written in the document at this location, means.
    pub(crate) fn resolve(&self, reference: &str, catalog: &Catalog) -> Reference {
        let written = reference.trim();
        if let Some(path) = catalog.get(written) {
            let uri =
                if scheme(written).is_some() { written.to_owned() } else { self.join(written) };
            return Reference::Mapped(Self::Catalogued { uri, path: path.to_owned() });
        }
        let reference = written.split('#').next().unwrap_or_default();
        if reference.is_empty() {
            return Reference::Itself;
        }
        match scheme(reference) {
            Some(scheme) if scheme.eq_ignore_ascii_case("file") => {
                return Reference::Refused(Refusal::FileUri);
            }
            Some(drive) if drive.len() == 1 => return Reference::Refused(Refusal::AbsolutePath),
            Some(_) => return catalogued(reference.to_owned(), catalog),
            None => {}
        }
        let reference = reference.replace('\\', "/");
        if reference.starts_with("//") {
            return Reference::Refused(Refusal::NetworkPath);
        }
        self.resolve_relative(&reference, catalog)
    }

    fn resolve_relative(&self, reference: &str, catalog: &Catalog) -> Reference {
        let joined = self.join(reference);
        match self {
            Self::File { .. } if reference.starts_with('/') => {
                Reference::Refused(Refusal::AbsolutePath)
            }
            Self::File { path, name } => {
                if let Some(path) = catalog.get(&joined) {
                    return Reference::Files(vec![Self::Catalogued {
                        uri: joined,
                        path: path.to_owned(),
                    }]);
                }
                let at = |reference: &str| Self::File {
                    path: join_path(path, reference),
                    name: join_path(name, reference),
                };
                Reference::Files(spellings(reference).iter().map(|text| at(text)).collect())
            }
            Self::Catalogued { path, .. } => {
                if catalog.get(&joined).is_some() || reference.starts_with('/') {
                    return catalogued(joined, catalog);
                }
                let at = |reference: &str| Self::Catalogued {
                    uri: joined.clone(),
                    path: join_path(path, reference),
                };
                Reference::Files(spellings(reference).iter().map(|text| at(text)).collect())
            }
            Self::Shipped { .. } => catalogued(joined, catalog),
        }
    }

    /// The URI or path that a relative reference means.
    fn join(&self, reference: &str) -> String {
        match self {
            Self::File { path, .. } => join_path(path, reference),
            Self::Catalogued { uri, .. } => join_uri(uri, reference),
            Self::Shipped { uri } => join_uri(uri, reference),
        }
    }
}

/// The file that the catalog has for a URI.
fn catalogued(uri: String, catalog: &Catalog) -> Reference {
    match catalog.get(&uri) {
        Some(path) => Reference::Mapped(Location::Catalogued { path: path.to_owned(), uri }),
        None => Reference::Remote(uri),
    }
}

/// The scheme of an absolute URI (RFC 3986, section 3.1). A drive letter looks like one.
fn scheme(uri: &str) -> Option<&str> {
    let (scheme, _) = uri.split_once(':')?;
    let valid = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    valid.then_some(scheme)
}

/// The reference as a path: as written, and with its percent-encoded characters decoded.
fn spellings(reference: &str) -> Vec<String> {
    let mut spellings = vec![reference.to_owned()];
    if let Some(decoded) = percent_decode(reference) {
        spellings.push(decoded);
    }
    spellings
}

fn percent_decode(text: &str) -> Option<String> {
    if !text.contains('%') {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |at: usize| tail.get(at).and_then(|digit| (*digit as char).to_digit(16));
        match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).ok().filter(|decoded| !decoded.contains('\0'))
}

/// Joins a relative reference to the path of the document that has it.
fn join_path(base: &str, reference: &str) -> String {
    if reference.starts_with('?') {
        return format!("{}{reference}", base.split('?').next().unwrap_or_default());
    }
    let folder = base.rfind('/').map_or("", |slash| &base[..=slash]);
    remove_dot_segments(&format!("{folder}{reference}"))
}

/// Joins a relative reference to an absolute URI.
fn join_uri(base: &str, reference: &str) -> String {
    let base = base.split(['?', '#']).next().unwrap_or_default();
    if reference.starts_with('?') {
        return format!("{base}{reference}");
    }
    let authority = match base.find("://") {
        Some(colon) => base[colon + 3..].find('/').map_or(base.len(), |slash| colon + 3 + slash),
        None => base.find(':').map_or(0, |colon| colon + 1),
    };
    let (origin, path) = base.split_at(authority);
    let folder = path.rfind('/').map_or("/", |slash| &path[..=slash]);
    let joined = if reference.starts_with('/') {
        reference.to_owned()
    } else {
        format!("{folder}{reference}")
    };
    format!("{origin}{}", remove_dot_segments(&joined))
}

/// Removes `.` and `..` where a segment precedes it; a path above its beginning keeps its `..`.
fn remove_dot_segments(path: &str) -> String {
    let rooted = path.starts_with('/');
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/').skip(usize::from(rooted)) {
        match segment {
            "." => {}
            ".." if segments.last().is_some_and(|last| *last != "..") => {
                segments.pop();
            }
            ".." if rooted => {}
            _ => segments.push(segment),
        }
    }
    format!("{}{}", if rooted { "/" } else { "" }, segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog() -> Catalog {
        let text =
            "url\tfile\nhttp://h/a.xsd\tc/a.xsd\nhttp://h/d/b.xsd\tc/b.xsd\nx.svc?xsd=1\tc/1.xsd\n";
        Catalog::parse(text, "cat").expect("the catalog is valid")
    }

    #[test]
    fn a_reference_in_a_file_is_a_path_beside_it() {
        let base = Location::entry("wsdl/in/s.wsdl");
        let rows = [
            ("a.xsd", "wsdl/in/a.xsd", "a.xsd"),
            ("./t/a.xsd", "wsdl/in/t/a.xsd", "t/a.xsd"),
            ("../a.xsd", "wsdl/a.xsd", "../a.xsd"),
            ("../../../a.xsd", "../a.xsd", "../../../a.xsd"),
            ("t\\a.xsd", "wsdl/in/t/a.xsd", "t/a.xsd"),
            (" a.xsd#T ", "wsdl/in/a.xsd", "a.xsd"),
            ("?wsdl", "wsdl/in/s.wsdl?wsdl", "s.wsdl?wsdl"),
        ];
        for (reference, path, name) in rows {
            let expected = Location::File { path: path.to_owned(), name: name.to_owned() };
            let actual = base.resolve(reference, &Catalog::default());
            assert_eq!(actual, Reference::Files(vec![expected]), "{reference}");
        }
    }

    #[test]
    fn percent_encoding_is_tried_second() {
        let base = Location::entry("s.wsdl");
        let Reference::Files(files) = base.resolve("My%20Types.xsd", &Catalog::default()) else {
            panic!("it is a file");
        };
        let paths: Vec<&str> = files.iter().map(Location::path).collect();
        assert_eq!(paths, ["My%20Types.xsd", "My Types.xsd"]);
    }

    #[test]
    fn what_a_document_may_not_name() {
        let base = Location::entry("s.wsdl");
        let rows = [
            ("file:///etc/passwd", Refusal::FileUri),
            ("FILE:a.xsd", Refusal::FileUri),
            ("/etc/passwd", Refusal::AbsolutePath),
            ("C:\\a.xsd", Refusal::AbsolutePath),
            ("\\a.xsd", Refusal::AbsolutePath),
            ("\\\\server\\share\\a.xsd", Refusal::NetworkPath),
            ("//server/share/a.xsd", Refusal::NetworkPath),
        ];
        for (reference, refusal) in rows {
            let actual = base.resolve(reference, &Catalog::default());
            assert_eq!(actual, Reference::Refused(refusal), "{reference}");
        }
        for reference in ["", "#Types", "  "] {
            assert_eq!(base.resolve(reference, &Catalog::default()), Reference::Itself);
        }
    }

    #[test]
    fn a_catalog_maps_uris_and_references_as_written() {
        let catalog = catalog();
        let file = Location::entry("w/s.wsdl");
        let found = |uri: &str, path: &str| {
            let (uri, path) = (uri.to_owned(), path.to_owned());
            Reference::Mapped(Location::Catalogued { uri, path })
        };
        let beside = Reference::Files(vec![Location::Catalogued {
            uri: "http://h/d/e/y.xsd".into(),
            path: "q/y.xsd".into(),
        }]);
        let there =
            Location::Catalogued { uri: "http://h/d/e/z.xsd".into(), path: "q/z.xsd".into() };
        let rows = [
            (&file, "http://h/a.xsd", found("http://h/a.xsd", "cat/c/a.xsd")),
            (&file, "http://h/a.xsd#x", found("http://h/a.xsd", "cat/c/a.xsd")),
            (&file, "http://h/none", Reference::Remote("http://h/none".into())),
            (&file, "x.svc?xsd=1", found("w/x.svc?xsd=1", "cat/c/1.xsd")),
            (&there, "../b.xsd", found("http://h/d/b.xsd", "cat/c/b.xsd")),
            (&there, "/a.xsd", found("http://h/a.xsd", "cat/c/a.xsd")),
            (&there, "/n.xsd", Reference::Remote("http://h/n.xsd".into())),
            (&there, "y.xsd", beside),
        ];
        for (base, reference, expected) in rows {
            assert_eq!(base.resolve(reference, &catalog), expected, "{reference}");
        }
    }
}
