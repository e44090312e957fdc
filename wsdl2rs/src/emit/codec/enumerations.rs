//! Reading and writing enumerations: by the text, by the value of the text in the base, or by the
//! name that the text is where it stands.

use proc_macro2::TokenStream;
use quote::quote;

use super::simple::{path, plumbing, white_space};
use crate::emit::types::{self, Place, token};
use crate::emit::{enumerations, newtypes};
use crate::ir::Crate;
use crate::ir::item::{Check, Enumeration, Item, Judgement};

/// The implementations for an enumeration.
pub(super) fn emit(
    krate: &Crate,
    place: Place,
    item: &Item,
    enumeration: &Enumeration,
) -> Vec<TokenStream> {
    let path = path(krate, place, item);
    let name = item.ident.bare();
    let base = types::value(krate, place, &enumeration.base);
    let white_space = white_space(enumeration.white_space, &base);
    let codec = match enumeration.judgement {
        Judgement::Texts => by_text(name, enumeration),
        Judgement::Values => by_value(name, enumeration, &base),
        Judgement::Names => by_name(name, enumeration),
    };
    let first = token(&enumeration.variants[0].ident);
    let mut items = vec![quote! {
        impl v1::TextValue for #path {
            const TYPE_NAME: &'static str = #name;
            const WHITE_SPACE: v1::WhiteSpace = #white_space;
            #codec
        }
    }];
    items.extend(plumbing(&path, &quote! { Self::#first }));
    items
}

fn by_text(name: &str, enumeration: &Enumeration) -> TokenStream {
    let variants = &enumeration.variants;
    let names: Vec<_> = variants.iter().map(|variant| token(&variant.ident)).collect();
    let values: Vec<_> =
        variants.iter().map(|variant| enumerations::text(&variant.value)).collect();
    quote! {
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
}

fn by_value(name: &str, enumeration: &Enumeration, base: &TokenStream) -> TokenStream {
    let patterns = patterns(name, enumeration);
    quote! {
        fn parse(text: &str) -> Result<Self, v1::ValueError> {
            #(#patterns)*
            v1::enumerated_value::<#base, Self>(#name, text, Self::ALL, Self::as_str)
        }
        fn write(&self, out: &mut String) {
            out.push_str(self.as_str());
        }
    }
}

fn by_name(name: &str, enumeration: &Enumeration) -> TokenStream {
    let patterns = patterns(name, enumeration);
    quote! {
        const USES_PREFIXES: bool = true;
        fn parse(text: &str) -> Result<Self, v1::ValueError> {
            Self::parse_in(text, &v1::NoPrefixes)
        }
        fn parse_in(text: &str, prefixes: &dyn v1::Prefixes) -> Result<Self, v1::ValueError> {
            #(#patterns)*
            v1::enumerated_name(#name, text, prefixes, Self::ALL, Self::name)
        }
        fn write(&self, out: &mut String) {
            v1::TextValue::write(&self.name(), out);
        }
        fn write_in(&self, out: &mut String, prefixes: &mut dyn v1::DeclarePrefix) {
            v1::TextValue::write_in(&self.name(), out, prefixes);
        }
    }
}

/// The statements that check a text of some value.
fn patterns(name: &str, enumeration: &Enumeration) -> Vec<TokenStream> {
    let pattern = |check: &Check| {
        let Check::Pattern { shown, translation } = check else { return None };
        Some(newtypes::pattern_call(shown, translation, &quote! { PATTERN.check(#name, text)?; }))
    };
    enumeration.checks.iter().filter_map(pattern).collect()
}
