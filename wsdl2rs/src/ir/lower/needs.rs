//! What the start tag of a root element declares: the namespaces that its content can need.

use std::collections::BTreeSet;

use super::super::Crate;
use crate::ir::content::{Credential, Member, Needs, TypeName, Wire};
use crate::ir::item::{Branch, Item, ItemKind};
use crate::ir::ty::{Open, Type};

/// Fills `Marker::needs` for all markers.
pub(super) fn fill(krate: &mut Crate) {
    let mut needs: Vec<Needs> = krate.items.iter().map(own).collect();
    let targets: Vec<BTreeSet<usize>> = krate.items.iter().map(targets).collect();
    loop {
        let mut changed = false;
        for index in (0..needs.len()).rev() {
            for target in &targets[index] {
                if *target == index {
                    continue;
                }
                let of_target = needs[*target].clone();
                changed |= add(&mut needs[index], &of_target);
            }
        }
        if !changed {
            break;
        }
    }
    let content = |value: &Type| {
        let (mut found, mut reached) = (Needs::default(), BTreeSet::new());
        visit(value, &mut found, &mut reached);
        for target in reached {
            add(&mut found, &needs[target]);
        }
        found
    };
    let elements = krate.modules.iter_mut().flat_map(|module| &mut module.elements);
    for marker in elements.chain(&mut krate.services.wrappers) {
        marker.needs = content(&marker.value);
        wire(&mut marker.needs, &marker.wire);
    }
    for marker in &mut krate.services.contents {
        marker.needs = content(&marker.value);
    }
}

fn add(needs: &mut Needs, more: &Needs) -> bool {
    let before = (needs.namespaces.len(), needs.xsi, needs.xsd);
    needs.namespaces.extend(&more.namespaces);
    needs.xsi |= more.xsi;
    needs.xsd |= more.xsd;
    before != (needs.namespaces.len(), needs.xsi, needs.xsd)
}

fn wire(needs: &mut Needs, wire: &Wire) {
    namespace(needs, wire.namespace);
    if let Some(name) = &wire.named_type {
        needs.xsi = true;
        type_name(needs, name);
    }
}

fn type_name(needs: &mut Needs, name: &TypeName) {
    match name {
        TypeName::Builtin(_) => needs.xsd = true,
        TypeName::Defined(number, _) => namespace(needs, *number),
    }
}

fn namespace(needs: &mut Needs, number: u16) {
    if number >= super::super::FIRST_GENERATED {
        needs.namespaces.insert(number);
    }
}

/// What an item's own tags need.
fn own(item: &Item) -> Needs {
    let mut needs = Needs::default();
    let mut unused = BTreeSet::new();
    match &item.kind {
        ItemKind::Struct(structure) => {
            structure.attributes.iter().for_each(|attribute| wire(&mut needs, &attribute.wire));
            for member in &structure.members {
                match member {
                    Member::Element { wire: name, .. } | Member::Fixed { wire: name, .. } => {
                        wire(&mut needs, name);
                    }
                    Member::Credential { wire: name, content } => {
                        wire(&mut needs, name);
                        if let Credential::Elements(elements) = content {
                            elements.iter().for_each(|(name, _)| wire(&mut needs, name));
                        }
                    }
                    Member::Part { .. } | Member::Wildcard { .. } => {}
                }
            }
            structure.fields.iter().for_each(|field| visit(&field.ty, &mut needs, &mut unused));
        }
        ItemKind::Choice(choice) => {
            for variant in &choice.variants {
                if let Branch::Element(name, _) | Branch::Fixed(name, ..) = &variant.branch {
                    wire(&mut needs, name);
                }
                visit(&variant.ty, &mut needs, &mut unused);
            }
        }
        ItemKind::Alternatives(alternatives) => {
            needs.xsi = true;
            alternatives.variants.iter().for_each(|(_, _, name)| wire(&mut needs, name));
        }
        ItemKind::Array(array) => {
            wire(&mut needs, &array.attribute);
            wire(&mut needs, &array.wire);
            type_name(&mut needs, &array.item_type.0);
            visit(&array.item, &mut needs, &mut unused);
        }
        ItemKind::Enumeration(_) | ItemKind::Newtype(_) | ItemKind::Union(_) => {}
    }
    needs
}

/// The items that an item refers to.
pub(super) fn targets(item: &Item) -> BTreeSet<usize> {
    let (mut needs, mut targets) = (Needs::default(), BTreeSet::new());
    match &item.kind {
        ItemKind::Struct(structure) => {
            structure.fields.iter().for_each(|field| visit(&field.ty, &mut needs, &mut targets));
        }
        ItemKind::Choice(choice) => {
            choice.variants.iter().for_each(|variant| visit(&variant.ty, &mut needs, &mut targets));
        }
        ItemKind::Alternatives(alternatives) => {
            targets.extend(alternatives.variants.iter().map(|(_, ty, _)| ty.0));
        }
        ItemKind::Array(array) => visit(&array.item, &mut needs, &mut targets),
        ItemKind::Enumeration(_) | ItemKind::Newtype(_) | ItemKind::Union(_) => {}
    }
    targets
}

pub(super) fn visit(ty: &Type, needs: &mut Needs, targets: &mut BTreeSet<usize>) {
    match ty {
        Type::Item(target) | Type::Boxed(target) => {
            targets.insert(target.0);
        }
        Type::Nillable(inner, attributes) => {
            needs.xsi = true;
            visit(inner, needs, targets);
            targets.extend(attributes.map(|attributes| attributes.0));
        }
        Type::Open(open) => needs.xsi |= matches!(open, Open::Content | Open::Text),
        Type::Builtin(_) | Type::List(_) | Type::Present => {}
    }
}
