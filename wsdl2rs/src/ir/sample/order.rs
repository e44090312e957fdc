//! Samples of mixed content: a text, and the elements that its order requires.

use super::{Choice, Item, ItemKind, Maker, Type, Value, Variant};
use crate::ir::content::{Order, Range};
use crate::ir::item::Branch;
use crate::ir::ty::TypeId;

impl Maker<'_> {
    /// The nodes of mixed content, whose type is the enum of them.
    pub(super) fn mixed(&mut self, ty: &Type, order: Option<&Order>) -> Vec<Value> {
        let Type::Item(id) = ty else { return Vec::new() };
        let krate = self.krate;
        let Item { kind: ItemKind::Choice(choice), .. } = krate.item(*id) else {
            return Vec::new();
        };
        let mut nodes = Vec::new();
        let is_text = |variant: &Variant| matches!(variant.branch, Branch::Text);
        if let Some(text) = choice.variants.iter().position(is_text) {
            nodes.push(self.node(*id, choice, text));
        }
        if let Some(order) = order {
            self.required(*id, choice, order, &mut nodes);
        }
        nodes
    }

    fn required(&mut self, id: TypeId, choice: &Choice, order: &Order, nodes: &mut Vec<Value>) {
        let mut each = |maker: &mut Self, (range, order): &(Range, Order)| {
            for _ in 0..range.min {
                maker.required(id, choice, order, nodes);
            }
        };
        match order {
            Order::Branch(branch) => nodes.push(self.node(id, choice, *branch)),
            Order::Sequence(members) | Order::All(members) => {
                members.iter().for_each(|member| each(self, member));
            }
            Order::Choice(members) => {
                let least = members.iter().min_by_key(|(range, _)| range.min);
                least.into_iter().for_each(|member| each(self, member));
            }
        }
    }

    fn node(&mut self, id: TypeId, choice: &Choice, branch: usize) -> Value {
        Value::Choice(id, branch, self.branch(&choice.variants[branch]))
    }
}
