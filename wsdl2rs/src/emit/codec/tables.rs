//! Tables of content models.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::content::{AttributeMember, Combination, Member, Range, Wire};
use crate::ir::item::{Branch, Choice, Item, Struct};

/// The method that gives a type its table.
fn method(
    item: &Item,
    attributes: &TokenStream,
    content: &str,
    entries: &TokenStream,
) -> TokenStream {
    let name = item.ident.bare();
    let content = proc_macro2::Ident::new(content, proc_macro2::Span::call_site());
    quote! {
        fn table(&self) -> &'static v1::Table {
            static TABLE: v1::Table =
                v1::Table::new(#name, #attributes, v1::Content::#content, #entries);
            &TABLE
        }
    }
}

/// The table of a struct.
pub(super) fn of_struct(item: &Item, structure: &Struct) -> TokenStream {
    let attributes = structure.attributes.iter().map(attribute);
    let members = structure.members.iter().map(member);
    let content = match structure.combination {
        Combination::Empty => "Empty",
        Combination::Text(_) => "Text",
        Combination::Sequence => "Sequence",
        Combination::All => "All",
    };
    method(item, &quote! { &[#(#attributes),*] }, content, &quote! { &[#(#members),*] })
}

/// The table of a choice.
pub(super) fn of_choice(item: &Item, choice: &Choice) -> TokenStream {
    let branches = choice.variants.iter().map(|variant| match &variant.branch {
        Branch::Element(wire, _) | Branch::Fixed(wire, ..) => element(wire, variant.range),
        Branch::Part(first) => part(first, variant.range),
    });
    method(item, &quote! { &[] }, "Choice", &quote! { &[#(#branches),*] })
}

fn attribute(attribute: &AttributeMember) -> TokenStream {
    let namespace = Literal::u16_unsuffixed(attribute.wire.namespace);
    let (local, required) = (&attribute.wire.local, attribute.required);
    quote! { v1::attribute!(#namespace, #local, #required) }
}

fn member(member: &Member) -> TokenStream {
    match member {
        Member::Element { wire, range, .. } | Member::Fixed { wire, range, .. } => {
            element(wire, *range)
        }
        Member::Part { first, range, .. } => part(first, *range),
        Member::Credential { wire, .. } => element(wire, Range { min: 0, max: Some(1) }),
    }
}

fn element(wire: &Wire, range: Range) -> TokenStream {
    let namespace = Literal::u16_unsuffixed(wire.namespace);
    let (prefix, local) = (&wire.prefix, &wire.local);
    let (min, max) = bounds(range);
    let is_once = range.min == 1 && range.max == Some(1);
    let bounds = (!is_once).then(|| quote! { , #min, #max });
    quote! { v1::element!(#namespace, #prefix, #local #bounds) }
}

fn part(first: &[Wire], range: Range) -> TokenStream {
    let first = first.iter().map(|wire| {
        let (namespace, local) = (Literal::u16_unsuffixed(wire.namespace), &wire.local);
        quote! { (#namespace, #local) }
    });
    let (min, max) = bounds(range);
    quote! { v1::part!(&[#(#first),*], #min, #max) }
}

fn bounds(range: Range) -> (TokenStream, TokenStream) {
    let min = Literal::u32_unsuffixed(range.min);
    let max = match range.max {
        Some(max) => {
            let max = Literal::u32_unsuffixed(max);
            quote! { #max }
        }
        None => quote! { v1::UNBOUNDED },
    };
    (quote! { #min }, max)
}
