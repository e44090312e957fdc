//! Reading and writing enumerations, newtypes and unions.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::types::{self, Place, token};
use crate::ir::Crate;
use crate::ir::item::{Enumeration, Item, Newtype, Union};
use crate::ir::ty::Type;
use crate::ir::ty::{Builtin, WhiteSpace};

/// The implementations for an enumeration.
pub(super) fn enumeration(
    krate: &Crate,
    place: Place,
    item: &Item,
    enumeration: &Enumeration,
) -> Vec<TokenStream> {
    let path = path(krate, place, item);
    let name = item.ident.bare();
    let names: Vec<_> = enumeration.variants.iter().map(|variant| token(&variant.ident)).collect();
    let values: Vec<_> = enumeration.variants.iter().map(|variant| &variant.value).collect();
    let base = types::value(krate, place, &enumeration.base);
    let first = &names[0];
    let mut items = vec![quote! {
        impl v1::TextValue for #path {
            const TYPE_NAME: &'static str = #name;
            const WHITE_SPACE: v1::WhiteSpace = <#base as v1::TextValue>::WHITE_SPACE;
            fn parse(text: &str) -> Result<Self, v1::ValueError> {
                match text {
                    #(#values => Ok(Self::#names),)*
                    _ => Err(v1::not_enumerated(#name, &[#(#values),*])),
                }
            }
            fn write(&self, out: &mut String) {
                out.push_str(self.as_str());
            }
        }
    }];
    items.extend(plumbing(&path, &quote! { Self::#first }));
    items
}

/// The implementations for a newtype.
pub(super) fn newtype(
    krate: &Crate,
    place: Place,
    item: &Item,
    newtype: &Newtype,
) -> Vec<TokenStream> {
    let path = path(krate, place, item);
    let name = item.ident.bare();
    let base = types::value(krate, place, &newtype.base);
    let white_space = match newtype.white_space {
        None => quote! { <#base as v1::TextValue>::WHITE_SPACE },
        Some(WhiteSpace::Preserve) => quote! { v1::WhiteSpace::Preserve },
        Some(WhiteSpace::Replace) => quote! { v1::WhiteSpace::Replace },
        Some(WhiteSpace::Collapse) => quote! { v1::WhiteSpace::Collapse },
    };
    let named = names_things(&newtype.base).then(|| {
        quote! {
            const USES_PREFIXES: bool = true;
            fn parse_in(
                text: &str,
                prefixes: &dyn v1::Prefixes,
            ) -> Result<Self, v1::ValueError> {
                Self::new(<#base as v1::TextValue>::parse_in(text, prefixes)?)
            }
            fn write_in(
                &self,
                out: &mut String,
                prefixes: &mut dyn v1::DeclarePrefix,
            ) {
                v1::TextValue::write_in(&self.0, out, prefixes);
            }
        }
    });
    let mut items = vec![quote! {
        impl v1::TextValue for #path {
            const TYPE_NAME: &'static str = #name;
            const WHITE_SPACE: v1::WhiteSpace = #white_space;
            fn parse(text: &str) -> Result<Self, v1::ValueError> {
                Self::new(<#base as v1::TextValue>::parse(text)?)
            }
            fn write(&self, out: &mut String) {
                v1::TextValue::write(&self.0, out);
            }
            #named
        }
    }];
    items.extend(plumbing(&path, &quote! { Self(v1::Blank::blank()) }));
    items
}

/// The implementations for a union: the members are tried in order, each with its own white space.
pub(super) fn union(krate: &Crate, place: Place, item: &Item, union: &Union) -> Vec<TokenStream> {
    let path = path(krate, place, item);
    let name = item.ident.bare();
    let names: Vec<_> = union.variants.iter().map(|(name, ..)| token(name)).collect();
    let tys: Vec<_> =
        union.variants.iter().map(|(_, ty, _)| types::value(krate, place, ty)).collect();
    let first = &names[0];
    let mut items = vec![quote! {
        impl v1::TextValue for #path {
            const TYPE_NAME: &'static str = #name;
            const USES_PREFIXES: bool =
                false #(|| <#tys as v1::TextValue>::USES_PREFIXES)*;
            const WHITE_SPACE: v1::WhiteSpace = v1::WhiteSpace::Preserve;
            fn parse(text: &str) -> Result<Self, v1::ValueError> {
                Self::parse_in(text, &v1::NoPrefixes)
            }
            fn parse_in(
                text: &str,
                prefixes: &dyn v1::Prefixes,
            ) -> Result<Self, v1::ValueError> {
                #(
                    if let Some(value) =
                        v1::union_member::<#tys>(text, prefixes)
                    {
                        return Ok(Self::#names(value));
                    }
                )*
                Err(v1::no_union_member(#name))
            }
            fn write(&self, out: &mut String) {
                match self { #(Self::#names(value) => v1::TextValue::write(value, out)),* }
            }
            fn write_in(
                &self,
                out: &mut String,
                prefixes: &mut dyn v1::DeclarePrefix,
            ) {
                match self {
                    #(Self::#names(value) => v1::TextValue::write_in(value, out, prefixes)),*
                }
            }
        }
    }];
    items.extend(plumbing(&path, &quote! { Self::#first(v1::Blank::blank()) }));
    items
}

/// A type whose values can be items of a list: their texts are words.
pub(super) fn list_item(krate: &Crate, place: Place, item: &Item) -> TokenStream {
    let path = path(krate, place, item);
    quote! { impl v1::ListItem for #path {} }
}

fn path(krate: &Crate, place: Place, item: &Item) -> TokenStream {
    let ident = token(&item.ident);
    types::path(krate, place, item.module, &quote! { #ident })
}

/// Whether values have prefixes.
fn names_things(ty: &Type) -> bool {
    match ty {
        Type::Builtin(builtin) => matches!(builtin, Builtin::QName | Builtin::Notation),
        Type::List(inner) => names_things(inner),
        Type::Item(_) | Type::Nillable(..) | Type::Boxed(_) | Type::Present => false,
    }
}

/// What every simple type has in common: `Blank`, and what follows from `TextValue`.
fn plumbing(path: &TokenStream, blank: &TokenStream) -> [TokenStream; 2] {
    [
        quote! {
            impl v1::Blank for #path {
                fn blank() -> Self {
                    #blank
                }
            }
        },
        quote! { v1::impl_simple!(#path); },
    ]
}
