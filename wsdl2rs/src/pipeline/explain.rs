//! One component of a contract: where it is declared, the Rust it becomes, and by which rule.

mod rules;
mod samples;

use super::Run;
use super::inspect::{in_module, marker_path};
use crate::diagnostic::{Finding, Site};
use crate::emit::{self, ModuleTokens};
use crate::ir::client::{Body, Client, MarkerPath};
use crate::ir::item::{Item, ItemKind};
use crate::ir::{Crate, ModuleId};
use crate::model::Model;
use crate::model::xsd::{SimpleTypeRef, Type};
use crate::output;
use crate::source::{SourceMap, Span};
use crate::{Config, Error, suggest};
pub(crate) use rules::Rule;

/// A component, explained.
#[derive(Debug)]
pub(crate) struct Explained {
    /// `element`, `type`, `service`, `port`, `portType` or `operation`.
    pub(crate) kind: &'static str,
    /// Its name; expanded where it has a namespace.
    pub(crate) name: String,
    /// Where it is declared.
    pub(crate) site: Site,
    /// The path of the Rust item; none where it has no Rust form.
    pub(crate) rust: Option<String>,
    /// Why it is that.
    pub(crate) rule: String,
    /// Each rule that applied to what it has.
    pub(crate) rules: Vec<Rule>,
    /// The item's source.
    pub(crate) source: Option<String>,
    /// A document or message, and what the sample is of.
    pub(crate) sample: Option<String>,
    /// The statements that make a value, or a call.
    pub(crate) expression: Option<String>,
}

/// What a name means, and what it might have meant.
#[derive(Debug, Default)]
pub(crate) struct Explanation {
    /// The components of that name.
    pub(crate) components: Vec<Explained>,
    /// Without any, the nearest name.
    pub(crate) near: Option<String>,
}

/// Explains the components that are called `name`: an expanded name, or its local part.
pub(crate) fn explain(config: &Config, name: &str) -> Result<(Explanation, Vec<Finding>), Error> {
    let (explanation, done) = Run::tolerant(config, |run| {
        let documents = run.load()?;
        let model = run.resolve(&documents)?;
        let krate = run.lower(&model)?;
        let context = Context { model: &model, krate: &krate, root: run.emit(&krate) };
        let declared = context.declared();
        let is_meant = |declared: &&Declared| declared.name == name || declared.local() == name;
        let meant = declared.iter().filter(is_meant);
        let components: Vec<_> = meant.map(|found| context.explain(found, &run.sources)).collect();
        let names = declared.iter().flat_map(|found| [found.name.as_str(), found.local()]);
        let near = if components.is_empty() { suggest::nearest(name, names) } else { None };
        let near = near.map(str::to_owned);
        Ok(Explanation { components, near })
    })?;
    Ok((explanation, done.findings))
}

/// A component that has a name.
struct Declared {
    kind: &'static str,
    name: String,
    span: Span,
    /// The client that an operation belongs to; a port's own.
    client: Option<usize>,
}

impl Declared {
    fn local(&self) -> &str {
        self.name.rsplit('}').next().unwrap_or(&self.name)
    }
}

/// What explanations are taken from.
struct Context<'a> {
    model: &'a Model,
    krate: &'a Crate,
    root: ModuleTokens<'a>,
}

impl Context<'_> {
    /// Everything that has a name, in the order in which it is explained.
    fn declared(&self) -> Vec<Declared> {
        let model = self.model;
        let declared = |kind, name: String, span| Declared { kind, name, span, client: None };
        let mut found = Vec::new();
        for (name, id) in &model.global_elements {
            found.push(declared("element", name.to_string(), model.elements[*id].origin.span));
        }
        for (name, ty) in &model.named_types {
            let span = match ty {
                Type::Complex(id) => model.complex_types[*id].origin.span,
                Type::Simple(SimpleTypeRef::Defined(id)) => model.simple_types[*id].origin.span,
                Type::Simple(SimpleTypeRef::Builtin(_)) | Type::AnyType => continue,
            };
            found.push(declared("type", name.to_string(), span));
        }
        for service in &model.services {
            found.push(declared("service", service.name.to_string(), service.origin.span));
        }
        for (_, port_type) in model.port_types.iter() {
            found.push(declared("portType", port_type.name.to_string(), port_type.origin.span));
        }
        let ports = model.services.iter().flat_map(|service| {
            service.ports.iter().map(move |port| (service.name.to_string(), port))
        });
        for (service, port) in ports {
            let is_own = |client: &Client| client.service == service && client.port == port.name;
            let client = self.krate.services.clients.iter().position(is_own);
            let name = port.name.clone();
            found.push(Declared { kind: "port", name, span: port.origin.span, client });
            for operation in &port.operations {
                let (name, span) = (operation.name.clone(), operation.origin.span);
                found.push(Declared { kind: "operation", name, span, client });
            }
        }
        found
    }

    fn explain(&self, declared: &Declared, sources: &SourceMap) -> Explained {
        let (rust, rule, source) = match declared.kind {
            "element" => self.element(declared),
            "type" => self.ty(declared),
            "portType" => self.port_type(declared),
            "port" | "operation" => self.call(declared),
            _ => (None, "A service is the set of its ports; each is a client.".to_owned(), None),
        };
        let (rules, sample, expression) = self.shown(declared);
        Explained {
            kind: declared.kind,
            name: declared.name.clone(),
            site: Site::of(declared.span, sources),
            rust,
            rule,
            rules,
            source,
            sample,
            expression,
        }
    }

    fn element(&self, declared: &Declared) -> (Option<String>, String, Option<String>) {
        for (index, module) in self.krate.modules.iter().enumerate() {
            let id = ModuleId(index);
            for marker in &module.elements {
                if super::inspect::expanded(&marker.namespace, &marker.wire.local) != declared.name
                {
                    continue;
                }
                let path = MarkerPath { module: id, ident: marker.ident.clone() };
                let ty = emit::type_at_root(self.krate, &marker.value);
                let rule = format!("{MARKER} `{ty}`.");
                let item = ty.rsplit("::").next().unwrap_or(&ty);
                let source = self.source_of(&ty, item);
                return (Some(marker_path(self.krate, &path)), rule, source);
            }
        }
        (None, NO_MARKER.to_owned(), None)
    }

    fn ty(&self, declared: &Declared) -> (Option<String>, String, Option<String>) {
        let named = |item: &&Item| item.name.as_ref() == Some(&declared.name);
        if let Some(item) = self.krate.kept_items().find(named) {
            let path = in_module(self.krate, item.module, item.ident.as_str());
            let source = self.source_of(&path, item.ident.as_str());
            return (Some(path), rule(&item.kind).to_owned(), source);
        }
        for (index, module) in self.krate.modules.iter().enumerate() {
            if let Some(alias) = module.aliases.iter().find(|alias| alias.name == declared.name) {
                let path = in_module(self.krate, ModuleId(index), alias.ident.as_str());
                let source = self.source_of(&path, alias.ident.as_str());
                return (Some(path), ALIAS.to_owned(), source);
            }
        }
        (None, NO_TYPE.to_owned(), None)
    }

    fn port_type(&self, declared: &Declared) -> (Option<String>, String, Option<String>) {
        let ports = self.model.services.iter().flat_map(|service| &service.ports);
        let mut ports = ports
            .filter(|port| self.model.port_types[port.port_type].name.to_string() == declared.name);
        let client = ports.next().and_then(|port| {
            self.krate.services.clients.iter().find(|client| client.port == port.name)
        });
        let implemented = client.and_then(|client| client.implements);
        let rule = "A portType is a trait, which the clients of its ports implement, and mocks.";
        let Some(index) = implemented else { return (None, rule.to_owned(), None) };
        let ident = self.krate.services.traits[index].ident.to_string();
        let source = self.source_of(&ident, &ident);
        (Some(ident), rule.to_owned(), source)
    }

    fn call(&self, declared: &Declared) -> (Option<String>, String, Option<String>) {
        let client = declared.client.map(|index| &self.krate.services.clients[index]);
        let Some(client) = client else {
            return (None, "The port has no client: all of it was refused.".to_owned(), None);
        };
        let ident = client.ident.to_string();
        if declared.kind == "port" {
            let rule = format!("A port is a client; this one calls {}.", client.address);
            return (Some(ident), rule, None);
        }
        let operations =
            client.operations.iter().map(|index| &self.krate.services.operations[*index]);
        let mut own = operations.filter(|operation| operation.name == declared.name);
        let Some(operation) = own.next() else {
            return (None, "The operation was refused.".to_owned(), None);
        };
        let value = |body: &Body| match body.ty() {
            Some(ty) => emit::type_at_root(self.krate, ty),
            None => "()".to_owned(),
        };
        let input = value(&operation.input);
        let output = operation.output.as_ref().map(value);
        let rule = match output {
            Some(output) => format!("An operation is a method: from `{input}` to `{output}`."),
            None => format!("A one-way operation is a method that sends `{input}`."),
        };
        (Some(format!("{ident}::{}", operation.method)), rule, None)
    }

    /// The source of the item `ident` in the module of `path`.
    fn source_of(&self, path: &str, ident: &str) -> Option<String> {
        let mut module = &self.root;
        if let Some((modules, _)) = path.rsplit_once("::") {
            for name in modules.split("::") {
                module = module.children.iter().find(|child| child.name == name)?;
            }
        }
        output::definition(module, ident)
    }
}

/// Why an element has the Rust form that it has; the type of its value follows.
pub(super) const MARKER: &str =
    "A global element is a marker to read and write documents by; the value of this one is";
/// Why an element has none.
pub(super) const NO_MARKER: &str =
    "An abstract element, or one that was refused or not chosen, has no Rust form.";
/// Why a type has another name for its Rust form.
pub(super) const ALIAS: &str = "A simple type that adds nothing to its base is an alias.";
/// Why a type has no Rust form of its own.
pub(super) const NO_TYPE: &str = "The type has no Rust type of its own: it was refused or replaced, \
     it consists of members that signing fills, or nothing reaches it that was chosen.";

/// By which rule a type becomes what it is.
pub(super) fn rule(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::Struct(_) => "A complex type is a struct: attributes first, then its content.",
        ItemKind::Choice(_) => "A choice is an enum with a variant for each branch.",
        ItemKind::Enumeration(_) => "A simple type with enumerated values is an enum.",
        ItemKind::Newtype(_) => {
            "A list, or a simple type with facets, is a type whose constructor checks."
        }
        ItemKind::Alternatives(_) => {
            "A place that takes several types is an enum with a variant for each."
        }
        ItemKind::Array(_) => "An array of the SOAP encoding is a list, or a grid, of its items.",
        ItemKind::Union(_) => "A union is an enum with a variant for each member type.",
    }
}
