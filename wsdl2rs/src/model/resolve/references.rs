//! References by name: `src-resolve` (XSD 1.0 Part 1, sections 3.15.3 and 4.2.3).
//!
//! A reference to a namespace that its document does not import is followed all the same, with a
//! warning, since many published schemas rely on it. Findings are gathered by name and component: a
//! name that a type misses in a hundred places is one finding.

use std::collections::{BTreeMap, BTreeSet};

use super::Resolver;
use super::limits::SUGGESTIONS;
use super::symbols::{Space, Target};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::xsd::{self, Builtin, SimpleTypeRef, Type};
use crate::source::{Span, Spanned};
use crate::suggest::nearest;
use crate::syntax::Documents;
use crate::syntax::xsd::{Directive, Schema, SchemaId};
use crate::vocabulary::{Namespace, QName, namespaces};

/// From where a name is looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope<'a> {
    /// The schema; none for a reference of a WSDL document.
    pub(super) schema: Option<SchemaId>,
    /// In a redefinition, the name that still means the redefined component.
    pub(super) redefined: Option<(Space, &'a QName, Target)>,
}

impl Scope<'_> {
    /// The scope of a reference of a WSDL document.
    pub(super) const WSDL: Scope<'static> = Scope { schema: None, redefined: None };

    /// The same schema, without redefined name.
    pub(super) fn outside_redefinition(self) -> Self {
        Self { redefined: None, ..self }
    }
}

/// What is known about references while they are resolved.
#[derive(Debug, Default)]
pub(super) struct References<'a> {
    /// The namespaces that each schema may refer to.
    visible: Vec<BTreeSet<&'a Namespace>>,
    /// The places that refer to a name that does not exist.
    unresolved: BTreeMap<(Space, QName), Vec<Span>>,
    /// The first place in each schema that refers to a namespace without importing it.
    unimported: BTreeMap<(SchemaId, Namespace), Spanned<QName>>,
}

impl<'a> References<'a> {
    pub(super) fn new(documents: &'a Documents) -> Self {
        let visible = documents.schemas.iter().map(visible_namespaces).collect();
        Self { visible, ..Self::default() }
    }

    /// Whether the document of a scope may refer to the namespace.
    fn sees(&self, scope: Scope<'_>, namespace: &Namespace) -> bool {
        scope.schema.is_none_or(|schema| self.visible[schema.0].contains(namespace))
    }
}

/// The target namespace and the imported ones.
fn visible_namespaces(schema: &Schema) -> BTreeSet<&Namespace> {
    let imported = schema.directives.iter().filter_map(|directive| match directive {
        Directive::Import { namespace, .. } => Some(namespace),
        Directive::Include { .. } | Directive::Redefine { .. } => None,
    });
    imported.chain([&schema.target_namespace]).collect()
}

impl<'a> Resolver<'a, '_> {
    /// The type of a name; `anyType` where there is none.
    pub(super) fn type_named(&mut self, name: &Spanned<QName>, scope: Scope<'a>) -> Type {
        match self.find_type(name, scope) {
            Some(found) => found,
            None => {
                self.unresolved(Space::Types, name);
                Type::AnyType
            }
        }
    }

    /// The type of a name, if there is one.
    pub(super) fn find_type(&mut self, name: &Spanned<QName>, scope: Scope<'a>) -> Option<Type> {
        builtin_type(&name.value)
            .or_else(|| match self.look_up(Space::Types, name, scope) {
                Some(Target::Type(found)) => Some(found),
                _ => None,
            })
            .or_else(|| self.draft_type(name))
    }

    /// The built-in type that a draft of XML Schema called otherwise.
    fn draft_type(&mut self, name: &Spanned<QName>) -> Option<Type> {
        if name.value.namespace.as_str() != namespaces::XSD {
            return None;
        }
        let builtin = Builtin::of_draft(&name.value.local)?;
        let message = format!(
            "`xs:{}` is of a draft; `xs:{}` is taken for it",
            name.value.local,
            builtin.name()
        );
        self.find(Code::DraftSchema, name.span, message);
        Some(Type::Simple(SimpleTypeRef::Builtin(builtin)))
    }

    /// The simple type of a name; `anySimpleType` where there is none.
    pub(super) fn simple_type_named(
        &mut self,
        name: &Spanned<QName>,
        scope: Scope<'a>,
    ) -> SimpleTypeRef {
        match self.find_type(name, scope) {
            Some(Type::Simple(simple)) => return simple,
            Some(Type::AnyType | Type::Complex(_)) => {
                let finding = Diagnostic::new(
                    Code::UnresolvedName,
                    name.span,
                    format!("`{}` is not a simple type", name.value),
                );
                self.report(finding.because("a simple type must stand here"));
            }
            None => self.unresolved(Space::Types, name),
        }
        SimpleTypeRef::Builtin(Builtin::AnySimpleType)
    }

    /// The global element of a name, if there is one; else a finding.
    pub(super) fn element_named(
        &mut self,
        name: &Spanned<QName>,
        scope: Scope<'a>,
    ) -> Option<Id<xsd::Element>> {
        match self.look_up(Space::Elements, name, scope) {
            Some(Target::Element(id)) => Some(id),
            _ => {
                self.unresolved(Space::Elements, name);
                None
            }
        }
    }

    /// The global attribute of a name, if there is one; else a finding.
    pub(super) fn attribute_named(
        &mut self,
        name: &Spanned<QName>,
        scope: Scope<'a>,
    ) -> Option<Id<xsd::Attribute>> {
        match self.look_up(Space::Attributes, name, scope) {
            Some(Target::Attribute(id)) => Some(id),
            _ => {
                self.unresolved(Space::Attributes, name);
                None
            }
        }
    }

    /// What the name means, in the redefinition or the schemas, or as a well-known component.
    pub(super) fn look_up(
        &mut self,
        space: Space,
        name: &Spanned<QName>,
        scope: Scope<'a>,
    ) -> Option<Target> {
        match scope.redefined {
            Some((redefined, original, target))
                if redefined == space && *original == name.value =>
            {
                return Some(target);
            }
            _ => {}
        }
        let found = self.symbols.find(space, &name.value);
        if found.is_some() && !self.references.sees(scope, &name.value.namespace) {
            let schema = scope.schema.expect("WSDL documents see every namespace");
            let key = (schema, name.value.namespace.clone());
            self.references.unimported.entry(key).or_insert_with(|| name.clone());
        }
        found.or_else(|| self.well_known(space, name)).or_else(|| self.own(space, name, scope))
    }

    /// The component of the schema's own target namespace, where the name is in a namespace that no
    /// document declares anything in: the default one, taken by mistake.
    fn own(&mut self, space: Space, name: &Spanned<QName>, scope: Scope<'a>) -> Option<Target> {
        let namespace = &name.value.namespace;
        let meant = match scope.schema {
            Some(schema) => {
                let is_foreign = !namespace.is_none() && namespace.as_str() != namespaces::XSD;
                let is_known =
                    self.symbols.knows(namespace) && namespace.as_str() != namespaces::WSDL;
                if !is_foreign || is_known {
                    return None;
                }
                let own = &self.documents.schemas[schema.0].target_namespace;
                QName::new(own.clone(), &name.value.local)
            }
            None => self.meant(name)?,
        };
        let found = self.symbols.find(space, &meant)?;
        self.own_namespace_taken(&space.to_string(), name, &meant);
        Some(found)
    }

    /// Reports that a name is taken for one of a target namespace.
    pub(super) fn own_namespace_taken(&mut self, kind: &str, name: &Spanned<QName>, meant: &QName) {
        let message = format!("there is no {kind} `{}`; `{meant}` is taken for it", name.value);
        let finding = Diagnostic::new(Code::OwnNamespaceTaken, name.span, message);
        self.report(finding.because("no document declares it in its namespace"));
    }

    /// Whether a name may be declared in an included document that was not found.
    pub(super) fn may_be_included(&self, name: &QName) -> bool {
        self.documents.incomplete.contains(&name.namespace)
    }

    /// Remembers that a name does not exist.
    pub(super) fn unresolved(&mut self, space: Space, name: &Spanned<QName>) {
        self.references.unresolved.entry((space, name.value.clone())).or_default().push(name.span);
    }

    /// Reports what was gathered, ordered by place.
    pub(super) fn report_references(&mut self) {
        let unimported = std::mem::take(&mut self.references.unimported);
        for ((schema, namespace), name) in unimported {
            let message =
                format!("`{}` is used, but this schema does not import its namespace", name.value);
            let help = format!("add `<xs:import namespace=\"{}\"/>`", namespace.as_str());
            let finding = Diagnostic::new(Code::UnimportedNamespace, name.span, message).help(help);
            let schema = self.documents.schemas[schema.0].span;
            self.report(finding.label(schema, "the import belongs in this schema"));
        }
        let mut by_component: BTreeMap<_, Vec<Span>> = BTreeMap::new();
        for ((space, name), spans) in std::mem::take(&mut self.references.unresolved) {
            for span in spans {
                let component = self.symbols.component_at(span);
                by_component.entry((space, name.clone(), component)).or_default().push(span);
            }
        }
        let mut unresolved: Vec<_> = by_component.into_iter().collect();
        unresolved.sort_by_key(|(_, spans)| spans.first().copied());
        for (index, ((space, name, _), spans)) in unresolved.into_iter().enumerate() {
            let finding = self.unresolved_finding(space, &name, &spans, index < SUGGESTIONS);
            self.report(finding);
        }
    }

    fn unresolved_finding(
        &self,
        space: Space,
        name: &QName,
        spans: &[Span],
        suggest: bool,
    ) -> Diagnostic {
        let (first, others) = spans.split_first().expect("a name is noted with its place");
        let mut finding =
            Diagnostic::new(Code::UnresolvedName, *first, format!("there is no {space} `{name}`"));
        if let Some(second) = others.first() {
            finding = finding.label(
                *second,
                match others.len() {
                    1 => "also here".to_owned(),
                    count => format!("also here and in {} more places", count - 1),
                },
            );
        }
        let namespace = &name.namespace;
        if self.may_be_included(name) {
            let instead = match space {
                Space::Types | Space::Elements => "anything is taken in its place",
                Space::Attributes | Space::Groups | Space::AttributeGroups | Space::Notations => {
                    "it is left out"
                }
            };
            let message = format!("there is no {space} `{name}`");
            let why = "an included document that may declare it was not found";
            let finding = Diagnostic::new(Code::MissingComponent, *first, message).because(why);
            let near = suggest.then(|| self.suggestion(space, name)).flatten();
            let near = near.map_or_else(String::new, |near| format!("; or did you mean `{near}`?"));
            return finding.help(format!(
                "give the included document as well, or allow the finding, and {instead}{near}"
            ));
        }
        if namespace.as_str() != namespaces::XSD && !self.symbols.knows(namespace) {
            finding = finding.because(format!(
                "no document declares anything in namespace `{}`",
                namespace.as_str()
            ));
            return finding.help(
                "import the schema of that namespace with a location, or list it in the catalog",
            );
        }
        match suggest.then(|| self.suggestion(space, name)).flatten() {
            Some(suggestion) => finding.help(format!("did you mean `{suggestion}`?")),
            None => finding,
        }
    }

    /// A declared name that may have been meant: the same in another namespace, else a near one.
    pub(super) fn suggestion(&self, space: Space, name: &QName) -> Option<QName> {
        let elsewhere = self.symbols.namespaces_of(space, &name.local).next();
        if let Some(namespace) = elsewhere {
            return Some(QName::new(namespace.clone(), &name.local));
        }
        let builtins = Builtin::ALL.iter().map(|builtin| builtin.name());
        let is_builtin = space == Space::Types && name.namespace.as_str() == namespaces::XSD;
        let builtins = builtins.filter(|_| is_builtin);
        let names = self.symbols.locals(space, &name.namespace).chain(builtins);
        let local = nearest(&name.local, names)?;
        Some(QName::new(name.namespace.clone(), local))
    }
}

/// The type of a name in the XML Schema namespace.
fn builtin_type(name: &QName) -> Option<Type> {
    if name.namespace.as_str() != namespaces::XSD {
        return None;
    }
    if &*name.local == "anyType" {
        return Some(Type::AnyType);
    }
    Builtin::from_name(&name.local).map(|builtin| Type::Simple(SimpleTypeRef::Builtin(builtin)))
}
