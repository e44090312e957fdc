//! Reading and writing choices.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::structs::{escape, read_and_write};
use super::tables;
use crate::emit::types::{self, Place, token};
use crate::ir::Crate;
use crate::ir::item::{Branch, Choice, Item, Variant};
use crate::ir::ty::Cardinality;

/// The implementations for the enum of a choice.
pub(super) fn emit(krate: &Crate, place: Place, item: &Item, choice: &Choice) -> Vec<TokenStream> {
    let ident = token(&item.ident);
    let path = types::path(krate, place, item.module, &quote! { #ident });
    let table = tables::of_choice(krate, place, item, choice);
    let blank = choice.variants.get(choice.blank).map(|variant| token(&variant.ident));
    let indexed = || choice.variants.iter().enumerate();
    let read = indexed()
        .filter(|(_, variant)| !matches!(variant.branch, Branch::Text))
        .map(|(index, variant)| read_arm(krate, place, index, variant, choice.variants.len() == 1));
    let write = indexed().map(|(index, variant)| write_arm(index, variant));
    let branch = branch(choice);
    let mut items = vec![
        quote! {
            impl v1::Blank for #path {
                fn blank() -> Self {
                    Self::#blank(v1::Blank::blank())
                }
            }
        },
        quote! {
            impl v1::Complex for #path {
                #table
                fn read_member(
                    &mut self,
                    index: usize,
                    reader: &mut v1::Reader<'_>,
                ) -> v1::ReadResult {
                    match index {
                        #(#read)*
                        _ => reader.skip(),
                    }
                }
                fn write_content(
                    &self,
                    writer: &mut v1::Writer,
                ) -> v1::WriteResult {
                    let table = v1::Complex::table(self);
                    match self { #(#write)* }
                }
                #branch
            }
        },
    ];
    items.push(read_and_write(&path, true));
    items
}

/// For nodes of mixed content: which branch a node is.
fn branch(choice: &Choice) -> Option<TokenStream> {
    choice.variants.iter().find(|variant| matches!(variant.branch, Branch::Text))?;
    let arms = choice.variants.iter().enumerate().map(|(index, variant)| {
        let (index, name) = (Literal::usize_unsuffixed(index), token(&variant.ident));
        match variant.branch {
            Branch::Text => quote! { Self::#name(_) => None, },
            Branch::Element(..) | Branch::Fixed(..) | Branch::Part(_) | Branch::Wildcard(_) => {
                quote! { Self::#name(_) => Some(#index), }
            }
        }
    });
    Some(quote! {
        fn branch(&self) -> Option<usize> {
            match self { #(#arms)* }
        }
    })
}

/// Reads one occurrence of a branch. A branch that may be repeated is added to.
fn read_arm(
    krate: &Crate,
    place: Place,
    index: usize,
    variant: &Variant,
    is_only: bool,
) -> TokenStream {
    let (index, name) = (Literal::usize_unsuffixed(index), token(&variant.ident));
    let fresh = fresh(variant, &name);
    let (check, read) = match &variant.branch {
        Branch::Part(_) | Branch::Wildcard(_) | Branch::Text | Branch::Element(_, None) => {
            (TokenStream::new(), quote! { v1::ReadXml::read(value, reader) })
        }
        Branch::Element(_, Some(default)) => {
            let read =
                super::structs::read_default(&quote! { (*value) }, variant.cardinality, default);
            (TokenStream::new(), read)
        }
        Branch::Fixed(_, text, ty) => {
            let ty = types::value(krate, place, ty);
            let check = quote! { v1::read_fixed::<#ty>(#text, reader)?; };
            let note = match variant.cardinality {
                Cardinality::One | Cardinality::Optional => TokenStream::new(),
                Cardinality::Any => quote! { value.push(v1::Present); },
                Cardinality::NonEmpty | Cardinality::Bounded { .. } => {
                    quote! { value.push_unchecked(v1::Present); }
                }
            };
            if note.is_empty() {
                return quote! {
                    #index => {
                        #check
                        *self = Self::#name(v1::Present);
                        Ok(())
                    }
                };
            }
            (check, quote! { { #note Ok(()) } })
        }
    };
    let others = (!is_only).then(|| quote! { _ => Ok(()), });
    quote! {
        #index => {
            #check
            #fresh
            match self {
                Self::#name(value) => #read,
                #others
            }
        }
    }
}

/// Makes the branch the one that is held; one that may be repeated keeps what it has.
fn fresh(variant: &Variant, name: &proc_macro2::Ident) -> TokenStream {
    match variant.cardinality {
        Cardinality::One | Cardinality::Optional => {
            quote! { *self = Self::#name(v1::Blank::blank()); }
        }
        Cardinality::Any | Cardinality::NonEmpty | Cardinality::Bounded { .. } => quote! {
            if !matches!(self, Self::#name(_)) {
                *self = Self::#name(v1::Blank::blank());
            }
        },
    }
}

fn write_arm(index: usize, variant: &Variant) -> TokenStream {
    let (index, name) = (Literal::usize_unsuffixed(index), token(&variant.ident));
    match &variant.branch {
        Branch::Part(_) => quote! {
            Self::#name(value) => v1::WriteXml::write(value, table.tag(#index), writer),
        },
        Branch::Element(_, default) => {
            let value = quote! { value };
            let write =
                super::structs::write_element(&value, &index, (&variant.ty, default.as_deref()));
            quote! { Self::#name(value) => #write, }
        }
        Branch::Wildcard(_) => {
            let values = super::structs::iterable(&quote! { value }, variant.cardinality);
            quote! {
                Self::#name(value) => v1::write_any(#values, &table.entries[#index], writer),
            }
        }
        Branch::Text => quote! { Self::#name(text) => writer.text(text), },
        Branch::Fixed(_, text, _) => {
            let text = escape(text);
            let write = quote! { v1::write_fixed(#text, table.tag(#index), writer); };
            match variant.cardinality {
                Cardinality::One | Cardinality::Optional => quote! {
                    Self::#name(_) => { #write Ok(()) }
                },
                Cardinality::Any | Cardinality::NonEmpty | Cardinality::Bounded { .. } => quote! {
                    Self::#name(values) => {
                        for _ in values { #write }
                        Ok(())
                    }
                },
            }
        }
    }
}
