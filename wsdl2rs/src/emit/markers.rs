//! Markers of global elements, and the namespaces that tables number.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::types::{self, Place, token};
use super::{ModuleTokens, contract_import, docs};
use crate::ir::{Crate, FIRST_GENERATED, Marker, ModuleId};

/// The module of a namespace's markers, if it has elements.
pub(super) fn elements(krate: &Crate, id: ModuleId) -> Option<ModuleTokens> {
    let module = krate.module(id);
    if module.elements.is_empty() {
        return None;
    }
    let place = Place::in_module(id).child();
    let mut items = vec![contract_import()];
    items.extend(module.elements.iter().flat_map(|marker| emit(krate, place, marker)));
    Some(ModuleTokens {
        name: "elements".to_owned(),
        doc: vec!["The global elements: markers to read and write documents by.".to_owned()],
        public: true,
        items,
        children: Vec::new(),
    })
}

fn emit(krate: &Crate, place: Place, marker: &Marker) -> Vec<TokenStream> {
    let (ident, doc) = (token(&marker.ident), docs::emit(&marker.doc));
    let value = types::value(krate, place, &marker.value);
    let (namespace, local) = (&marker.namespace, &marker.wire.local);
    let number = Literal::u16_unsuffixed(marker.wire.namespace);
    let qualified = marker.wire.qualified();
    let (start, end) = (format!("<{qualified}>"), format!("</{qualified}>"));
    let declarations = declarations(krate, marker);
    let namespaces = types::path(krate, place, ModuleId(0), &quote! { namespaces::NAMESPACES });
    vec![
        quote! {
            #doc
            #[derive(Clone, Copy, Debug)]
            pub struct #ident;
        },
        quote! {
            impl v1::Element for #ident {
                type Value = #value;
                const NAME: v1::QName = v1::QName::from_static(#namespace, #local);
                const BINDING: v1::Binding = v1::Binding {
                    namespaces: #namespaces,
                    namespace: #number,
                    tag: &v1::Tag { start: #start, end: #end },
                    declarations: #declarations,
                };
            }
        },
    ]
}

/// The namespace declarations of a root element.
fn declarations(krate: &Crate, marker: &Marker) -> String {
    let mut text = String::new();
    for number in &marker.needs.namespaces {
        let entry = &krate.namespaces[usize::from(*number - FIRST_GENERATED)];
        let uri = entry.uri.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        text.push_str(&format!(" xmlns:{}=\"{uri}\"", entry.prefix));
    }
    if marker.needs.xsi {
        text.push_str(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
    }
    text
}

/// The table of namespaces, if there are markers that refer to it.
pub(super) fn namespaces(krate: &Crate) -> Option<ModuleTokens> {
    if krate.modules.iter().all(|module| module.elements.is_empty()) {
        return None;
    }
    let uris = krate.namespaces.iter().map(|entry| &entry.uri);
    Some(ModuleTokens {
        name: "namespaces".to_owned(),
        doc: Vec::new(),
        public: false,
        items: vec![quote! {
            pub(super) static NAMESPACES: &[&str] = &[#(#uris),*];
        }],
        children: Vec::new(),
    })
}
