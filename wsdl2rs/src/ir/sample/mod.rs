//! Values that a type allows, for documentation: one for each type, made by rule and not by chance,
//! so that the same contract has the same samples.
//!
//! Members that may be absent are there near the root, lists have one item or as many as they must
//! have, a choice has its first branch; further down only what is required is there.

mod markup;
mod order;
mod regular;
mod simple;
mod xml;

use super::Crate;
use super::client::{ContentMarker, Operation};
use super::content::{Combination, Member, Wildcard, WildcardNamespaces, Wire};
use super::field::Field;
use super::item::{Alternatives, Array, Branch, Choice, Item, ItemKind, Struct, Variant};
use super::ty::{Cardinality, Open, Type, TypeId};
pub(crate) use xml::{document, envelope};

/// A value, by the rules of its type.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A lexical form of a built-in type, a list, or a type with facets.
    Simple(String),
    /// A list of values that are no plain text.
    List(Vec<Value>),
    /// An enumerated value: its index.
    Enumerated(TypeId, usize),
    /// A value of a member type of a union.
    Union(TypeId, usize, Box<Value>),
    /// The values of each field of a struct.
    Struct(TypeId, Vec<Vec<Value>>),
    /// The values of a branch of a choice.
    Choice(TypeId, usize, Vec<Value>),
    /// A value of a type that may stand in a place.
    Alternative(TypeId, usize, Box<Value>),
    /// An array of the SOAP encoding.
    Array(TypeId, Vec<Value>),
    /// A value behind a pointer.
    Boxed(Box<Value>),
    /// A value where nil could be.
    Nillable(Box<Value>),
    /// Nil, with its attributes if its type has any.
    Nil(Option<Box<Value>>),
    /// That an element is there.
    Present,
    /// An element that the schema leaves open, as text.
    Element(String),
    /// Text where the schema leaves the content open.
    Content,
    /// Text where the schema leaves the simple type open.
    Text,
    /// Nothing: no document has a value here.
    Never,
    /// No attributes where the schema leaves them open.
    NoAttributes,
}

/// How many types deep members are there that may be absent.
const GENEROUS: usize = 3;
/// How many values a sample has, before only what is required is there.
const MOST_VALUES: usize = 120;
/// How deep a sample is at most. No type needs as much: values of all types end.
const MOST_DEEP: usize = 200;
/// How many items a list has at most.
const MOST_ITEMS: u32 = 64;

/// A value of a type.
pub(crate) fn of(krate: &Crate, ty: &Type) -> Value {
    Maker { krate, within: Vec::new(), left: MOST_VALUES }.value(ty)
}

/// Makes one sample.
struct Maker<'a> {
    krate: &'a Crate,
    /// The types that the value to be made is in.
    within: Vec<TypeId>,
    /// How many values may still be made that are not required.
    left: usize,
}

impl Maker<'_> {
    fn value(&mut self, ty: &Type) -> Value {
        self.left = self.left.saturating_sub(1);
        match ty {
            Type::List(item) if matches!(**item, Type::Item(_)) => {
                Value::List(vec![self.value(item)])
            }
            Type::Builtin(_) | Type::List(_) => Value::Simple(simple::text(self.krate, ty)),
            Type::Item(id) => self.item(*id),
            Type::Boxed(id) => Value::Boxed(Box::new(self.item(*id))),
            Type::Nillable(inner, attributes)
                if self.is_within(inner) || **inner == Type::Open(Open::Never) =>
            {
                Value::Nil(attributes.map(|id| Box::new(self.item(id))))
            }
            Type::Nillable(inner, _) => Value::Nillable(Box::new(self.value(inner))),
            Type::Present => Value::Present,
            Type::Open(Open::Element) => Value::Element(open_element(&WildcardNamespaces::Any)),
            Type::Open(Open::Content) => Value::Content,
            Type::Open(Open::Text) => Value::Text,
            Type::Open(Open::Attributes) => Value::NoAttributes,
            Type::Open(Open::Never) => Value::Never,
        }
    }

    fn item(&mut self, id: TypeId) -> Value {
        if self.within.len() >= MOST_DEEP {
            return Value::Simple(String::new());
        }
        let krate = self.krate;
        self.within.push(id);
        let value = match &krate.item(id).kind {
            ItemKind::Struct(structure) => Value::Struct(id, self.structure(structure)),
            ItemKind::Choice(choice) => self.choice(id, choice),
            ItemKind::Enumeration(_) => Value::Enumerated(id, 0),
            ItemKind::Newtype(_) => Value::Simple(simple::text(krate, &Type::Item(id))),
            ItemKind::Union(union) => match union.variants.first() {
                Some((_, ty, _)) => Value::Union(id, 0, Box::new(self.value(ty))),
                None => Value::Simple(String::new()),
            },
            ItemKind::Alternatives(types) => self.alternative(id, types),
            ItemKind::Array(array) => self.array(id, array),
        };
        self.within.pop();
        value
    }

    /// Whether what may be absent is there.
    fn is_generous(&self) -> bool {
        self.left > 0 && self.within.len() <= GENEROUS
    }

    fn structure(&mut self, structure: &Struct) -> Vec<Vec<Value>> {
        let fields = structure.fields.iter().enumerate();
        let values = fields.map(|(index, field)| {
            if let (Combination::Mixed(order), [Member::Part { field: of, .. }]) =
                (&structure.combination, structure.members.as_slice())
                && *of == index
            {
                return self.mixed(&field.ty, order.as_ref());
            }
            match wildcard_of(structure, index) {
                Some(wildcard) => wild(wildcard, field.cardinality),
                None => self.field(field),
            }
        });
        values.collect()
    }

    fn field(&mut self, field: &Field) -> Vec<Value> {
        if let Some(default) = &field.default {
            return vec![simple::value(self.krate, &field.ty, &default.0)];
        }
        self.values(&field.ty, field.cardinality)
    }

    /// The values of a member.
    fn values(&mut self, ty: &Type, cardinality: Cardinality) -> Vec<Value> {
        let min = match cardinality {
            Cardinality::One | Cardinality::NonEmpty => 1,
            Cardinality::Optional | Cardinality::Any => 0,
            Cardinality::Bounded { min, .. } => min,
        };
        let wanted = self.is_generous() && !self.is_within(ty) && *ty != Type::Open(Open::Never);
        let count = min.max(u32::from(wanted)).min(min.max(MOST_ITEMS));
        (0..count).map(|_| self.value(ty)).collect()
    }

    /// Whether a value of the type would contain another one of a type that it is in.
    fn is_within(&self, ty: &Type) -> bool {
        match ty {
            Type::Item(id) | Type::Boxed(id) => self.within.contains(id),
            Type::Nillable(inner, _) => self.is_within(inner),
            Type::Builtin(_) | Type::List(_) | Type::Present | Type::Open(_) => false,
        }
    }

    fn choice(&mut self, id: TypeId, choice: &Choice) -> Value {
        let is_first = self.is_generous() && !choice.variants.is_empty();
        let taken = if is_first { self.first_branch(choice) } else { choice.blank };
        Value::Choice(id, taken, self.branch(&choice.variants[taken]))
    }

    /// The first branch that is no wildcard and does not lead back.
    fn first_branch(&self, choice: &Choice) -> usize {
        let is_plain = |variant: &Variant| {
            !matches!(variant.branch, Branch::Wildcard(_)) && !self.is_within(&variant.ty)
        };
        choice.variants.iter().position(is_plain).unwrap_or(choice.blank)
    }

    fn branch(&mut self, variant: &Variant) -> Vec<Value> {
        if let Branch::Wildcard(wildcard) = &variant.branch {
            let cardinality = variant.cardinality;
            return if cardinality.is_required() {
                wild(wildcard, cardinality)
            } else {
                Vec::new()
            };
        }
        let values = self.values(&variant.ty, variant.cardinality);
        // A branch without anything shows nothing.
        let is_shown = self.is_generous() && !self.is_within(&variant.ty);
        if values.is_empty() && is_shown { vec![self.value(&variant.ty)] } else { values }
    }

    fn alternative(&mut self, id: TypeId, types: &Alternatives) -> Value {
        let taken = match types.declared {
            Some(declared) if self.is_generous() => declared,
            _ => types.blank,
        };
        Value::Alternative(id, taken, Box::new(self.item(types.variants[taken].1)))
    }

    fn array(&mut self, id: TypeId, array: &Array) -> Value {
        let is_shown = array.rank == 1 && !self.is_within(&array.item);
        let items = if is_shown { vec![self.value(&array.item)] } else { Vec::new() };
        Value::Array(id, items)
    }
}

/// The wildcard that a field is for.
fn wildcard_of(structure: &Struct, index: usize) -> Option<&Wildcard> {
    structure.members.iter().find_map(|member| {
        let Member::Wildcard { field, wildcard, .. } = member else { return None };
        (*field == index).then_some(wildcard)
    })
}

/// What a wildcard takes, as often as it must.
fn wild(wildcard: &Wildcard, cardinality: Cardinality) -> Vec<Value> {
    let count = match cardinality {
        Cardinality::One | Cardinality::NonEmpty => 1,
        Cardinality::Optional | Cardinality::Any => 0,
        Cardinality::Bounded { min, .. } => min,
    };
    (0..count).map(|_| Value::Element(open_element(&wildcard.namespaces))).collect()
}

/// An element in a namespace that a wildcard takes.
fn open_element(namespaces: &WildcardNamespaces) -> String {
    let namespace = match namespaces {
        WildcardNamespaces::Any | WildcardNamespaces::Other(_) => "urn:example",
        WildcardNamespaces::OneOf(namespaces) => namespaces.first().map_or("", String::as_str),
    };
    if namespace.is_empty() {
        return "<any/>".to_owned();
    }
    format!("<x:any xmlns:x=\"{}\"/>", markup::escaped(namespace))
}
