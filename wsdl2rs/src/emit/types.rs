//! Types as they are written at a place.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{imports, runtime};
use crate::ir::ident;
use crate::ir::ty::{Builtin, Cardinality, Open, Type, TypeId};
use crate::ir::{Crate, ModuleId};

/// Where tokens will stand: a namespace's module, or a module in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    module: ModuleId,
    below: usize,
    /// Whether the module has imports and the prelude; in others every path is absolute.
    imports: bool,
}

impl Place {
    /// In a namespace's module.
    pub(super) fn in_module(module: ModuleId) -> Self {
        Self { module, below: 0, imports: true }
    }

    /// The same place, in a module that has imports.
    pub(super) fn with_imports(self) -> Self {
        Self { imports: true, ..self }
    }

    /// In a module within this one.
    pub(super) fn child(self) -> Self {
        Self { below: self.below + 1, imports: false, ..self }
    }
}

/// An identifier as a token.
pub(super) fn token(ident: &ident::Ident) -> Ident {
    match ident.as_str().strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(ident.as_str(), Span::call_site()),
    }
}

/// The path from a place to something in a namespace's module.
pub(super) fn path(
    krate: &Crate,
    place: Place,
    module: ModuleId,
    inner: &TokenStream,
) -> TokenStream {
    let is_root = |id: ModuleId| krate.module(id).ident.is_none();
    let mut supers = place.below;
    let mut down = None;
    if module != place.module {
        supers += usize::from(!is_root(place.module));
        down = krate.module(module).ident.as_ref().map(token);
    }
    let supers = (0..supers).map(|_| quote! { super:: });
    let down = down.map(|ident| quote! { #ident:: });
    quote! { #(#supers)* #down #inner }
}

/// A generated type, or the caller's own in its place.
pub(super) fn item(krate: &Crate, place: Place, id: TypeId) -> TokenStream {
    if let Some(path) = krate.replaced.get(&id) {
        return path.parse().expect("the configuration was checked");
    }
    let item = krate.item(id);
    let ident = token(&item.ident);
    path(krate, place, item.module, &quote! { #ident })
}

/// A name of the prelude, by its path where a type of the module hides it.
pub(super) fn prelude(krate: &Crate, place: Place, name: &str) -> TokenStream {
    let short = Ident::new(name, Span::call_site());
    if place.imports && !krate.module(place.module).hidden.contains(name) {
        return quote! { #short };
    }
    match name {
        "Option" => quote! { ::core::option::Option },
        "Result" => quote! { ::core::result::Result },
        "Box" => quote! { ::std::boxed::Box },
        "Vec" => quote! { ::std::vec::Vec },
        "String" => quote! { ::std::string::String },
        "Into" => quote! { ::core::convert::Into },
        "Default" => quote! { ::core::default::Default },
        "From" => quote! { ::core::convert::From },
        "Some" => quote! { ::core::option::Option::Some },
        "None" => quote! { ::core::option::Option::None },
        "Ok" => quote! { ::core::result::Result::Ok },
        _ => quote! { #short },
    }
}

/// A name of the prelude or of the runtime, as it is written where the module has imports.
pub(super) fn written(krate: &Crate, place: Place, name: &str) -> String {
    let is_hidden = krate.module(place.module).hidden.contains(name);
    let path = match name {
        "Option" | "Vec" => prelude(krate, place, name),
        _ if is_hidden => imports::absolute(name),
        _ => return name.to_owned(),
    };
    path.to_string().replace(' ', "")
}

/// The type of one value.
pub(super) fn value(krate: &Crate, place: Place, ty: &Type) -> TokenStream {
    match ty {
        Type::Builtin(builtin) => match runtime::builtin(*builtin) {
            Ok(primitive) => primitive,
            Err("String") => prelude(krate, place, "String"),
            Err(name) => imports::absolute(name),
        },
        Type::List(inner) => {
            let (list, inner) = (imports::absolute("TextList"), item_of_list(krate, place, inner));
            quote! { #list<#inner> }
        }
        Type::Item(id) => item(krate, place, *id),
        Type::Boxed(id) => {
            let (boxed, inner) = (prelude(krate, place, "Box"), item(krate, place, *id));
            quote! { #boxed<#inner> }
        }
        Type::Nillable(inner_type, attributes) => {
            let nillable = imports::absolute("Nillable");
            let inner = value(krate, place, inner_type);
            let attributes = match (attributes, &**inner_type) {
                (Some(id), _) => Some(item(krate, place, *id)),
                (None, Type::Open(Open::Content)) => Some(imports::absolute("AnyAttributes")),
                (None, _) => None,
            };
            let attributes = attributes.map(|attributes| quote! { , #attributes });
            quote! { #nillable<#inner #attributes> }
        }
        Type::Present => runtime::contract_item("Present"),
        Type::Open(open) => imports::absolute(match open {
            Open::Element => "RawXml",
            Open::Content => "AnyType",
            Open::Text => "AnySimpleType",
            Open::Attributes => "AnyAttributes",
            Open::Never => "NoValue",
        }),
    }
}

/// The type of a list's item: where its text could have white space, a word of it.
fn item_of_list(krate: &Crate, place: Place, item: &Type) -> TokenStream {
    match item {
        Type::Builtin(
            Builtin::String
            | Builtin::AnySimpleType
            | Builtin::NormalizedString
            | Builtin::Token
            | Builtin::AnyUri
            | Builtin::HexBinary
            | Builtin::Base64Binary,
        ) => imports::absolute("Word"),
        Type::Builtin(_)
        | Type::List(_)
        | Type::Item(_)
        | Type::Boxed(_)
        | Type::Nillable(..)
        | Type::Present
        | Type::Open(_) => value(krate, place, item),
    }
}

/// The type of a member with its cardinality.
pub(super) fn member(
    krate: &Crate,
    place: Place,
    ty: &Type,
    cardinality: Cardinality,
) -> TokenStream {
    let inner = value(krate, place, ty);
    match cardinality {
        Cardinality::One => inner,
        Cardinality::Optional => {
            let option = prelude(krate, place, "Option");
            quote! { #option<#inner> }
        }
        Cardinality::Any => {
            let vec = prelude(krate, place, "Vec");
            quote! { #vec<#inner> }
        }
        Cardinality::NonEmpty => {
            let list = imports::absolute("NonEmpty");
            quote! { #list<#inner> }
        }
        Cardinality::Bounded { min, max } => {
            let list = imports::absolute("Bounded");
            let min = proc_macro2::Literal::u32_unsuffixed(min);
            let max = match max {
                Some(max) => {
                    let max = proc_macro2::Literal::u32_unsuffixed(max);
                    quote! { #max }
                }
                None => {
                    let unbounded = imports::absolute("UNBOUNDED");
                    quote! { { #unbounded } }
                }
            };
            quote! { #list<#inner, #min, #max> }
        }
    }
}

/// The type of a parameter that gives a member, and the expression that converts it.
pub(super) fn parameter(
    krate: &Crate,
    place: Place,
    ty: &Type,
    cardinality: Cardinality,
    name: &Ident,
) -> (TokenStream, TokenStream) {
    let full = match cardinality {
        Cardinality::Optional => value(krate, place, ty),
        Cardinality::One
        | Cardinality::Any
        | Cardinality::NonEmpty
        | Cardinality::Bounded { .. } => member(krate, place, ty, cardinality),
    };
    let is_list = !matches!(cardinality, Cardinality::One | Cardinality::Optional);
    let converts = match ty {
        Type::Builtin(builtin) => converts_from_text(*builtin),
        Type::Nillable(..) | Type::Boxed(_) => true,
        Type::Open(open) => matches!(open, Open::Content | Open::Text),
        Type::Item(_) | Type::List(_) | Type::Present => false,
    };
    if is_list || converts {
        let into = prelude(krate, place, "Into");
        return (quote! { impl #into<#full> }, quote! { #name.into() });
    }
    (full, quote! { #name })
}

fn converts_from_text(builtin: Builtin) -> bool {
    matches!(
        builtin,
        Builtin::String
            | Builtin::NormalizedString
            | Builtin::Token
            | Builtin::AnyUri
            | Builtin::AnySimpleType
            | Builtin::Integer
            | Builtin::Decimal
    )
}
