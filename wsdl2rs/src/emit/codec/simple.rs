//! Reading and writing newtypes and unions.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::types::{self, Place, token};
use crate::emit::{newtypes, terms};
use crate::ir::Crate;
use crate::ir::item::{Item, ItemKind, Newtype, Union};
use crate::ir::ty::Type;
use crate::ir::ty::{Builtin, WhiteSpace};

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
    let held = newtypes::held(newtype, &base);
    let make = if newtype.keeps_spelling {
        quote! { spelled }
    } else {
        quote! { new }
    };
    let white_space = white_space(newtype.white_space, &base);
    let named = names_things(krate, &newtype.base).then(|| {
        quote! {
            const USES_PREFIXES: bool = <#base as v1::TextValue>::USES_PREFIXES;
            fn parse_in(
                text: &str,
                prefixes: &dyn v1::Prefixes,
            ) -> Result<Self, v1::ValueError> {
                Self::#make(<#held as v1::TextValue>::parse_in(text, prefixes)?)
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
    let octets = octets(krate, newtype, &base);
    let mut items = vec![quote! {
        impl v1::TextValue for #path {
            const TYPE_NAME: &'static str = #name;
            const WHITE_SPACE: v1::WhiteSpace = #white_space;
            fn parse(text: &str) -> Result<Self, v1::ValueError> {
                Self::#make(<#held as v1::TextValue>::parse(text)?)
            }
            fn write(&self, out: &mut String) {
                v1::TextValue::write(&self.0, out);
            }
            #named
            #octets
        }
    }];
    items.extend(plumbing(&path, &quote! { Self(v1::Blank::blank()) }));
    let is_text = !newtype.keeps_spelling && newtype.base.is_any_text();
    items.extend(is_text.then(|| quote! { v1::impl_text!(#path); }));
    items
}

/// What a newtype over octets has beside its text. Of what keeps its text, that is judged: it is not
/// there with the octets alone.
fn octets(krate: &Crate, newtype: &Newtype, base: &TokenStream) -> Option<TokenStream> {
    (!newtype.keeps_spelling && is_octets(krate, &newtype.base)).then(|| {
        quote! {
            const OCTETS: bool = <#base as v1::TextValue>::OCTETS;
            fn from_octets(octets: v1::Bytes) -> Result<Self, v1::ValueError> {
                Self::new(<#base as v1::TextValue>::from_octets(octets)?)
            }
            fn octets(&self) -> Option<v1::Piece> {
                v1::TextValue::octets(&self.0)
            }
        }
    })
}

/// The implementations for a union: the members are tried in order, each with its own white space.
pub(super) fn union(krate: &Crate, place: Place, item: &Item, union: &Union) -> Vec<TokenStream> {
    let path = path(krate, place, item);
    let name = item.ident.bare();
    let names: Vec<_> = union.variants.iter().map(|(name, ..)| token(name)).collect();
    let tys: Vec<_> =
        union.variants.iter().map(|(_, ty, _)| types::value(krate, place, ty)).collect();
    let first = &names[0];
    let prefixed = tys.iter().map(|ty| quote! { <#ty as v1::TextValue>::USES_PREFIXES });
    let prefixed =
        terms::any(&std::iter::once(quote! { false }).chain(prefixed).collect::<Vec<_>>());
    let white_space = has_patterns_over_unions(krate).then(|| {
        quote! {
            fn white_space(&self) -> v1::WhiteSpace {
                match self { #(Self::#names(value) => v1::TextValue::white_space(value)),* }
            }
        }
    });
    let mut items = vec![quote! {
        impl v1::TextValue for #path {
            const TYPE_NAME: &'static str = #name;
            const USES_PREFIXES: bool = #prefixed;
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
            #white_space
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

/// The white space rule of a type: its own or the base's.
pub(super) fn white_space(own: Option<WhiteSpace>, base: &TokenStream) -> TokenStream {
    match own {
        None => quote! { <#base as v1::TextValue>::WHITE_SPACE },
        Some(WhiteSpace::Preserve) => quote! { v1::WhiteSpace::Preserve },
        Some(WhiteSpace::Replace) => quote! { v1::WhiteSpace::Replace },
        Some(WhiteSpace::Collapse) => quote! { v1::WhiteSpace::Collapse },
    }
}

pub(super) fn path(krate: &Crate, place: Place, item: &Item) -> TokenStream {
    let ident = token(&item.ident);
    types::path(krate, place, item.module, &quote! { #ident })
}

/// Whether a pattern may ask how a member of a union treats white space.
fn has_patterns_over_unions(krate: &Crate) -> bool {
    krate.kept_items().any(|item| {
        matches!(&item.kind, ItemKind::Newtype(newtype)
            if newtype.keeps_spelling && matches!(newtype.base, Type::Item(_)))
    })
}

/// Whether the values of a type are octets, in base64 where they are text.
fn is_octets(krate: &Crate, ty: &Type) -> bool {
    match ty {
        Type::Builtin(builtin) => *builtin == Builtin::Base64Binary,
        Type::Item(id) => match &krate.item(*id).kind {
            ItemKind::Newtype(newtype) => is_octets(krate, &newtype.base),
            ItemKind::Enumeration(_)
            | ItemKind::Union(_)
            | ItemKind::Struct(_)
            | ItemKind::Choice(_)
            | ItemKind::Array(_)
            | ItemKind::Alternatives(_) => false,
        },
        Type::List(_) | Type::Nillable(..) | Type::Boxed(_) | Type::Present | Type::Open(_) => {
            false
        }
    }
}

/// Whether values have prefixes.
fn names_things(krate: &Crate, ty: &Type) -> bool {
    match ty {
        Type::Builtin(builtin) => matches!(builtin, Builtin::QName | Builtin::Notation),
        Type::List(inner) => names_things(krate, inner),
        Type::Item(id) => match &krate.items[id.0].kind {
            ItemKind::Newtype(newtype) => names_things(krate, &newtype.base),
            ItemKind::Enumeration(enumeration) => names_things(krate, &enumeration.base),
            ItemKind::Union(union) => {
                union.variants.iter().any(|(_, ty, _)| names_things(krate, ty))
            }
            ItemKind::Struct(_)
            | ItemKind::Choice(_)
            | ItemKind::Alternatives(_)
            | ItemKind::Array(_) => false,
        },
        Type::Nillable(..) | Type::Boxed(_) | Type::Present | Type::Open(_) => false,
    }
}

/// What every simple type has in common: `Blank`, and what follows from `TextValue`.
pub(super) fn plumbing(path: &TokenStream, blank: &TokenStream) -> [TokenStream; 2] {
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
