//! Tables of content models.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::types::{self, Place};
use crate::ir::content::{
    AttributeMember, Combination, First, Member, ProcessContents, Range, Wildcard,
    WildcardNamespaces, Wire,
};
use crate::ir::item::{Branch, Choice, Item, Struct};
use crate::ir::{Crate, ModuleId};

/// The method that gives a type its table.
fn method(
    item: &Item,
    attributes: &TokenStream,
    content: &str,
    entries: &TokenStream,
    (type_name, any_attribute): (Option<TokenStream>, Option<TokenStream>),
) -> TokenStream {
    let type_name = type_name.map(|name| quote! { .of_type(#name) });
    let any_attribute = any_attribute.map(|any| quote! { .with_any_attribute(&#any) });
    let name = item.ident.bare();
    let content = proc_macro2::Ident::new(content, proc_macro2::Span::call_site());
    quote! {
        fn table(&self) -> &'static v1::Table {
            static TABLE: v1::Table =
                v1::Table::new(#name, #attributes, v1::Content::#content, #entries)
                    #type_name #any_attribute;
            &TABLE
        }
    }
}

/// The table of a struct.
pub(super) fn of_struct(
    krate: &Crate,
    place: Place,
    item: &Item,
    structure: &Struct,
) -> TokenStream {
    let attributes = structure.attributes.iter().map(attribute);
    let members = structure.members.iter().map(|of| member(krate, place, of));
    let content = match structure.combination {
        Combination::Empty => "Empty",
        Combination::Text(_) | Combination::Octets(_) => "Text",
        Combination::Sequence => "Sequence",
        Combination::All => "All",
        Combination::Mixed(_) => "Mixed",
    };
    let any = structure.any_attributes.as_ref().map(|(_, of)| {
        let known = of.knows(&krate.known.attributes).then(|| {
            let known = namespaces_item(krate, place, "ATTRIBUTES");
            quote! { .with_attributes(&#known) }
        });
        let wildcard = wildcard(of);
        quote! { #wildcard #known }
    });
    let (attributes, members) = (quote! { &[#(#attributes),*] }, quote! { &[#(#members),*] });
    method(item, &attributes, content, &members, (type_name(structure), any))
}

/// The table of a choice.
pub(super) fn of_choice(krate: &Crate, place: Place, item: &Item, choice: &Choice) -> TokenStream {
    let branches = choice.variants.iter().filter_map(|variant| match &variant.branch {
        Branch::Element(wire, _) | Branch::Fixed(wire, ..) => Some(element(wire, variant.range)),
        Branch::Part(first) => Some(part(krate, place, first, variant.range)),
        Branch::Wildcard(of) => Some(any_element(krate, place, of, variant.range)),
        Branch::Text => None,
    });
    method(item, &quote! { &[] }, "Choice", &quote! { &[#(#branches),*] }, (None, None))
}

/// The number of the namespace and the local part of a type's name.
pub(super) fn type_name(structure: &Struct) -> Option<TokenStream> {
    let (number, local) = structure.type_name.as_ref()?;
    let number = Literal::u16_unsuffixed(*number);
    Some(quote! { #number, #local })
}

fn attribute(attribute: &AttributeMember) -> TokenStream {
    let namespace = Literal::u16_unsuffixed(attribute.wire.number);
    let (local, required) = (&attribute.wire.local, attribute.required);
    quote! { v1::attribute!(#namespace, #local, #required) }
}

fn member(krate: &Crate, place: Place, member: &Member) -> TokenStream {
    match member {
        Member::Element { wire, range, .. } | Member::Fixed { wire, range, .. } => {
            element(wire, *range)
        }
        Member::Part { first, range, .. } => part(krate, place, first, *range),
        Member::Wildcard { wildcard, range, .. } => any_element(krate, place, wildcard, *range),
        Member::Credential { wire, .. } => element(wire, Range { min: 0, max: Some(1) }),
    }
}

fn element(wire: &Wire, range: Range) -> TokenStream {
    let namespace = Literal::u16_unsuffixed(wire.number);
    let (prefix, local) = (&wire.prefix, &wire.local);
    let (min, max) = bounds(range);
    let is_once = range.min == 1 && range.max == Some(1);
    let bounds = (!is_once).then(|| quote! { , #min, #max });
    let attribute = wire.type_attribute().map(|attribute| quote! { [#attribute] });
    quote! { v1::element!(#namespace, #prefix, #local #attribute #bounds) }
}

fn part(krate: &Crate, place: Place, first: &First, range: Range) -> TokenStream {
    let elements = first.elements.iter().map(|wire| {
        let (namespace, local) = (Literal::u16_unsuffixed(wire.number), &wire.local);
        quote! { (#namespace, #local) }
    });
    let (min, max) = bounds(range);
    if first.wildcards.is_empty() {
        return quote! { v1::Entry::part(&[#(#elements),*], #min, #max) };
    }
    let wildcards = first.wildcards.iter().map(|of| any_wildcard(krate, place, of));
    quote! { v1::Entry::open_part(&[#(#elements),*], &[#(&#wildcards),*], #min, #max) }
}

fn any_element(krate: &Crate, place: Place, of: &Wildcard, range: Range) -> TokenStream {
    let (min, max) = bounds(range);
    let wildcard = any_wildcard(krate, place, of);
    quote! { v1::Entry::wildcard(&[&#wildcard], #min, #max) }
}

/// A wildcard for elements, which judges those that are known.
fn any_wildcard(krate: &Crate, place: Place, of: &Wildcard) -> TokenStream {
    let known = of.knows(&krate.known.elements).then(|| {
        let known = namespaces_item(krate, place, "ELEMENTS");
        quote! { .with_elements(&#known) }
    });
    let wildcard = wildcard(of);
    quote! { #wildcard #known }
}

fn wildcard(wildcard: &Wildcard) -> TokenStream {
    let namespaces = match &wildcard.namespaces {
        WildcardNamespaces::Any => quote! { Any },
        WildcardNamespaces::Other(uri) => quote! { Other(#uri) },
        WildcardNamespaces::OneOf(uris) => quote! { OneOf(&[#(#uris),*]) },
    };
    let process = match wildcard.process {
        ProcessContents::Strict => quote! { Strict },
        ProcessContents::Lax => quote! { Lax },
        ProcessContents::Skip => quote! { Skip },
    };
    quote! { v1::Wildcard::new(v1::WildcardNamespaces::#namespaces, v1::Process::#process) }
}

/// An item of the root's private module of what all tables share.
pub(super) fn namespaces_item(krate: &Crate, place: Place, name: &str) -> TokenStream {
    let name = proc_macro2::Ident::new(name, proc_macro2::Span::call_site());
    types::path(krate, place, ModuleId(0), &quote! { namespaces::#name })
}

/// The bounds of a range.
pub(super) fn bounds(range: Range) -> (TokenStream, TokenStream) {
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
