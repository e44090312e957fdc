//! Mixed content → a list of text and elements in document order, and the order that the schema
//! wants of the elements (XSD 1.0 Part 1, section 3.4.1).

use super::Lowering;
use super::building::{Building, Owner};
use super::particles::{Node, Part, Shape};
use super::wildcards;
use crate::ir::content::{Combination, Member, Order, Range};
use crate::ir::doc::Doc;
use crate::ir::ident::{Casing, Scope};
use crate::ir::item::{Branch, Choice, Item, ItemKind, Variant};
use crate::ir::ty::{Builtin, Cardinality, Type};
use crate::source::Span;

const ONCE: Range = Range { min: 1, max: Some(1) };
const FREE: Range = Range { min: 0, max: None };

impl Lowering<'_> {
    /// Lowers mixed content: without elements it is a text.
    pub(super) fn mixed(&mut self, building: &mut Building, nodes: &[Node], span: Span) {
        let mut branches = Vec::new();
        let order: Vec<_> = nodes.iter().map(|node| self.order(node, &mut branches)).collect();
        if branches.is_empty() {
            let doc = Doc::own(&format!("The text, {}.", self.place(span)));
            let ty = Type::Builtin(Builtin::String);
            building.combination =
                Combination::Text(building.field("text", ty, Cardinality::One, doc));
            return;
        }
        let owner = building.owner.clone();
        let suggestion = format!("{}_content", owner.ident.bare());
        let ident = self.nested_name(owner.module, &[&suggestion], span);
        let id = self.reserve_nested(ident.clone(), &owner);
        let inner = Owner { id: Some(id), ..owner.clone() };
        let mut scope = Scope::default();
        let mut variants = self.variants(&mut scope, &inner, &branches);
        let complete = variants.len() == branches.len();
        let (text, _) = scope.take(&["Text"], Casing::Camel);
        variants.push(Variant {
            ident: text,
            ty: Type::Builtin(Builtin::String),
            cardinality: Cardinality::One,
            branch: Branch::Text,
            range: ONCE,
            doc: Doc::own("Text."),
        });
        let blank = variants.len() - 1;
        let kind = ItemKind::Choice(Choice { variants, blank });
        let (module, place) = (owner.module, self.place(span));
        let doc = Doc::own(&format!("Text, or one of the elements within it, {place}."));
        self.complete(id, Item::new(ident, module, doc, None, kind));
        let doc = Doc::own(&format!("Text and elements in document order, {place}."));
        let field = building.field("content", Type::Item(id), Cardinality::Any, doc);
        let first = self.first_of(&branches);
        building.members.push(Member::Part { field, first, range: FREE });
        let order = Order::Sequence(order);
        let is_free = is_free(&order, branches.len()) || !complete;
        building.combination = Combination::Mixed((!is_free).then_some(order));
    }

    /// The order of a node, over branches that are added as they are met. Elements of one name are
    /// one branch: they have one type (XSD 1.0 Part 1, section 3.8.6, `cos-element-consistent`).
    fn order(&self, node: &Node, branches: &mut Vec<Node>) -> (Range, Order) {
        let known = branches.iter().position(|branch| self.is_same(branch, node));
        let mut branch = |node: Node| {
            Order::Branch(known.unwrap_or_else(|| {
                branches.push(node);
                branches.len() - 1
            }))
        };
        match node {
            Node::Element(id, range, span) => (*range, branch(Node::Element(*id, ONCE, *span))),
            Node::Wildcard(wildcard, range) => {
                (*range, branch(Node::Wildcard(wildcard.clone(), ONCE)))
            }
            Node::Part(Part { shape, range, .. }) => {
                let mut orders =
                    |nodes: &[Node]| nodes.iter().map(|node| self.order(node, branches)).collect();
                let order = match shape {
                    Shape::Sequence(nodes) => Order::Sequence(orders(nodes)),
                    Shape::Choice(nodes) => Order::Choice(orders(nodes)),
                    Shape::All(nodes) => Order::All(orders(nodes)),
                };
                (*range, order)
            }
        }
    }

    fn is_same(&self, left: &Node, right: &Node) -> bool {
        match (left, right) {
            (Node::Element(left, ..), Node::Element(right, ..)) => {
                self.model.elements[*left].name == self.model.elements[*right].name
            }
            (Node::Wildcard(left, _), Node::Wildcard(right, _)) => {
                wildcards::lower(left) == wildcards::lower(right)
            }
            _ => false,
        }
    }
}

/// Whether an order of so many branches lets them stand as they like.
fn is_free(order: &Order, branches: usize) -> bool {
    let is_each = |order: &Order| match order {
        Order::Branch(_) => branches == 1,
        Order::Choice(inner) => {
            let is_one = |(range, order): &(Range, Order)| {
                range.min <= 1 && matches!(order, Order::Branch(_))
            };
            inner.len() == branches && inner.iter().all(is_one)
        }
        Order::Sequence(_) | Order::All(_) => false,
    };
    matches!(order, Order::Sequence(particles)
        if matches!(particles.as_slice(), [(FREE, order)] if is_each(order)))
}
