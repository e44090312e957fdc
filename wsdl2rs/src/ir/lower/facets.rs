//! Constraining facets → checks of a newtype (XSD 1.0 Part 2, section 4.3).

use super::Lowering;
use crate::diagnostic::Code;
use crate::ir::item::Check;
use crate::ir::ty::Type;
use crate::model::id::Id;
use crate::model::xsd::{Builtin, Facets, SimpleType, SimpleTypeRef, Variety, WhiteSpace};

/// A simple type with the restrictions between it and what it is made of.
pub(super) struct Chain {
    /// What the restrictions begin with.
    pub(super) root: Root,
    /// The restrictions, the innermost first.
    pub(super) steps: Vec<Id<SimpleType>>,
}

/// What a chain of restrictions begins with.
#[derive(Clone, Copy)]
pub(super) enum Root {
    /// A built-in type.
    Builtin(Builtin),
    /// A list.
    List(Id<SimpleType>),
    /// A union.
    Union(Id<SimpleType>),
}

impl Lowering<'_> {
    /// The chain of restrictions of a simple type.
    pub(super) fn chain(&self, id: Id<SimpleType>) -> Chain {
        let mut steps = Vec::new();
        let mut current = id;
        let root = loop {
            match &self.model.simple_types[current].variety {
                Variety::List { .. } => break Root::List(current),
                Variety::Union { .. } => break Root::Union(current),
                Variety::Restriction { base, .. } => {
                    steps.push(current);
                    match base {
                        SimpleTypeRef::Builtin(builtin) => break Root::Builtin(*builtin),
                        SimpleTypeRef::Defined(base) => current = *base,
                    }
                }
            }
        };
        steps.reverse();
        Chain { root, steps }
    }

    /// The checks of a chain, and the white space rule where a step sets one.
    pub(super) fn checks(
        &mut self,
        chain: &Chain,
        base: &Type,
    ) -> (Vec<Check>, Option<WhiteSpace>) {
        let model = self.model;
        let mut checks = Vec::new();
        let mut white_space = None;
        for step in &chain.steps {
            let ty = &model.simple_types[*step];
            let Variety::Restriction { facets, .. } = &ty.variety else { continue };
            for facet in facets {
                if let Facets::WhiteSpace(rule) = facet.kind {
                    white_space = Some(rule);
                    continue;
                }
                match check(&facet.kind) {
                    Some(check) if is_length(&check) && is_name(base) => {}
                    Some(check) if applies(&check, base) => replace(&mut checks, check),
                    Some(_) => {
                        let message =
                            format!("this facet on `{}` has no Rust form yet", ty_name(base));
                        self.refuse(Code::FacetHere, facet.span, ty.name.as_ref(), message);
                    }
                    None => {}
                }
            }
            checks.extend(self.pattern(*step).map(|(check, _)| check));
        }
        (checks, white_space)
    }
}

/// Adds a check that is no pattern; of two that bound the same side the later, which is the narrower, remains.
fn replace(checks: &mut Vec<Check>, check: Check) {
    checks.retain(|known| std::mem::discriminant(known) != std::mem::discriminant(&check));
    checks.push(check);
}

fn check(facet: &Facets) -> Option<Check> {
    Some(match facet {
        Facets::Length(length) => Check::Length(*length),
        Facets::MinLength(length) => Check::MinLength(*length),
        Facets::MaxLength(length) => Check::MaxLength(*length),
        Facets::MinInclusive(bound) => Check::MinInclusive(bound.clone()),
        Facets::MaxInclusive(bound) => Check::MaxInclusive(bound.clone()),
        Facets::MinExclusive(bound) => Check::MinExclusive(bound.clone()),
        Facets::MaxExclusive(bound) => Check::MaxExclusive(bound.clone()),
        Facets::TotalDigits(digits) => Check::TotalDigits(*digits),
        Facets::FractionDigits(digits) => Check::FractionDigits(*digits),
        Facets::Pattern(_) | Facets::Enumeration(..) | Facets::WhiteSpace(_) => return None,
    })
}

fn is_length(check: &Check) -> bool {
    matches!(check, Check::Length(_) | Check::MinLength(_) | Check::MaxLength(_))
}

/// Whether every length is allowed: that of a qualified name is not counted (XML Schema Part 2,
/// section 4.3.1.4).
fn is_name(base: &Type) -> bool {
    matches!(base, Type::Builtin(Builtin::QName | Builtin::Notation))
}

/// Whether the runtime can measure or compare the base so.
fn applies(check: &Check, base: &Type) -> bool {
    let builtin = match base {
        Type::Builtin(builtin) => *builtin,
        Type::List(_) => return is_length(check),
        Type::Item(_) | Type::Nillable(..) | Type::Boxed(_) | Type::Present | Type::Open(_) => {
            return false;
        }
    };
    match check {
        Check::Length(_) | Check::MinLength(_) | Check::MaxLength(_) => is_measured(builtin),
        Check::TotalDigits(_) | Check::FractionDigits(_) => is_decimal(builtin),
        Check::MinInclusive(_)
        | Check::MaxInclusive(_)
        | Check::MinExclusive(_)
        | Check::MaxExclusive(_) => !is_measured(builtin) && !is_name(base),
        Check::Pattern { .. } => true,
    }
}

/// Whether a type's values have a length.
pub(super) fn is_measured(builtin: Builtin) -> bool {
    use Builtin as B;
    matches!(
        builtin,
        B::String
            | B::NormalizedString
            | B::Token
            | B::Language
            | B::NmToken
            | B::Name
            | B::NcName
            | B::Id
            | B::IdRef
            | B::Entity
            | B::AnyUri
            | B::HexBinary
            | B::Base64Binary
            | B::NmTokens
            | B::IdRefs
            | B::Entities
    )
}

/// Whether a type is derived from `xs:decimal`.
pub(super) fn is_decimal(builtin: Builtin) -> bool {
    builtin == Builtin::Decimal || is_integer(builtin)
}

/// Whether a type is derived from `xs:integer`.
pub(super) fn is_integer(builtin: Builtin) -> bool {
    use Builtin as B;
    matches!(
        builtin,
        B::Integer
            | B::NonPositiveInteger
            | B::NegativeInteger
            | B::Long
            | B::Int
            | B::Short
            | B::Byte
            | B::NonNegativeInteger
            | B::UnsignedLong
            | B::UnsignedInt
            | B::UnsignedShort
            | B::UnsignedByte
            | B::PositiveInteger
    )
}

fn ty_name(ty: &Type) -> String {
    match ty {
        Type::Builtin(builtin) => format!("xs:{}", builtin.name()),
        Type::List(_) => "a list".to_owned(),
        Type::Item(_) | Type::Nillable(..) | Type::Boxed(_) | Type::Present | Type::Open(_) => {
            "a union".to_owned()
        }
    }
}
