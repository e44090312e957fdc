//! Item types of lists (XSD 1.0 Part 2, section 4.1.2.2).

use super::super::Crate;
use crate::ir::item::ItemKind;
use crate::ir::ty::Type;

/// Marks the types that are items of a list somewhere.
pub(super) fn mark_items(krate: &mut Crate) {
    let mut found = Vec::new();
    for item in krate.kept_items() {
        match &item.kind {
            ItemKind::Struct(structure) => {
                structure.fields.iter().for_each(|field| collect(&field.ty, &mut found));
            }
            ItemKind::Choice(choice) => {
                choice.variants.iter().for_each(|variant| collect(&variant.ty, &mut found));
            }
            ItemKind::Newtype(newtype) => collect(&newtype.base, &mut found),
            ItemKind::Union(union) => {
                union.variants.iter().for_each(|(_, ty, _)| collect(ty, &mut found));
            }
            ItemKind::Array(array) => collect(&array.item, &mut found),
            ItemKind::Enumeration(_) | ItemKind::Alternatives(_) => {}
        }
    }
    for module in &krate.modules {
        module.aliases.iter().for_each(|alias| collect(&alias.ty, &mut found));
        module.elements.iter().for_each(|marker| collect(&marker.value, &mut found));
    }
    for id in found {
        krate.items[id].is_list_item = true;
    }
}

fn collect(ty: &Type, found: &mut Vec<usize>) {
    match ty {
        Type::List(item) => {
            if let Type::Item(id) = **item {
                found.push(id.0);
            }
        }
        Type::Nillable(inner, _) => collect(inner, found),
        Type::Builtin(_) | Type::Item(_) | Type::Boxed(_) | Type::Present | Type::Open(_) => {}
    }
}
