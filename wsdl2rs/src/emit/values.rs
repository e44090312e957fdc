//! Values as expressions, for documentation: what a caller writes to make a message.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::types::{self, Place, token};
use super::{imports, runtime};
use crate::ir::field::Field;
use crate::ir::item::{ItemKind, Struct};
use crate::ir::sample::Value;
use crate::ir::ty::{Builtin, Cardinality, Open, Type, TypeId};
use crate::ir::{Crate, ModuleId};

/// An expression of the type, as it stands in the root module, within a function whose errors are
/// of any kind. None where a type of the caller's is needed, of which nothing is known.
pub(crate) fn expression(krate: &Crate, ty: &Type, value: &Value) -> Option<TokenStream> {
    Printer { krate, place: Place::in_module(ModuleId(0)) }.exact(ty, value)
}

struct Printer<'a> {
    krate: &'a Crate,
    place: Place,
}

impl Printer<'_> {
    /// An expression of exactly this type.
    fn exact(&self, ty: &Type, value: &Value) -> Option<TokenStream> {
        Some(match (ty, value) {
            (Type::Boxed(id), Value::Boxed(inner)) => {
                let boxed = types::prelude(self.krate, self.place, "Box");
                let inner = self.exact(&Type::Item(*id), inner)?;
                quote! { #boxed::new(#inner) }
            }
            (Type::Nillable(ty, _), Value::Nillable(inner)) => {
                let (nillable, inner) = (imports::absolute("Nillable"), self.exact(ty, inner)?);
                quote! { #nillable::Value(#inner) }
            }
            (_, Value::Nil(attributes)) => {
                let nillable = imports::absolute("Nillable");
                match attributes {
                    Some(attributes) => {
                        let attributes = self.exact(ty, attributes)?;
                        quote! { #nillable::Nil(#attributes) }
                    }
                    None => quote! { #nillable::nil() },
                }
            }
            (Type::Builtin(builtin), Value::Simple(text)) => self.builtin(*builtin, text, ty),
            (_, Value::Simple(text)) => self.checked(ty, text)?,
            (Type::List(item), Value::List(items)) => {
                let items = self.all_typed(item, items)?;
                quote! { [#(#items),*].into() }
            }
            (_, Value::Struct(id, fields)) => self.structure(*id, fields)?,
            (
                _,
                Value::Enumerated(..)
                | Value::Union(..)
                | Value::Choice(..)
                | Value::Alternative(..)
                | Value::Array(..),
            ) => self.one_of(value)?,
            (_, Value::Present) => {
                let present = runtime::contract_item("Present");
                quote! { #present }
            }
            (_, Value::Element(raw)) => quote! { #raw.parse()? },
            (_, Value::Content | Value::Text) => quote! { "text".into() },
            (_, Value::NoAttributes) => {
                let attributes = imports::absolute("AnyAttributes");
                quote! { #attributes::new() }
            }
            (_, Value::Boxed(_) | Value::Nillable(_) | Value::List(_) | Value::Never) => {
                return None;
            }
        })
    }

    /// A value of an enum, or of an array.
    fn one_of(&self, value: &Value) -> Option<TokenStream> {
        Some(match value {
            Value::Enumerated(id, index) => {
                let path = self.item(*id)?;
                let ItemKind::Enumeration(values) = &self.krate.item(*id).kind else { return None };
                let variant = token(&values.variants[*index].ident);
                quote! { #path::#variant }
            }
            Value::Union(id, index, inner) => {
                let path = self.item(*id)?;
                let ItemKind::Union(union) = &self.krate.item(*id).kind else { return None };
                let (variant, ty, _) = &union.variants[*index];
                let (variant, inner) = (token(variant), self.exact(ty, inner)?);
                quote! { #path::#variant(#inner) }
            }
            Value::Choice(id, index, values) => {
                let path = self.item(*id)?;
                let ItemKind::Choice(choice) = &self.krate.item(*id).kind else { return None };
                let variant = &choice.variants[*index];
                let (ident, cardinality) = (token(&variant.ident), variant.cardinality);
                let inner = self.member(&variant.ty, cardinality, values)?;
                quote! { #path::#ident(#inner) }
            }
            Value::Alternative(id, index, inner) => {
                let path = self.item(*id)?;
                let ItemKind::Alternatives(types) = &self.krate.item(*id).kind else { return None };
                let (ident, ty, _) = &types.variants[*index];
                let boxed = types::prelude(self.krate, self.place, "Box");
                let (ident, inner) = (token(ident), self.exact(&Type::Item(*ty), inner)?);
                quote! { #path::#ident(#boxed::new(#inner)) }
            }
            Value::Array(id, items) => {
                let path = self.item(*id)?;
                let ItemKind::Array(array) = &self.krate.item(*id).kind else { return None };
                if items.is_empty() {
                    return Some(quote! { #path::default() });
                }
                let items = self.all_typed(&array.item, items)?;
                quote! { #path([#(#items),*].into()) }
            }
            Value::Simple(_)
            | Value::List(_)
            | Value::Struct(..)
            | Value::Boxed(_)
            | Value::Nillable(_)
            | Value::Nil(_)
            | Value::Present
            | Value::Element(_)
            | Value::Content
            | Value::Text
            | Value::NoAttributes
            | Value::Never => return None,
        })
    }

    fn all(&self, ty: &Type, values: &[Value]) -> Option<Vec<TokenStream>> {
        values.iter().map(|value| self.exact(ty, value)).collect()
    }

    /// An expression that is of this type wherever it stands.
    fn typed(&self, ty: &Type, value: &Value) -> Option<TokenStream> {
        let path = types::value(self.krate, self.place, ty);
        Some(match (ty, value) {
            (_, Value::Content | Value::Text) => quote! { #path::from("text") },
            (_, Value::Element(raw)) => quote! { #raw.parse::<#path>()? },
            (_, Value::List(_)) => {
                let (Type::List(item), Value::List(items)) = (ty, value) else { return None };
                let items = self.all_typed(item, items)?;
                quote! { <#path>::from([#(#items),*]) }
            }
            (Type::Builtin(Builtin::String | Builtin::AnySimpleType), _) => {
                self.exact(ty, value)?
            }
            (Type::Builtin(_), Value::Simple(text)) if ty.is_text() => {
                quote! { #path::from(#text) }
            }
            _ => self.exact(ty, value)?,
        })
    }

    fn all_typed(&self, ty: &Type, values: &[Value]) -> Option<Vec<TokenStream>> {
        values.iter().map(|value| self.typed(ty, value)).collect()
    }

    /// The path of a type; none for one of the caller's own.
    fn item(&self, id: TypeId) -> Option<TokenStream> {
        let is_own = self.krate.replaced.contains_key(&id);
        (!is_own).then(|| types::item(self.krate, self.place, id))
    }

    fn builtin(&self, builtin: Builtin, text: &str, ty: &Type) -> TokenStream {
        use Builtin as B;
        match builtin {
            B::String | B::AnySimpleType => quote! { #text.to_owned() },
            B::NormalizedString | B::Token | B::AnyUri => quote! { #text.into() },
            B::Boolean if text == "true" || text == "1" => quote! { true },
            B::Boolean => quote! { false },
            B::QName | B::Notation => {
                let qname = imports::absolute("QName");
                quote! { #qname::from_static("", #text) }
            }
            B::Float | B::Double => match text.parse::<f64>() {
                Ok(number) if number.is_finite() => number_of(Literal::f64_unsuffixed(number)),
                Ok(_) | Err(_) => {
                    let ty = types::value(self.krate, self.place, ty);
                    let function = runtime::contract_item("default_value");
                    quote! { #function::<#ty>(#text) }
                }
            },
            B::Long
            | B::Int
            | B::Short
            | B::Byte
            | B::UnsignedLong
            | B::UnsignedInt
            | B::UnsignedShort
            | B::UnsignedByte => match text.parse::<i128>() {
                Ok(number) => number_of(Literal::i128_unsuffixed(number)),
                Err(_) => self.parsed(ty, text),
            },
            B::Decimal
            | B::Duration
            | B::DateTime
            | B::Time
            | B::Date
            | B::GYearMonth
            | B::GYear
            | B::GMonthDay
            | B::GDay
            | B::GMonth
            | B::HexBinary
            | B::Base64Binary
            | B::Language
            | B::NmToken
            | B::NmTokens
            | B::Name
            | B::NcName
            | B::Id
            | B::IdRef
            | B::IdRefs
            | B::Entity
            | B::Entities
            | B::Integer
            | B::NonPositiveInteger
            | B::NegativeInteger
            | B::NonNegativeInteger
            | B::PositiveInteger => self.parsed(ty, text),
        }
    }

    /// A type that is read from a text.
    fn parsed(&self, ty: &Type, text: &str) -> TokenStream {
        let ty = types::value(self.krate, self.place, ty);
        quote! { #text.parse::<#ty>()? }
    }

    /// A list, or a type whose constructor checks.
    fn checked(&self, ty: &Type, text: &str) -> Option<TokenStream> {
        if let Type::Item(id) = ty {
            let path = self.item(*id)?;
            if let ItemKind::Newtype(newtype) = &self.krate.item(*id).kind
                && newtype.base.is_text()
                && !newtype.keeps_spelling
            {
                return Some(quote! { #path::new(#text)? });
            }
        }
        Some(self.parsed(ty, text))
    }

    fn structure(&self, id: TypeId, fields: &[Vec<Value>]) -> Option<TokenStream> {
        let path = self.item(id)?;
        let ItemKind::Struct(structure) = &self.krate.item(id).kind else { return None };
        let Some(required) = &structure.constructor else {
            let fields = structure.fields.iter().zip(fields).map(|(field, values)| {
                let name = token(&field.ident);
                let value = self.member(&field.ty, field.cardinality, values)?;
                Some(quote! { #name: #value })
            });
            let fields: Vec<_> = fields.collect::<Option<_>>()?;
            return Some(quote! { #path { #(#fields),* } });
        };
        let arguments = required
            .iter()
            .map(|index| self.given(&structure.fields[*index], &fields[*index]))
            .collect::<Option<Vec<_>>>()?;
        let setters = self.setters(structure, required, fields)?;
        Some(quote! { #path::new(#(#arguments),*) #(#setters)* })
    }

    /// The calls that set what is not required.
    fn setters(
        &self,
        structure: &Struct,
        required: &[usize],
        fields: &[Vec<Value>],
    ) -> Option<Vec<TokenStream>> {
        let mut setters = Vec::new();
        for (index, (field, values)) in structure.fields.iter().zip(fields).enumerate() {
            let is_open = field.ty == Type::Open(Open::Attributes);
            let is_left = required.contains(&index)
                || values.is_empty()
                || field.default.is_some()
                || is_open;
            if is_left {
                continue;
            }
            let name = format_ident!("with_{}", field.ident.bare());
            let value = self.given(field, values)?;
            setters.push(quote! { .#name(#value) });
        }
        Some(setters)
    }

    /// The argument that gives a member: as short as its conversion allows.
    fn given(&self, field: &Field, values: &[Value]) -> Option<TokenStream> {
        match (field.cardinality, values) {
            (Cardinality::One | Cardinality::Optional, [value]) => match (&field.ty, value) {
                (ty, Value::Simple(text)) if ty.is_text() => Some(quote! { #text }),
                (_, Value::Content | Value::Text) => Some(quote! { "text" }),
                (Type::Nillable(ty, _), Value::Nillable(inner)) => self.typed(ty, inner),
                (Type::Boxed(id), Value::Boxed(inner)) => self.exact(&Type::Item(*id), inner),
                (ty, value) => self.exact(ty, value),
            },
            (Cardinality::Any | Cardinality::NonEmpty | Cardinality::Bounded { .. }, values)
                if (1..=32).contains(&values.len()) && !is_large(field.cardinality) =>
            {
                let items = self.all_typed(&field.ty, values)?;
                Some(quote! { [#(#items),*] })
            }
            (cardinality, values) => self.member(&field.ty, cardinality, values),
        }
    }

    /// An expression of the type of a member.
    fn member(&self, ty: &Type, cardinality: Cardinality, values: &[Value]) -> Option<TokenStream> {
        Some(match (cardinality, values) {
            (Cardinality::One, [value]) => self.exact(ty, value)?,
            (Cardinality::Optional, [value]) => {
                let some = types::prelude(self.krate, self.place, "Some");
                let value = self.exact(ty, value)?;
                quote! { #some(#value) }
            }
            (Cardinality::Optional, _) => types::prelude(self.krate, self.place, "None"),
            (Cardinality::Any, []) => {
                let vec = types::prelude(self.krate, self.place, "Vec");
                quote! { #vec::new() }
            }
            (Cardinality::Any, values) => {
                let items = self.all(ty, values)?;
                quote! { vec![#(#items),*] }
            }
            (Cardinality::NonEmpty | Cardinality::Bounded { .. }, values)
                if values.len() <= 32 && !is_large(cardinality) =>
            {
                let items = self.all_typed(ty, values)?;
                quote! { [#(#items),*].into() }
            }
            (Cardinality::NonEmpty | Cardinality::Bounded { .. }, values) => {
                let list = types::member(self.krate, self.place, ty, cardinality);
                let items = self.all(ty, values)?;
                quote! { <#list>::try_from(vec![#(#items),*])? }
            }
            (Cardinality::One, _) => return None,
        })
    }
}

/// Whether a list has bounds to which no array converts.
fn is_large(cardinality: Cardinality) -> bool {
    match cardinality {
        Cardinality::Bounded { min, max } => min > 32 || max.is_some_and(|max| max > 32),
        Cardinality::One | Cardinality::Optional | Cardinality::Any | Cardinality::NonEmpty => {
            false
        }
    }
}

fn number_of(literal: Literal) -> TokenStream {
    quote! { #literal }
}
