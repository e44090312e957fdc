//! What `serde` is told of generated types, where the configuration asks for it: they derive it.

use proc_macro2::TokenStream;
use quote::quote;

use super::runtime;
use super::types::{self, Place, token};
use crate::ir::Crate;
use crate::ir::item::{EnumeratedValue, Item, Newtype};
use crate::ir::ty::{Builtin, Cardinality, Open, Type};

/// The derives of a type, and where their code finds `serde`.
pub(super) fn derives(krate: &Crate) -> (Vec<TokenStream>, Option<TokenStream>) {
    let derives = vec![derive("Serialize"), derive("Deserialize")];
    only(krate, derives)
}

/// The derive of a type whose constructor checks: reading goes through that.
pub(super) fn derive_of_newtype(krate: &Crate) -> (Vec<TokenStream>, Option<TokenStream>) {
    only(krate, vec![derive("Serialize")])
}

fn derive(name: &str) -> TokenStream {
    let (contract, name) = (runtime::contract(), quote::format_ident!("{name}"));
    quote! { #contract::serde::#name }
}

fn only(krate: &Crate, derives: Vec<TokenStream>) -> (Vec<TokenStream>, Option<TokenStream>) {
    if krate.implements.serde {
        (derives, Some(quote! { #[serde(crate = "v1::serde")] }))
    } else {
        (Vec::new(), None)
    }
}

/// The attribute of a member of a struct. What is absent is left out, and null is nil.
pub(super) fn field(
    krate: &Crate,
    place: Place,
    ty: &Type,
    cardinality: Cardinality,
) -> Option<TokenStream> {
    let mut said = Vec::new();
    let mut left_out = |name: &str| {
        let path = format!("{}::is_{}", types::written(krate, place, name), empty(name));
        said.push(quote! { default, skip_serializing_if = #path });
    };
    match cardinality {
        Cardinality::Optional => left_out("Option"),
        Cardinality::Any => left_out("Vec"),
        Cardinality::One if *ty == Type::Open(Open::Attributes) => left_out("AnyAttributes"),
        Cardinality::Bounded { min: 0, .. } => {
            said.push(quote! { default, skip_serializing_if = "<[_]>::is_empty" });
        }
        Cardinality::One | Cardinality::NonEmpty | Cardinality::Bounded { .. } => {}
    }
    let is_nillable = matches!(ty, Type::Nillable(..));
    if holds_floats(ty) {
        said.push(quote! { with = "v1::float" });
    } else if is_nillable && cardinality == Cardinality::Optional {
        said.push(quote! { deserialize_with = "v1::present" });
    }
    attribute(krate, &said)
}

/// What says that there is nothing in one.
fn empty(name: &str) -> &'static str {
    if name == "Option" { "none" } else { "empty" }
}

/// The attribute of the value of a variant.
pub(super) fn variant(krate: &Crate, ty: &Type) -> Option<TokenStream> {
    let said = holds_floats(ty).then(|| quote! { with = "v1::float" });
    attribute(krate, said.as_slice())
}

/// The attribute of an enumerated value: it is written as XML has it.
pub(super) fn enumerated(krate: &Crate, value: &EnumeratedValue) -> Option<TokenStream> {
    let text = match value {
        EnumeratedValue::Name { namespace, local } if !namespace.is_empty() => {
            format!("{{{namespace}}}{local}")
        }
        EnumeratedValue::Name { local: text, .. } | EnumeratedValue::Text(text) => text.clone(),
    };
    attribute(krate, &[quote! { rename = #text }])
}

/// The attribute of what a newtype holds.
pub(super) fn held(krate: &Crate, newtype: &Newtype) -> Option<TokenStream> {
    let said = is_float(newtype).then(|| quote! { serialize_with = "v1::float::serialize" });
    attribute(krate, said.as_slice())
}

fn attribute(krate: &Crate, said: &[TokenStream]) -> Option<TokenStream> {
    (krate.implements.serde && !said.is_empty()).then(|| quote! { #[serde(#(#said),*)] })
}

/// Reading of a newtype, through its constructor.
pub(super) fn checked(
    krate: &Crate,
    place: Place,
    item: &Item,
    newtype: &Newtype,
) -> Option<TokenStream> {
    if !krate.implements.serde {
        return None;
    }
    let (ident, contract) = (token(&item.ident), runtime::contract());
    let result = types::prelude(krate, place, "Result");
    let base = types::value(krate, place, &newtype.base);
    let new = if newtype.keeps_spelling {
        quote! { Self::spelled }
    } else {
        quote! { |value: #base| Self::new(value) }
    };
    let float = is_float(newtype).then(|| quote! { float:: });
    Some(quote! {
        impl<'de> #contract::serde::Deserialize<'de> for #ident {
            fn deserialize<D: #contract::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> #result<Self, D::Error> {
                #contract::#float checked(deserializer, #new)
            }
        }
    })
}

fn is_float(newtype: &Newtype) -> bool {
    !newtype.keeps_spelling && holds_floats(&newtype.base)
}

/// Whether a value is a number that JSON may not have, or holds some.
fn holds_floats(ty: &Type) -> bool {
    match ty {
        Type::Builtin(builtin) => matches!(builtin, Builtin::Float | Builtin::Double),
        Type::List(inner) | Type::Nillable(inner, _) => holds_floats(inner),
        Type::Item(_) | Type::Boxed(_) | Type::Present | Type::Open(_) => false,
    }
}
