//! What follows from a simple type and its bases: {variety}, primitive type and the effective
//! facets (XSD 1.0 Part 1, section 3.14.1; Part 2, section 4.1.1).

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::model::resolve::Resolver;
use crate::model::xsd::lexical::{Alternatives, Value};
use crate::model::xsd::{Builtin, SimpleTypeRef, WhiteSpace};

/// The effective {variety}.
#[derive(Clone, Debug)]
pub(in crate::model::resolve) enum Shape {
    /// The values of `anySimpleType`, which has no variety.
    Any,
    /// An atomic value; the nearest built-in type that it is derived from.
    Atomic(Builtin),
    /// A list of this type.
    List(SimpleTypeRef),
    /// A union of these types.
    Union(Rc<[SimpleTypeRef]>),
}

/// An effective facet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::model::resolve) struct Limit<T> {
    /// Its value.
    pub(in crate::model::resolve) value: T,
    /// Whether a derived type may not change it.
    pub(in crate::model::resolve) is_fixed: bool,
}

/// The end of a range of values.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::model::resolve) struct Edge {
    /// The value.
    pub(in crate::model::resolve) value: Value,
    /// Whether the value itself is in the range.
    pub(in crate::model::resolve) is_inclusive: bool,
}

/// The effective properties of a simple type.
#[derive(Clone, Debug)]
pub(in crate::model::resolve) struct Facts {
    /// The variety.
    pub(in crate::model::resolve) shape: Shape,
    /// `whiteSpace`.
    pub(in crate::model::resolve) white_space: Limit<WhiteSpace>,
    /// `length`.
    pub(in crate::model::resolve) length: Option<Limit<u64>>,
    /// `minLength`.
    pub(in crate::model::resolve) min_length: Option<Limit<u64>>,
    /// `maxLength`.
    pub(in crate::model::resolve) max_length: Option<Limit<u64>>,
    /// `totalDigits`.
    pub(in crate::model::resolve) total_digits: Option<Limit<u64>>,
    /// `fractionDigits`.
    pub(in crate::model::resolve) fraction_digits: Option<Limit<u64>>,
    /// `minInclusive` or `minExclusive`.
    pub(in crate::model::resolve) min: Option<Limit<Edge>>,
    /// `maxInclusive` or `maxExclusive`.
    pub(in crate::model::resolve) max: Option<Limit<Edge>>,
    /// `pattern`, those of each step of derivation: all steps' must match.
    pub(in crate::model::resolve) patterns: Vec<Rc<Alternatives>>,
    /// The keys of the values of `enumeration`.
    pub(in crate::model::resolve) enumeration: Option<Rc<BTreeSet<String>>>,
    /// How many definitions it is made from, one on the other.
    pub(in crate::model::resolve) depth: usize,
}

impl Default for Facts {
    fn default() -> Self {
        Self::of_shape(Shape::Any, WhiteSpace::Preserve, false)
    }
}

impl Facts {
    fn of_shape(shape: Shape, white_space: WhiteSpace, is_fixed: bool) -> Self {
        Self {
            shape,
            white_space: Limit { value: white_space, is_fixed },
            length: None,
            min_length: None,
            max_length: None,
            total_digits: None,
            fraction_digits: None,
            min: None,
            max: None,
            patterns: Vec::new(),
            enumeration: None,
            depth: 0,
        }
    }

    /// Of a list (section 3.14.2).
    pub(super) fn of_list(item: SimpleTypeRef) -> Self {
        Self::of_shape(Shape::List(item), WhiteSpace::Collapse, true)
    }

    /// Of a union.
    pub(super) fn of_union(members: &[SimpleTypeRef]) -> Self {
        Self::of_shape(Shape::Union(members.into()), WhiteSpace::Collapse, true)
    }

    /// Of a built-in type.
    pub(super) fn of_builtin(builtin: Builtin) -> Self {
        if builtin == Builtin::AnySimpleType {
            return Self::default();
        }
        if let Some(item) = builtin.list_item() {
            let mut facts = Self::of_list(SimpleTypeRef::Builtin(item));
            facts.min_length = Some(Limit { value: 1, is_fixed: false });
            return facts;
        }
        let is_fixed = builtin.primitive() != Builtin::String;
        let white_space = if builtin == Builtin::String {
            WhiteSpace::Preserve
        } else if builtin == Builtin::NormalizedString {
            WhiteSpace::Replace
        } else {
            WhiteSpace::Collapse
        };
        let mut facts = Self::of_shape(Shape::Atomic(builtin), white_space, is_fixed);
        if builtin.derives_from(Builtin::Integer) {
            facts.fraction_digits = Some(Limit { value: 0, is_fixed: true });
        }
        facts
    }
}

impl Resolver<'_, '_> {
    /// The facts of a type that is built in or settled.
    pub(super) fn facts(&self, ty: SimpleTypeRef) -> Facts {
        match ty {
            SimpleTypeRef::Builtin(builtin) => Facts::of_builtin(builtin),
            SimpleTypeRef::Defined(id) => self.simple_types[id.index()].facts.clone(),
        }
    }
}
