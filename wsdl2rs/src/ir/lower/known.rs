//! The global components that are asked for by name at run time: declarations that wildcards judge
//! by in strict reading
//! (XSD 1.0 Part 1, section 3.10.4, `cvc-wildcard`), and types that `xs:anyType` may hold.

use super::building::Owner;
use super::elements::Markers;
use super::reach::{Reached, Subject};
use super::{Lowering, Slot};
use crate::ir::content::{Member, ProcessContents, Wildcard, Wire};
use crate::ir::ident::{Casing, Ident};
use crate::ir::item::{Branch, ItemKind};
use crate::ir::ty::{Open, Type, TypeId};
use crate::ir::{Known, ModuleId};

/// All global elements that are kept where a wildcard asks for elements, and likewise for
/// attributes.
pub(super) fn find(lowering: &mut Lowering<'_>, markers: &Markers, reached: &Reached) -> Known {
    let (mut of_elements, mut of_attributes) = (false, false);
    let mut values = markers.values().filter(|(id, _)| reached.has(Subject::Element(*id)));
    let mut types = values.any(|(_, value)| holds_anything(value));
    let judges = |wildcard: &Wildcard| wildcard.process != ProcessContents::Skip;
    let items = lowering.items.iter().enumerate();
    for (_, slot) in items.filter(|(index, _)| reached.has(Subject::Item(TypeId(*index)))) {
        let Slot::Item(item) = slot else { continue };
        match &item.kind {
            ItemKind::Struct(structure) => {
                of_elements |= structure.members.iter().any(|member| {
                    matches!(member, Member::Wildcard { wildcard, .. } if judges(wildcard))
                });
                let any = structure.any_attributes.as_ref();
                of_attributes |= any.is_some_and(|(_, wildcard)| judges(wildcard));
                types |= structure.fields.iter().any(|field| holds_anything(&field.ty));
            }
            ItemKind::Choice(choice) => {
                of_elements |= choice.variants.iter().any(|variant| {
                    matches!(&variant.branch, Branch::Wildcard(wildcard) if judges(wildcard))
                });
                types |= choice.variants.iter().any(|variant| holds_anything(&variant.ty));
            }
            ItemKind::Array(array) => types |= holds_anything(&array.item),
            ItemKind::Enumeration(_)
            | ItemKind::Newtype(_)
            | ItemKind::Union(_)
            | ItemKind::Alternatives(_) => {}
        }
    }
    let elements = if of_elements { elements(lowering, markers, reached) } else { Vec::new() };
    let attributes = if of_attributes { attributes(lowering) } else { Vec::new() };
    let has_name = |slot: &Slot| matches!(slot, Slot::Item(item) if item.name.is_some());
    let types = types && lowering.items.iter().any(has_name);
    Known { elements, attributes, types }
}

/// Whether a place is one of `xs:anyType`.
fn holds_anything(ty: &Type) -> bool {
    match ty {
        Type::Open(open) => *open == Open::Content,
        Type::Nillable(inner, _) => holds_anything(inner),
        Type::Builtin(_) | Type::List(_) | Type::Item(_) | Type::Boxed(_) | Type::Present => false,
    }
}

fn elements(
    lowering: &Lowering<'_>,
    markers: &Markers,
    reached: &Reached,
) -> Vec<(ModuleId, Ident, String)> {
    let kept = lowering.model.elements.iter();
    let kept = kept.filter(|(id, _)| reached.has(Subject::Element(*id)));
    let marked = kept.filter_map(|(id, element)| {
        let (module, ident, _) = markers.path(id)?;
        Some((*module, ident.clone(), element.name.local.to_string()))
    });
    marked.collect()
}

fn attributes(lowering: &mut Lowering<'_>) -> Vec<(Wire, Type)> {
    let model = lowering.model;
    let before = lowering.enter(Subject::Contract);
    let global = model.attributes.iter().filter(|(_, attribute)| {
        attribute.is_global && !super::encoding::is_standard(&attribute.name)
    });
    let typed = global.map(|(_, attribute)| {
        let module = lowering.modules.of(&attribute.name.namespace);
        let ident = Ident::suggested(&attribute.name.local, Casing::Camel);
        let ty = lowering.simple_type(attribute.ty, &Owner { ident, module, id: None });
        (lowering.modules.wire(&attribute.name), ty)
    });
    let typed = typed.collect();
    lowering.leave(before);
    typed
}
