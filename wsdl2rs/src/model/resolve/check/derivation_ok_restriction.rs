//! `derivation-ok-restriction` (XSD 1.0 Part 1, section 3.4.6): a restriction accepts only what its
//! base accepts. Attributes, and the kind of content, are checked here; particles by
//! `cos-particle-restrict`.

use std::collections::BTreeMap;

use super::e_props_correct::text;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::resolve::xsd::derivation::describe;
use crate::model::xsd::{AttributeUse, ComplexType, ContentType, Type, ValueConstraint, Wildcard};
use crate::syntax::xsd::{Method, ProcessContents};
use crate::vocabulary::QName;

impl Resolver<'_, '_> {
    /// Checks all restrictions of complex types.
    pub(super) fn check_restrictions(&mut self) {
        let mut findings = Vec::new();
        for id in self.complex_type_ids() {
            let ty = &self.model.complex_types[id];
            let (Method::Restriction, Type::Complex(base)) = (ty.method, ty.base) else { continue };
            let base = &self.model.complex_types[base];
            findings.extend(self.restricted_content(ty, base));
            self.find_wrong_uses(ty, base, &mut findings);
            findings.extend(widened_wildcard(ty, base));
        }
        for finding in findings {
            self.report(finding);
        }
    }

    /// Clause 5: empty content needs an emptiable base, mixed content a mixed one.
    fn restricted_content(&self, ty: &ComplexType, base: &ComplexType) -> Option<Diagnostic> {
        let message = match (&ty.content, &base.content) {
            (ContentType::Empty, ContentType::ElementOnly(particle))
            | (ContentType::Empty, ContentType::Mixed(Some(particle)))
                if !self.is_emptiable(particle) =>
            {
                "is empty, but its base requires elements"
            }
            (ContentType::Mixed(_), ContentType::ElementOnly(_) | ContentType::Empty) => {
                "has mixed content, its base has not"
            }
            (ContentType::ElementOnly(_), ContentType::Empty | ContentType::Mixed(None)) => {
                "has elements, but its base is empty"
            }
            _ => return None,
        };
        let message = format!("{} {message}", describe(ty));
        let finding = Diagnostic::new(Code::ContentRestriction, ty.origin.span, message);
        Some(finding.label(base.origin.span, "the base"))
    }

    pub(super) fn name_of(&self, attribute_use: &AttributeUse) -> &QName {
        &self.model.attributes[attribute_use.attribute].name
    }

    /// Clauses 2 and 3: each use restricts one of the base or is allowed by its wildcard, and no
    /// required one is missing.
    fn find_wrong_uses(
        &self,
        ty: &ComplexType,
        base: &ComplexType,
        findings: &mut Vec<Diagnostic>,
    ) {
        let mut of_base: BTreeMap<&QName, &AttributeUse> =
            base.attributes.iter().map(|used| (self.name_of(used), used)).collect();
        for own in &ty.attributes {
            let name = self.name_of(own);
            let finding = match of_base.remove(name) {
                Some(inherited) => self.wrong_use(own, inherited).map(|reason| {
                    let message = format!("the attribute `{name}` {reason}");
                    Diagnostic::new(Code::AttributeRestriction, own.span, message)
                        .label(inherited.span, "the attribute of the base")
                }),
                None if allows(base.attribute_wildcard.as_ref(), name) => None,
                None => {
                    let message = format!("the base type allows no attribute `{name}`");
                    let finding = Diagnostic::new(Code::AttributeRestriction, own.span, message);
                    Some(finding.label(base.origin.span, "the base type"))
                }
            };
            findings.extend(finding);
        }
        for (name, missing) in of_base.into_iter().filter(|(_, used)| used.required) {
            let message = format!("the required attribute `{name}` is prohibited");
            let finding = Diagnostic::new(Code::AttributeRestriction, ty.origin.span, message);
            findings.push(finding.label(missing.span, "it is required here"));
        }
    }

    /// Why a use does not restrict that of the base.
    pub(super) fn wrong_use(
        &self,
        own: &AttributeUse,
        base: &AttributeUse,
    ) -> Option<&'static str> {
        let (declared, inherited) =
            (&self.model.attributes[own.attribute], &self.model.attributes[base.attribute]);
        if base.required && !own.required {
            return Some("is required in the base type, but optional here");
        }
        let (from, to) = (Type::Simple(declared.ty), Type::Simple(inherited.ty));
        if self.methods_between(from, to).is_none() {
            return Some("has a type that is not derived from that in the base type");
        }
        let Some(ValueConstraint::Fixed(fixed)) = &base.value else { return None };
        let is_kept = match &own.value {
            Some(value @ ValueConstraint::Fixed(_)) => {
                self.value_key(inherited.ty, &text(value).value)
                    == self.value_key(inherited.ty, &fixed.value)
            }
            Some(ValueConstraint::Default(_)) | None => false,
        };
        (!is_kept).then_some("changes the fixed value of the base type")
    }
}

fn allows(wildcard: Option<&Wildcard>, name: &QName) -> bool {
    wildcard.is_some_and(|wildcard| wildcard.namespaces.allows(&name.namespace))
}

/// Clause 4: the wildcard allows no more than that of the base, and is as strict.
fn widened_wildcard(ty: &ComplexType, base: &ComplexType) -> Option<Diagnostic> {
    let own = ty.attribute_wildcard.as_ref()?;
    let finding = |message: &str| Diagnostic::new(Code::WildcardRestriction, own.span, message);
    let Some(inherited) = &base.attribute_wildcard else {
        let finding = finding("the base type has no attribute wildcard");
        return Some(finding.label(base.origin.span, "the base type"));
    };
    if !own.namespaces.is_subset_of(&inherited.namespaces) {
        let finding = finding("the wildcard allows more than that of the base type");
        return Some(finding.label(inherited.span, "the wildcard of the base"));
    }
    if strictness(own.process) < strictness(inherited.process) {
        let finding = finding("the wildcard is less strict than that of the base type");
        return Some(finding.label(inherited.span, "the wildcard of the base"));
    }
    None
}

fn strictness(process: ProcessContents) -> u8 {
    match process {
        ProcessContents::Skip => 0,
        ProcessContents::Lax => 1,
        ProcessContents::Strict => 2,
    }
}
