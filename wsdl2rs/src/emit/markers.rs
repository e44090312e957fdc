//! Markers of global elements, and the namespaces that tables number.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::types::{self, Place, token};
use super::{Imports, ModuleTokens, boxed, docs};
use crate::ir::client::{Body, ContentMarker};
use crate::ir::content::Needs;
use crate::ir::item::{Item, ItemKind};
use crate::ir::{Crate, FIRST_GENERATED, Marker, ModuleId};

/// The module of a namespace's markers, if it has elements.
pub(super) fn elements(krate: &Crate, id: ModuleId) -> Option<ModuleTokens<'_>> {
    let module = krate.module(id);
    if module.elements.is_empty() {
        return None;
    }
    let place = Place::in_module(id).child();
    let items =
        move || boxed(module.elements.iter().flat_map(move |marker| emit(krate, place, marker)));
    Some(ModuleTokens {
        name: "elements".to_owned(),
        doc: vec!["The global elements: markers to read and write documents by.".to_owned()],
        public: true,
        items: Box::new(items),
        imports: Imports::Contract,
        children: Vec::new(),
    })
}

/// The module of the bodies that are no global elements, if there are any.
pub(super) fn bodies(krate: &Crate) -> Option<ModuleTokens<'_>> {
    let services = &krate.services;
    if services.wrappers.is_empty() && services.contents.is_empty() {
        return None;
    }
    let place = Place::in_module(ModuleId(0)).child();
    let items = move || {
        let wrappers = services.wrappers.iter().flat_map(move |it| emit(krate, place, it));
        let contents = services.contents.iter().flat_map(move |it| contents(krate, place, it));
        boxed(wrappers.chain(contents))
    };
    Some(ModuleTokens {
        name: "bodies".to_owned(),
        doc: vec!["The bodies of messages that are no global elements.".to_owned()],
        public: true,
        items: Box::new(items),
        imports: Imports::Contract,
        children: Vec::new(),
    })
}

fn contents(krate: &Crate, place: Place, marker: &ContentMarker) -> [TokenStream; 2] {
    let (ident, doc) = (token(&marker.ident), docs::emit(&marker.doc));
    let value = types::value(krate, place, &marker.value);
    let declarations = declarations(krate, &marker.needs);
    let namespaces = types::path(krate, place, ModuleId(0), &quote! { namespaces::NAMESPACES });
    [
        quote! {
            #doc
            #[derive(Clone, Copy, Debug)]
            pub struct #ident;
        },
        quote! {
            impl v1::BodyContent for #ident {
                type Value = #value;
                const NAMESPACES: &'static [&'static str] = #namespaces;
                const DECLARATIONS: &'static str = #declarations;
            }
        },
    ]
}

fn emit(krate: &Crate, place: Place, marker: &Marker) -> Vec<TokenStream> {
    let (ident, doc) = (token(&marker.ident), docs::emit(&marker.doc));
    let value = types::value(krate, place, &marker.value);
    let (namespace, local) = (&marker.namespace, &marker.wire.local);
    let number = Literal::u16_unsuffixed(marker.wire.number);
    let prefix = &marker.wire.prefix;
    let declarations = declarations(krate, &marker.needs);
    let namespaces = types::path(krate, place, ModuleId(0), &quote! { namespaces::NAMESPACES });
    vec![
        quote! {
            #doc
            #[derive(Clone, Copy, Debug)]
            pub struct #ident;
        },
        quote! {
            v1::global_element! {
                #ident: #value;
                (#number, #prefix, #local);
                #namespace, #namespaces, #declarations;
            }
        },
    ]
}

/// The namespace declarations of a root element.
fn declarations(krate: &Crate, needs: &Needs) -> String {
    let mut text = String::new();
    for number in &needs.namespaces {
        let entry = &krate.namespaces[usize::from(*number - FIRST_GENERATED)];
        let uri = entry.uri.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        text.push_str(&format!(" xmlns:{}=\"{uri}\"", entry.prefix));
    }
    if needs.xsi {
        text.push_str(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
    }
    if needs.xsd {
        text.push_str(" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"");
    }
    text
}

/// Whether an operation is encoded, so that its values name built-in types.
fn is_encoded(krate: &Crate) -> bool {
    krate.services.operations.iter().any(|operation| {
        let mut bodies = operation.output.iter().chain([&operation.input]);
        bodies.any(|body| matches!(body, Body::Encoded(..) | Body::EncodedContents(..)))
    })
}

/// What is asked for by name at run time.
fn known(krate: &Crate) -> Vec<TokenStream> {
    let place = Place::in_module(ModuleId(0)).child();
    let mut items = Vec::new();
    if krate.known.types {
        let numbers = (FIRST_GENERATED..).take(krate.namespaces.len());
        let is_array = |item: &Item| matches!(item.kind, ItemKind::Array(_));
        let xsd = is_encoded(krate) || krate.items.iter().any(is_array);
        let declarations =
            declarations(krate, &Needs { namespaces: numbers.collect(), xsi: true, xsd });
        items.push(quote! {
            pub(super) static TYPES: v1::TypeBinding =
                v1::TypeBinding { namespaces: NAMESPACES, declarations: #declarations };
        });
    }
    if !krate.known.elements.is_empty() {
        let count = Literal::usize_unsuffixed(krate.known.elements.len());
        let known = krate.known.elements.iter().map(|(module, ident, local)| {
            let ident = token(ident);
            let path = types::path(krate, place, *module, &quote! { elements::#ident });
            quote! { v1::KnownElement::of::<#path>(#local) }
        });
        items.push(quote! {
            pub(super) static ELEMENTS: [v1::KnownElement; #count] = [#(#known),*];
        });
    }
    if !krate.known.attributes.is_empty() {
        let count = Literal::usize_unsuffixed(krate.known.attributes.len());
        let known = krate.known.attributes.iter().map(|(wire, ty)| {
            let (namespace, local) = (Literal::u16_unsuffixed(wire.number), &wire.local);
            let ty = types::value(krate, place, ty);
            quote! { v1::KnownAttribute::of::<#ty>(#namespace, #local) }
        });
        items.push(quote! {
            pub(super) static ATTRIBUTES: [v1::KnownAttribute; #count] = [#(#known),*];
        });
    }
    items
}

/// What tables refer to in common, if there are any: namespaces, and known declarations.
pub(super) fn namespaces(krate: &Crate) -> Option<ModuleTokens<'_>> {
    let has_open_attributes = |item: &Item| matches!(&item.kind, ItemKind::Struct(structure) if structure.any_attributes.is_some());
    if krate.modules.iter().all(|module| module.elements.is_empty())
        && krate.services.wrappers.is_empty()
        && krate.services.contents.is_empty()
        && !krate.kept_items().any(has_open_attributes)
        && !krate.known.types
    {
        return None;
    }
    let shared = &krate.known;
    let has_known = shared.types || !shared.elements.is_empty() || !shared.attributes.is_empty();
    let items = move || {
        let uris = krate.namespaces.iter().map(|entry| &entry.uri);
        let namespaces = quote! {
            pub(super) static NAMESPACES: &[&str] = &[#(#uris),*];
        };
        boxed([namespaces].into_iter().chain(known(krate)))
    };
    Some(ModuleTokens {
        name: "namespaces".to_owned(),
        doc: Vec::new(),
        public: false,
        items: Box::new(items),
        imports: if has_known { Imports::Contract } else { Imports::None },
        children: Vec::new(),
    })
}
