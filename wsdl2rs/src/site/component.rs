//! The pages of global elements and of named types.

use super::frame::{self, Writer};
use super::{Page, Rust, Site, Target, picture, tree};

/// Writes the page of a global element.
pub(super) fn element(site: &Site<'_>, index: usize) -> Page {
    let element = &site.contract.elements[index];
    let mut page = Writer::new(site, true);
    let marks: &[&str] = if element.is_abstract { &["abstract"] } else { &[] };
    frame::title(&mut page, "Element", &element.head, marks);
    page.section("content", "Content", |page| {
        tree::write(page, std::slice::from_ref(&element.node));
    });
    if !element.above.is_empty() || !element.below.is_empty() {
        page.section("substitution", "Substitution", |page| {
            let text = "Each element may stand where the one above it is expected.";
            page.html.element("p", &[], text);
            let label = format!("Substitution group of {}", element.head.local);
            picture::draw(page, &label, &element.above, &element.head.local, &element.below);
        });
    }
    rust(&mut page, &element.rust);
    if let Some(sample) = &element.sample {
        page.section("sample", "Sample", |page| page.code("Sample document", sample));
    }
    used_by(&mut page, &element.used_by);
    let path = site.paths.of(Target::Element(index)).to_owned();
    page.finish(&path, &element.head.local, "element")
}

/// Writes the page of a named type.
pub(super) fn ty(site: &Site<'_>, index: usize) -> Page {
    let ty = &site.contract.types[index];
    let mut page = Writer::new(site, true);
    let marks: &[&str] = if ty.is_abstract { &["abstract"] } else { &[] };
    let kind = if ty.is_simple { "Simple type" } else { "Complex type" };
    frame::title(&mut page, kind, &ty.head, marks);
    if !ty.facets.is_empty() {
        page.section("facets", "Facets", |page| page.facts(&ty.facets));
    }
    if !ty.values.is_empty() {
        page.section("values", "Values", |page| values(page, &ty.values));
    }
    if !ty.is_simple {
        page.section("content", "Content", |page| tree::write(page, &ty.members));
    }
    if !ty.above.is_empty() || !ty.below.is_empty() {
        page.section("derivation", "Derivation", |page| {
            let label = format!("What {} is derived from, and what from it", ty.head.local);
            picture::draw(page, &label, &ty.above, &ty.head.local, &ty.below);
        });
    }
    rust(&mut page, &ty.rust);
    if !ty.uses.is_empty() {
        page.section("uses", "Uses", |page| page.mentions(&ty.uses));
    }
    used_by(&mut page, &ty.used_by);
    let path = site.paths.of(Target::Type(index)).to_owned();
    page.finish(&path, &ty.head.local, if ty.is_simple { "simple type" } else { "type" })
}

fn values(page: &mut Writer<'_>, values: &[(String, String)]) {
    page.html.within("ul", &[("class", "list")], |html| {
        for (value, documentation) in values {
            html.within("li", &[], |html| {
                html.element("code", &[], value);
                if !documentation.trim().is_empty() {
                    html.text(" ").element("span", &[("class", "about")], documentation.trim());
                }
            });
        }
    });
}

fn rust(page: &mut Writer<'_>, rust: &Rust) {
    page.section("rust", "In Rust", |page| {
        page.html.within("p", &[], |html| {
            if let Some(path) = &rust.path {
                html.element("code", &[], path).text(" \u{2013} ");
            }
            html.text(&rust.rule);
        });
        if let Some(source) = &rust.source {
            page.code("Rust", source);
        }
    });
}

fn used_by(page: &mut Writer<'_>, mentions: &[super::Mention]) {
    page.section("used-by", "Used by", |page| {
        if mentions.is_empty() {
            page.html.element("p", &[("class", "none")], "Nothing in these documents.");
        } else {
            page.mentions(mentions);
        }
    });
}
