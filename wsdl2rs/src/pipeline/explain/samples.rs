//! What is shown of a component: the rules of its members, a sample, and how it is made.

use quote::quote;

use super::rules::{self, Rule};
use super::{Context, Declared};
use crate::ir::item::Item;
use crate::ir::sample;
use crate::ir::ty::{Type, TypeId};
use crate::pipeline::inspect::expanded;
use crate::{emit, output};

/// The rules, a sample, and the statements that make it.
type Shown = (Vec<Rule>, Option<String>, Option<String>);

impl Context<'_> {
    /// What is shown of a component.
    pub(super) fn shown(&self, declared: &Declared) -> Shown {
        match declared.kind {
            "element" => self.shown_element(declared),
            "type" => self.shown_type(declared),
            "operation" => self.shown_call(declared),
            _ => Shown::default(),
        }
    }

    fn shown_element(&self, declared: &Declared) -> Shown {
        let markers = self.krate.modules.iter().flat_map(|module| &module.elements);
        let mut own = markers
            .filter(|marker| expanded(&marker.namespace, &marker.wire.local) == declared.name);
        let Some(marker) = own.next() else { return Shown::default() };
        let value = sample::of(self.krate, &marker.value);
        let document = sample::document(self.krate, marker, &value);
        let rules = match &marker.value {
            Type::Item(id) | Type::Boxed(id) => rules::of(self.krate, self.krate.item(*id)),
            Type::Builtin(_)
            | Type::List(_)
            | Type::Nillable(..)
            | Type::Present
            | Type::Open(_) => Vec::new(),
        };
        (rules, Some(document), self.value(&marker.value))
    }

    fn shown_type(&self, declared: &Declared) -> Shown {
        let named = |item: &Item| item.name.as_ref() == Some(&declared.name);
        let ids = self.krate.modules.iter().flat_map(|module| &module.items);
        let mut own = ids.filter(|id| named(self.krate.item(**id)) && !self.is_replaced(**id));
        let Some(id) = own.next() else { return Shown::default() };
        let rules = rules::of(self.krate, self.krate.item(*id));
        (rules, None, self.value(&Type::Item(*id)))
    }

    fn is_replaced(&self, id: TypeId) -> bool {
        self.krate.replaced.contains_key(&id)
    }

    fn shown_call(&self, declared: &Declared) -> Shown {
        let client = declared.client.map(|index| &self.krate.services.clients[index]);
        let Some(client) = client else { return Shown::default() };
        let mut own = client.operations.iter().map(|index| &self.krate.services.operations[*index]);
        let Some(operation) = own.find(|operation| operation.name == declared.name) else {
            return Shown::default();
        };
        let call = emit::call(self.krate, client, operation).and_then(output::statements);
        let request = sample::envelope(self.krate, operation, false);
        (Vec::new(), request, call)
    }

    /// The statement that makes a value of a type.
    fn value(&self, ty: &Type) -> Option<String> {
        let value = sample::of(self.krate, ty);
        let value = emit::expression(self.krate, ty, &value)?;
        output::statements(quote! { let value = #value; })
    }
}
