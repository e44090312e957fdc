//! Which file a fetched document becomes. Names come from URLs, which are foreign text: they are
//! made of a fixed alphabet, and no two differ by case alone.

use std::collections::BTreeSet;

/// The longest part of a path, in bytes.
const LONGEST: usize = 80;

/// The names given so far.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// The file of the document that was asked for: in the folder itself, named after the last
    /// part of the URL's path.
    pub(super) fn entry(&mut self, url: &str, extension: &str) -> String {
        let (_, path, _) = split(url);
        let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or("document");
        self.take(&[], last, extension)
    }

    /// The file of an imported document: below a folder for its host, by the path of its URL.
    pub(super) fn imported(&mut self, url: &str, extension: &str) -> String {
        let (host, path, query) = split(url);
        let mut folders: Vec<String> = vec![safe(host)];
        let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let last = parts.pop().unwrap_or("document");
        folders.extend(parts.into_iter().map(safe));
        let last = match query {
            Some(query) => format!("{}_{query}", stem(last, extension)),
            None => last.to_owned(),
        };
        self.take(&folders, &last, extension)
    }

    fn take(&mut self, folders: &[String], last: &str, extension: &str) -> String {
        let folder: String = folders.iter().map(|folder| format!("{folder}/")).collect();
        let stem = safe(stem(last, extension));
        let mut path = format!("{folder}{stem}.{extension}");
        let mut number = 2;
        while !self.taken.insert(path.to_ascii_lowercase()) {
            path = format!("{folder}{stem}_{number}.{extension}");
            number += 1;
        }
        path
    }
}

/// Host with port, path and query of a URL.
fn split(url: &str) -> (&str, &str, Option<&str>) {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (rest, query) = match rest.split_once('?') {
        Some((rest, query)) => (rest, Some(query)),
        None => (rest, None),
    };
    let (host, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
    (host.rsplit('@').next().unwrap_or(host), path, query)
}

/// The name without its extension, where that is the one wanted or that of a program.
fn stem<'a>(name: &'a str, extension: &str) -> &'a str {
    match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() => {
            let programs = ["svc", "asmx", "php", "jws", "wsdl", "xsd", "xml"];
            let end = end.to_ascii_lowercase();
            if end == extension || programs.contains(&end.as_str()) { stem } else { name }
        }
        _ => name,
    }
}

/// The text in the characters `A-Z`, `a-z`, `0-9`, `-`, `_` and, within, `.`.
fn safe(text: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' };
    let text: String = text.chars().take(LONGEST).map(safe).collect();
    let text = text.trim_matches('.');
    if text.is_empty() { "_".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_have_names() {
        let rows = [
            ("http://h/doc/AWSAlexa.wsdl", "wsdl", "AWSAlexa.wsdl", "h/doc/AWSAlexa.wsdl"),
            ("https://h:8080/a/S.svc?wsdl", "wsdl", "S.wsdl", "h_8080/a/S_wsdl.wsdl"),
            ("http://u:p@h/S.asmx?xsd=1", "xsd", "S.xsd", "h/S_xsd_1.xsd"),
            ("http://h", "wsdl", "document.wsdl", "h/document.wsdl"),
            ("http://h/a/../..%2f/x y.xsd", "xsd", "x_y.xsd", "h/a/_/_2f/x_y.xsd"),
            ("http://h/soap/v2.1/", "wsdl", "v2.1.wsdl", "h/soap/v2.1.wsdl"),
        ];
        for (url, extension, entry, imported) in rows {
            assert_eq!(Names::default().entry(url, extension), entry);
            assert_eq!(Names::default().imported(url, extension), imported);
        }
    }

    #[test]
    fn names_differ_by_more_than_case() {
        let mut names = Names::default();
        let urls = ["http://h/a.xsd", "http://H/A.xsd", "http://h/A.XSD"];
        let paths = urls.map(|url| names.imported(url, "xsd"));
        assert_eq!(paths, ["h/a.xsd", "H/A_2.xsd", "h/A_3.xsd"]);
    }
}
