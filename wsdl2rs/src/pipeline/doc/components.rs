//! Global elements and named types: what they are, and what becomes of them in Rust.

use super::Gathering;
use super::tree::Tree;
use super::uses::Uses;
use crate::emit;
use crate::ir::{Crate, ModuleId, sample};
use crate::model::id::Id;
use crate::model::xsd::{self, Facets, Occurs, SimpleTypeRef, Type, Variety, WhiteSpace};
use crate::output;
use crate::pipeline::explain;
use crate::pipeline::inspect::{expanded, in_module, marker_path};
use crate::site::{self, Rust, Target};
use crate::vocabulary::QName;

impl Gathering<'_> {
    /// A global element.
    pub(super) fn element(&self, id: Id<xsd::Element>, uses: &Uses) -> site::Element {
        let element = &self.model.elements[id];
        let target = Target::Element(self.elements[&id]);
        let once = Occurs { min: 1, max: Some(1) };
        let mut node = Tree::of_declaration(self).element(id, once);
        node.documentation.clear();
        let (rust, sample) = self.rust_of_element(&element.name);
        site::Element {
            head: self.head(&element.name, &element.origin),
            is_abstract: element.is_abstract,
            node,
            above: self.heads(id),
            below: uses.below(self, target),
            used_by: uses.by(self, target),
            rust,
            sample,
        }
    }

    /// The marker of an element and how its value is made; and a sample document.
    fn rust_of_element(&self, name: &QName) -> (Rust, Option<String>) {
        let Some((path, marker)) = marker_of(self.krate, &name.to_string()) else {
            let rule = explain::NO_MARKER.to_owned();
            return (Rust { rule, ..Rust::default() }, None);
        };
        let value = sample::of(self.krate, &marker.value);
        let ty = emit::type_at_root(self.krate, &marker.value);
        let expression = emit::expression(self.krate, &marker.value, &value);
        let source =
            expression.and_then(|value| output::statements(quote::quote! { let value = #value; }));
        let rule = format!("{} {ty}.", explain::MARKER);
        let rust = Rust { path: Some(path), rule, source };
        (rust, Some(sample::document(self.krate, marker, &value)))
    }

    /// A named type.
    pub(super) fn ty(&self, name: &QName, ty: Type, uses: &Uses) -> site::Type {
        let target = Target::Type(self.types[&ty]);
        let mut page = site::Type {
            above: self.bases(ty),
            below: uses.below(self, target),
            uses: uses.of(self, target),
            used_by: uses.by(self, target),
            rust: self.rust_of_type(&name.to_string()),
            ..site::Type::default()
        };
        match ty {
            Type::Complex(id) => {
                let complex = &self.model.complex_types[id];
                page.head = self.head(name, &complex.origin);
                page.is_abstract = complex.is_abstract;
                page.members = Tree::of_declaration(self).members(id);
            }
            Type::Simple(SimpleTypeRef::Defined(id)) => {
                let simple = &self.model.simple_types[id];
                page.head = self.head(name, &simple.origin);
                page.is_simple = true;
                self.simple(simple, &mut page);
            }
            Type::Simple(SimpleTypeRef::Builtin(_)) | Type::AnyType => {}
        }
        page
    }

    fn simple(&self, simple: &xsd::SimpleType, page: &mut site::Type) {
        let name = |ty: &SimpleTypeRef| {
            let named = self.mention_type(Type::Simple(*ty));
            named.map_or("a type of its own".to_owned(), |it| it.text)
        };
        match &simple.variety {
            Variety::Restriction { base, facets } => {
                page.facets.push(("base", name(base)));
                for facet in facets {
                    if let Facets::Enumeration(value, _) = &facet.kind {
                        page.values.push((value.clone(), facet.documentation.clone()));
                    } else {
                        page.facets.push(facet_pair(&facet.kind));
                    }
                }
            }
            Variety::List { item } => page.facets.push(("list of", name(item))),
            Variety::Union { members } => {
                let members: Vec<String> = members.iter().map(name).collect();
                page.facets.push(("one of", members.join(", ")));
            }
        }
    }

    fn rust_of_type(&self, name: &str) -> Rust {
        let krate = self.krate;
        if let Some(item) = krate.kept_items().find(|item| item.name.as_deref() == Some(name)) {
            let path = in_module(krate, item.module, item.ident.as_str());
            let source = self.sources.of(&path).map(str::to_owned);
            return Rust { path: Some(path), rule: explain::rule(&item.kind).to_owned(), source };
        }
        for (index, module) in krate.modules.iter().enumerate() {
            if let Some(alias) = module.aliases.iter().find(|alias| alias.name == name) {
                let path = in_module(krate, ModuleId(index), alias.ident.as_str());
                let source = self.sources.of(&path).map(str::to_owned);
                return Rust { path: Some(path), rule: explain::ALIAS.to_owned(), source };
            }
        }
        Rust { rule: explain::NO_TYPE.to_owned(), ..Rust::default() }
    }
}

/// The marker of a global element, and its path.
pub(crate) fn marker_of<'k>(
    krate: &'k Crate,
    name: &str,
) -> Option<(String, &'k crate::ir::Marker)> {
    krate.modules.iter().enumerate().find_map(|(index, module)| {
        let is_it =
            |marker: &&crate::ir::Marker| expanded(&marker.namespace, &marker.wire.local) == name;
        let marker = module.elements.iter().find(is_it)?;
        let path =
            crate::ir::client::MarkerPath { module: ModuleId(index), ident: marker.ident.clone() };
        Some((marker_path(krate, &path), marker))
    })
}

/// A facet in a few words.
pub(super) fn facet_text(facet: &Facets) -> String {
    if let Facets::Enumeration(value, _) = facet {
        return format!("\u{201c}{value}\u{201d}");
    }
    let (name, value) = facet_pair(facet);
    format!("{name} {value}")
}

/// The name and the value of a facet (XSD 1.0 Part 2, section 4.3).
fn facet_pair(facet: &Facets) -> (&'static str, String) {
    match facet {
        Facets::Length(value) => ("length", value.to_string()),
        Facets::MinLength(value) => ("minLength", value.to_string()),
        Facets::MaxLength(value) => ("maxLength", value.to_string()),
        Facets::Pattern(pattern) => ("pattern", pattern.source().to_owned()),
        Facets::Enumeration(value, _) => ("enumeration", value.clone()),
        Facets::WhiteSpace(WhiteSpace::Preserve) => ("whiteSpace", "preserve".to_owned()),
        Facets::WhiteSpace(WhiteSpace::Replace) => ("whiteSpace", "replace".to_owned()),
        Facets::WhiteSpace(WhiteSpace::Collapse) => ("whiteSpace", "collapse".to_owned()),
        Facets::MaxInclusive(value) => ("maxInclusive", value.clone()),
        Facets::MaxExclusive(value) => ("maxExclusive", value.clone()),
        Facets::MinInclusive(value) => ("minInclusive", value.clone()),
        Facets::MinExclusive(value) => ("minExclusive", value.clone()),
        Facets::TotalDigits(value) => ("totalDigits", value.to_string()),
        Facets::FractionDigits(value) => ("fractionDigits", value.to_string()),
    }
}
