//! Mixed content: text is added to the nodes, and the order of the elements is judged.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::tables::bounds;
use crate::emit::types::{self, Place, token};
use crate::ir::Crate;
use crate::ir::content::{Combination, Member, Order, Range};
use crate::ir::item::{Branch, ItemKind, Struct};
use crate::ir::ty::Type;

/// The methods for mixed content, if the type has it.
pub(super) fn emit(krate: &Crate, place: Place, structure: &Struct) -> Option<TokenStream> {
    let Combination::Mixed(order) = &structure.combination else { return None };
    let Some(Member::Part { field, .. }) = structure.members.first() else { return None };
    let field = &structure.fields[*field];
    let Type::Item(id) = field.ty else { return None };
    let ItemKind::Choice(nodes) = &krate.item(id).kind else { return None };
    let text = nodes.variants.iter().find(|variant| matches!(variant.branch, Branch::Text))?;
    let (name, text) = (token(&field.ident), token(&text.ident));
    let node = types::item(krate, place, id);
    let is_in_order = order.as_ref().map(|order| {
        let model = model(order);
        quote! {
            fn is_in_order(&self) -> bool {
                static ORDER: v1::Model = #model;
                v1::is_in_order(&ORDER, self.#name.iter().filter_map(v1::Complex::branch))
            }
        }
    });
    Some(quote! {
        fn push_text(&mut self, text: String) {
            self.#name.push(#node::#text(text));
        }
        #is_in_order
    })
}

fn model(order: &Order) -> TokenStream {
    match order {
        Order::Branch(index) => {
            let index = Literal::usize_unsuffixed(*index);
            quote! { v1::Model::Branch(#index) }
        }
        Order::Sequence(particles) => {
            let particles = particles.iter().map(particle);
            quote! { v1::Model::Sequence(&[#(#particles),*]) }
        }
        Order::Choice(particles) => {
            let particles = particles.iter().map(particle);
            quote! { v1::Model::Choice(&[#(#particles),*]) }
        }
        Order::All(particles) => {
            let particles = particles.iter().map(particle);
            quote! { v1::Model::All(&[#(#particles),*]) }
        }
    }
}

fn particle((range, order): &(Range, Order)) -> TokenStream {
    let ((min, max), order) = (bounds(*range), model(order));
    quote! { (#min, #max, #order) }
}
