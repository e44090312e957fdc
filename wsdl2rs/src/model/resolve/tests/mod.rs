//! Small documents: what they mean, and what is found in them.

mod content;
mod derivation;
mod documents;
mod limits;
mod messages;
mod policies;
mod rules;
mod services;
mod simple_rules;

use std::fmt::Write;

use super::resolve;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::model::Model;
use crate::model::id::Id;
use crate::model::xsd::{ComplexType, ContentType, Group, Particle, SimpleTypeRef, Term, Type};
use crate::source::{Catalog, Limits, MemoryLoader, SourceMap};
use crate::syntax::xsd::{CompositorKind, Occurs};
use crate::syntax::{Input, load};
use crate::vocabulary::{Namespace, QName};

/// The model of documents, the first of which is the entry, and what was found in them.
fn resolve_files(files: &[(&str, &str)]) -> (Model, Vec<Diagnostic>) {
    let loader =
        files.iter().fold(MemoryLoader::default(), |loader, (path, text)| loader.with(path, *text));
    let entries = [files[0].0.to_owned()];
    let (catalog, limits) = (Catalog::default(), Limits::default());
    let mut sources = SourceMap::default();
    let mut reading = Diagnostics::default();
    let input = Input { entries: &entries, loader: &loader, catalog: &catalog, limits: &limits };
    let documents = load(&input, &mut sources, &mut reading);
    for found in reading.finish() {
        assert!(found.diagnostic.severity != Severity::Error, "{:?}", found.diagnostic);
    }
    let mut resolving = Diagnostics::default();
    let model = resolve(&documents, &mut resolving);
    let found = resolving.finish().into_iter().map(|found| found.diagnostic).collect();
    (model, found)
}

/// A schema for `urn:t` with these components.
fn schema(components: &str) -> String {
    format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:t' \
         targetNamespace='urn:t' elementFormDefault='qualified'>{components}</xs:schema>"
    )
}

/// The model of a schema with these components.
fn resolve_schema(components: &str) -> (Model, Vec<Diagnostic>) {
    resolve_files(&[("t.xsd", &schema(components))])
}

/// The rules that were broken, each once, in order of the places.
fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    let mut codes: Vec<&str> = Vec::new();
    for code in found.iter().map(|found| found.code.id()) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// A name in the namespace of `schema`.
fn name(local: &str) -> QName {
    QName::new(Namespace::new("urn:t"), local)
}

/// The complex type of this name.
fn complex_type(model: &Model, local: &str) -> Id<ComplexType> {
    match model.named_types.get(&name(local)) {
        Some(Type::Complex(id)) => *id,
        other => panic!("{local} is no complex type but {other:?}"),
    }
}

/// The content of a type: `(a, b?)` a sequence, `(a | b)` a choice, `(a & b)` all, `#any` a
/// wildcard, `&g` a reference to a group.
fn content(model: &Model, local: &str) -> String {
    match &model.complex_types[complex_type(model, local)].content {
        ContentType::Empty => "empty".to_owned(),
        ContentType::Simple(simple) => format!("simple {}", simple_type(model, *simple)),
        ContentType::ElementOnly(particle) => print(model, particle),
        ContentType::Mixed(None) => "mixed".to_owned(),
        ContentType::Mixed(Some(particle)) => format!("mixed {}", print(model, particle)),
    }
}

/// The name of a simple type.
fn simple_type(model: &Model, simple: SimpleTypeRef) -> String {
    match simple {
        SimpleTypeRef::Builtin(builtin) => builtin.name().to_owned(),
        SimpleTypeRef::Defined(id) => match &model.simple_types[id].name {
            Some(name) => name.local.to_string(),
            None => "anonymous".to_owned(),
        },
    }
}

fn print(model: &Model, particle: &Particle) -> String {
    let term = match &particle.term {
        Term::Element(id) => model.elements[*id].name.local.to_string(),
        Term::Wildcard(_) => "#any".to_owned(),
        Term::GroupRef(id) => format!("&{}", model.groups[*id].name.local),
        Term::Group(group) => print_group(model, group),
    };
    match particle.occurs {
        Occurs { min: 1, max: Some(1) } => term,
        Occurs { min: 0, max: Some(1) } => format!("{term}?"),
        Occurs { min: 0, max: None } => format!("{term}*"),
        Occurs { min: 1, max: None } => format!("{term}+"),
        Occurs { min, max } => {
            let mut text = format!("{term}{{{min},");
            if let Some(max) = max {
                write!(text, "{max}").expect("a string grows");
            }
            format!("{text}}}")
        }
    }
}

fn print_group(model: &Model, group: &Group) -> String {
    let separator = match group.compositor {
        CompositorKind::Sequence => ", ",
        CompositorKind::Choice => " | ",
        CompositorKind::All => " & ",
    };
    let particles: Vec<String> =
        group.particles.iter().map(|particle| print(model, particle)).collect();
    format!("({})", particles.join(separator))
}
