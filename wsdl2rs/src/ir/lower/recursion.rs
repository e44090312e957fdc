//! Types that contain themselves → pointers, where the cycle needs them.
//!
//! A field that holds a type in place is an edge. Within a strongly connected component every edge
//! to a type that does not come later gets a `Box`: a cycle has at least one such edge, and which
//! one depends only on the order of declaration within the component.

use super::super::Crate;
use crate::ir::item::{Item, ItemKind};
use crate::ir::ty::{Cardinality, Type, TypeId};

/// Boxes the edges that close cycles, and chooses blank branches that end. Types that no finite value
/// has are not there.
pub(super) fn box_cycles(krate: &mut Crate) {
    let edges: Vec<Vec<usize>> = krate.items.iter().map(in_place).collect();
    let component = components(&edges);
    for (index, item) in krate.items.iter_mut().enumerate() {
        let closes = |target: TypeId| component[target.0] == component[index] && target.0 <= index;
        for ty in types_mut(item) {
            box_edge(ty, &closes);
        }
    }
    choose_blanks(krate);
}

fn box_edge(ty: &mut Type, closes: &impl Fn(TypeId) -> bool) {
    match ty {
        Type::Item(target) if closes(*target) => *ty = Type::Boxed(*target),
        Type::Nillable(inner, _) => box_edge(inner, closes),
        Type::Item(_)
        | Type::Boxed(_)
        | Type::Builtin(_)
        | Type::List(_)
        | Type::Present
        | Type::Open(_) => {}
    }
}

/// The types held in place by an item.
fn in_place(item: &Item) -> Vec<usize> {
    let mut targets = Vec::new();
    let mut add = |ty: &Type| {
        let mut ty = ty;
        while let Type::Nillable(inner, _) = ty {
            ty = inner;
        }
        if let Type::Item(target) = ty {
            targets.push(target.0);
        }
    };
    match &item.kind {
        ItemKind::Struct(structure) => {
            let fields = structure.fields.iter().filter(|field| field.cardinality.is_in_place());
            fields.for_each(|field| add(&field.ty));
        }
        ItemKind::Choice(choice) => {
            let held = choice.variants.iter().filter(|variant| variant.cardinality.is_in_place());
            held.for_each(|variant| add(&variant.ty));
        }
        ItemKind::Union(union) => union.variants.iter().for_each(|(_, ty, _)| add(ty)),
        // The variants of a place for several types, and the items of an array, are behind pointers.
        ItemKind::Alternatives(_)
        | ItemKind::Array(_)
        | ItemKind::Enumeration(_)
        | ItemKind::Newtype(_) => {}
    }
    targets
}

/// The places of types held in place by an item that may be boxed.
fn types_mut(item: &mut Item) -> Vec<&mut Type> {
    match &mut item.kind {
        ItemKind::Struct(structure) => structure
            .fields
            .iter_mut()
            .filter(|field| field.cardinality.is_in_place())
            .map(|field| &mut field.ty)
            .collect(),
        ItemKind::Choice(choice) => choice
            .variants
            .iter_mut()
            .filter(|variant| variant.cardinality.is_in_place())
            .map(|variant| &mut variant.ty)
            .collect(),
        ItemKind::Alternatives(_)
        | ItemKind::Array(_)
        | ItemKind::Union(_)
        | ItemKind::Enumeration(_)
        | ItemKind::Newtype(_) => Vec::new(),
    }
}

/// The blank value of a choice is its first branch that does not lead back to the choice.
fn choose_blanks(krate: &mut Crate) {
    let mut ends = vec![false; krate.items.len()];
    let mut changed = true;
    while changed {
        changed = false;
        for index in 0..krate.items.len() {
            if !ends[index] && settle_blank(&mut krate.items[index].kind, &ends) {
                ends[index] = true;
                changed = true;
            }
        }
    }
}

/// Whether the blank value of an item ends, as far as is known; chooses the branch that does.
fn settle_blank(kind: &mut ItemKind, ends: &[bool]) -> bool {
    let member_ends = |ty: &Type, cardinality: Cardinality| {
        cardinality != Cardinality::One || blank_ends(ty, ends)
    };
    match kind {
        ItemKind::Struct(structure) => {
            structure.fields.iter().all(|field| member_ends(&field.ty, field.cardinality))
        }
        ItemKind::Choice(choice) => {
            let first = choice
                .variants
                .iter()
                .position(|variant| member_ends(&variant.ty, variant.cardinality));
            choice.blank = first.unwrap_or(0);
            first.is_some()
        }
        ItemKind::Alternatives(alternatives) => {
            let first = alternatives.variants.iter().position(|(_, ty, _)| ends[ty.0]);
            alternatives.blank = first.unwrap_or(0);
            first.is_some()
        }
        ItemKind::Union(_)
        | ItemKind::Enumeration(_)
        | ItemKind::Newtype(_)
        | ItemKind::Array(_) => true,
    }
}

fn blank_ends(ty: &Type, ends: &[bool]) -> bool {
    match ty {
        Type::Item(target) | Type::Boxed(target) => ends[target.0],
        // A blank place that may be nil is nil.
        Type::Nillable(..) | Type::Builtin(_) | Type::List(_) | Type::Present | Type::Open(_) => {
            true
        }
    }
}

/// The strongly connected component of each node (Tarjan's algorithm, without recursion, for
/// chains of types are as long as a schema likes).
fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    const NEW: usize = usize::MAX;
    let mut order = vec![NEW; edges.len()];
    let mut low = vec![0; edges.len()];
    let mut component = vec![NEW; edges.len()];
    let (mut open, mut clock) = (Vec::new(), 0);
    for root in 0..edges.len() {
        if order[root] != NEW {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((node, position)) = path.pop() {
            if position == 0 {
                order[node] = clock;
                low[node] = clock;
                clock += 1;
                open.push(node);
            } else {
                low[node] = low[node].min(low[edges[node][position - 1]]);
            }
            let mut position = position;
            let mut descends = false;
            while let Some(&target) = edges[node].get(position) {
                position += 1;
                if order[target] == NEW {
                    path.push((node, position));
                    path.push((target, 0));
                    descends = true;
                    break;
                }
                if component[target] == NEW {
                    low[node] = low[node].min(order[target]);
                }
            }
            if !descends && low[node] == order[node] {
                while let Some(member) = open.pop() {
                    component[member] = node;
                    low[member] = NEW;
                    if member == node {
                        break;
                    }
                }
            }
        }
    }
    component
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn cycles_are_components() {
        let edges = vec![vec![1], vec![2], vec![0, 3], vec![4], vec![4], vec![]];
        let found = components(&edges);
        assert_eq!(found[0], found[1]);
        assert_eq!(found[1], found[2]);
        assert_ne!(found[2], found[3]);
        assert_ne!(found[3], found[4]);
        assert_ne!(found[4], found[5]);
    }

    #[test]
    fn a_long_chain_does_not_recurse() {
        let count = 200_000;
        let edges: Vec<Vec<usize>> = (0..count)
            .map(|index| if index + 1 < count { vec![index + 1] } else { vec![] })
            .collect();
        assert_eq!(components(&edges).len(), count);
    }
}
