//! Identity constraints (XSD 1.0 Part 1, section 3.11.6): their names are unique, and a keyref
//! refers to a key with as many fields (`c-props-correct`). They are not enforced in messages.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::syntax::xsd::{IdentityConstraint, IdentityKind};
use crate::vocabulary::QName;

impl<'a> Resolver<'a, '_> {
    /// Checks the constraints of all elements.
    pub(super) fn check_identity_constraints(&mut self) {
        let mut names: BTreeMap<&QName, &IdentityConstraint> = BTreeMap::new();
        let constraints: Vec<&'a IdentityConstraint> = std::mem::take(&mut self.identity);
        for constraint in &constraints {
            let first = *names.entry(&constraint.name.value).or_insert(constraint);
            if first.span != constraint.span {
                let message =
                    format!("the constraint `{}` is declared twice", constraint.name.value);
                let finding = Diagnostic::new(Code::DuplicateComponent, constraint.span, message);
                self.report(finding.label(first.span, "the first declaration"));
            }
        }
        for constraint in constraints {
            if let Some(finding) = wrong_reference(constraint, &names) {
                self.report(finding);
            }
        }
    }
}

fn wrong_reference(
    constraint: &IdentityConstraint,
    names: &BTreeMap<&QName, &IdentityConstraint>,
) -> Option<Diagnostic> {
    let refer = constraint.refer.as_ref()?;
    let Some(key) = names.get(&refer.value) else {
        let message = format!("there is no key `{}`", refer.value);
        return Some(Diagnostic::new(Code::UnresolvedName, refer.span, message));
    };
    let message = if key.kind == IdentityKind::KeyRef {
        format!("`{}` is no key", refer.value)
    } else if key.fields.len() != constraint.fields.len() {
        let (own, other) = (constraint.fields.len(), key.fields.len());
        format!("the reference has {own} fields, the key `{}` has {other}", refer.value)
    } else {
        return None;
    };
    let finding = Diagnostic::new(Code::KeyReference, refer.span, message);
    Some(finding.label(key.span, "what is referred to"))
}
