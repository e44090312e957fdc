//! Reads documents from memory, for tests.

use super::{Documents, Input, load};
use crate::diagnostic::{Diagnostics, Place};
use crate::source::{Catalog, Limits, MemoryLoader, SourceMap};

/// What was read.
pub(super) struct Read {
    /// The documents.
    pub(super) documents: Documents,
    /// Their sources.
    pub(super) sources: SourceMap,
    /// The findings by position: weight, code and place.
    pub(super) findings: Vec<String>,
    /// Their messages.
    pub(super) messages: Vec<String>,
    /// The components that they are about, empty for none.
    pub(super) components: Vec<String>,
}

/// Reads these files, of which the first is the entry document.
pub(super) fn read(files: &[(&str, &str)]) -> Read {
    read_with(files, &[files[0].0], "", &Limits::default())
}

/// Reads these entry documents out of these files.
pub(super) fn read_with(
    files: &[(&str, &str)],
    entries: &[&str],
    catalog: &str,
    limits: &Limits,
) -> Read {
    let loader =
        files.iter().fold(MemoryLoader::default(), |loader, (path, text)| loader.with(path, *text));
    read_from(&loader, entries, catalog, limits)
}

/// Reads these entry documents.
pub(super) fn read_from(
    loader: &MemoryLoader,
    entries: &[&str],
    catalog: &str,
    limits: &Limits,
) -> Read {
    let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
    let catalog = Catalog::parse(catalog, "").expect("the catalog is valid");
    let input = Input { entries: &entries, loader, catalog: &catalog, limits };
    let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::default());
    let documents = load(&input, &mut sources, &mut diagnostics);
    let (mut findings, mut messages, mut components) = (Vec::new(), Vec::new(), Vec::new());
    for collected in diagnostics.finish() {
        let finding = collected.diagnostic;
        let Place::Document(span) = finding.primary.place else {
            panic!("syntax points into documents");
        };
        let position = sources.position(span);
        let weight = finding.severity.as_str();
        let (code, uri) = (finding.code.id(), sources.uri(span.source));
        findings.push(format!("{weight} {code} {uri}:{}:{}", position.line, position.column));
        messages.push(finding.message);
        components.push(finding.component.unwrap_or_default());
    }
    Read { documents, sources, findings, messages, components }
}

/// The findings of a document in which `^` marks a place: weight and code, with the position only
/// of a finding that is elsewhere.
pub(super) fn findings_at_mark(text: &str) -> String {
    let path = "a.xml";
    let found = read(&[(path, &text.replacen('^', "", 1))]);
    let before = text.split('^').next().unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, str::len) + 1;
    let mark = format!(" {path}:{line}:{column}");
    found.findings.join("; ").replace(&mark, "")
}

/// A schema with this content, for the namespace `urn:t` with the prefixes `xs` and `t`.
pub(super) fn schema(content: &str) -> String {
    format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t' \
         targetNamespace='urn:t' elementFormDefault='qualified'>\n{content}\n</xs:schema>"
    )
}

/// A WSDL document with this content, for the namespace `urn:w` with the usual prefixes.
pub(super) fn definitions(content: &str) -> String {
    format!(
        "<w:definitions xmlns:w='http://schemas.xmlsoap.org/wsdl/' \
         xmlns:soap='http://schemas.xmlsoap.org/wsdl/soap/' \
         xmlns:soap12='http://schemas.xmlsoap.org/wsdl/soap12/' \
         xmlns:mime='http://schemas.xmlsoap.org/wsdl/mime/' \
         xmlns:http='http://schemas.xmlsoap.org/wsdl/http/' \
         xmlns:xs='http://www.w3.org/2001/XMLSchema' \
         xmlns:t='urn:w' targetNamespace='urn:w'>\n{content}\n</w:definitions>"
    )
}
