//! The SOAP encoding in schemas (SOAP 1.1, section 5; WSDL 1.1, section 2.2): arrays, and the types
//! that repeat the built-in ones with an `id` and an `href`.

use std::collections::{BTreeMap, BTreeSet};

use super::building::Owner;
use super::reach::Subject;
use super::{Lowering, needs};
use crate::ir::Crate;
use crate::ir::client::Body;
use crate::ir::content::{Member, Needs, TypeName, Wire};
use crate::ir::item::{Array, Branch, Item, ItemKind};
use crate::ir::ty::{Builtin, Open, Type, TypeId};
use crate::model::Model;
use crate::model::id::Id;
use crate::model::xsd::{self, ComplexType, ContentType, Element, Origin, SimpleTypeRef, Term};
use crate::vocabulary::{Namespace, QName, namespaces};

/// Whether a component is one of the encoding's own schema. These have no Rust form of their own.
pub(super) fn is_standard(name: &QName) -> bool {
    name.namespace.as_str() == namespaces::SOAP11_ENCODING
}

/// Whether a type is an array: derived from `soapenc:Array`.
pub(super) fn is_array(model: &Model, id: Id<ComplexType>) -> bool {
    bases(model, id).skip(1).any(|id| {
        let name = model.complex_types[id].name.as_ref();
        name.is_some_and(|name| is_standard(name) && &*name.local == "Array")
    })
}

/// A type and those that it is derived from.
fn bases(model: &Model, id: Id<ComplexType>) -> impl Iterator<Item = Id<ComplexType>> {
    std::iter::successors(Some(id), |id| match model.complex_types[*id].base {
        xsd::Type::Complex(base) => Some(base),
        xsd::Type::AnyType | xsd::Type::Simple(_) => None,
    })
}

/// The items of an array as its schema describes them.
struct Items {
    ty: xsd::Type,
    /// The dimensions, innermost array first: the number of each.
    ranks: Vec<usize>,
    name: QName,
    nillable: bool,
}

impl Lowering<'_> {
    /// The Rust type of a type of the encoding's own schema: a built-in type, or anything.
    pub(super) fn standard_type(&self, id: Id<ComplexType>) -> Option<Type> {
        let complex = &self.model.complex_types[id];
        if !complex.name.as_ref().is_some_and(is_standard) {
            return None;
        }
        Some(match &complex.content {
            ContentType::Simple(SimpleTypeRef::Builtin(Builtin::AnySimpleType)) => {
                Type::Open(Open::Text)
            }
            ContentType::Simple(SimpleTypeRef::Builtin(builtin)) => Type::Builtin(*builtin),
            ContentType::Simple(SimpleTypeRef::Defined(_))
            | ContentType::Empty
            | ContentType::ElementOnly(_)
            | ContentType::Mixed(_) => Type::Open(Open::Content),
        })
    }

    /// The name of a type as `xsi:type` gives it; none for a type without a name, and where a value
    /// of its own says it.
    pub(super) fn type_name_of(&self, ty: xsd::Type) -> Option<TypeName> {
        let name = match ty {
            xsd::Type::AnyType
            | xsd::Type::Simple(SimpleTypeRef::Builtin(Builtin::AnySimpleType)) => {
                return None;
            }
            xsd::Type::Simple(SimpleTypeRef::Builtin(builtin)) => {
                return Some(TypeName::Builtin(builtin.name()));
            }
            xsd::Type::Simple(SimpleTypeRef::Defined(id)) => {
                self.model.simple_types[id].name.as_ref()
            }
            xsd::Type::Complex(id) if is_array(self.model, id) => {
                return Some(self.defined(&encoding("Array")));
            }
            xsd::Type::Complex(id) => match self.standard_type(id) {
                Some(Type::Open(_)) => None,
                _ => self.model.complex_types[id].name.as_ref(),
            },
        };
        name.map(|name| self.defined(name))
    }

    fn defined(&self, name: &QName) -> TypeName {
        let wire = self.modules.wire(name);
        TypeName::Defined(wire.namespace, wire.qualified())
    }

    /// Completes an array type.
    pub(super) fn array_type(&mut self, id: Id<ComplexType>, owner: &Owner, reserved: TypeId) {
        let model = self.model;
        let complex = &model.complex_types[id];
        let items = self.items_of(id);
        let kind = self.array(&items, &items.ranks, owner, &complex.origin);
        let doc = self.complex_doc(complex);
        let name = complex.name.as_ref().map(ToString::to_string);
        let (ident, module) = (owner.ident.clone(), owner.module);
        self.complete(reserved, Item::new(ident, module, doc, name, kind));
    }

    /// The array with these dimensions: the last are its own, those before are those of its items.
    fn array(
        &mut self,
        items: &Items,
        ranks: &[usize],
        owner: &Owner,
        origin: &Origin,
    ) -> ItemKind {
        let (rank, inner) = ranks.split_last().map_or((1, &[][..]), |(rank, inner)| (*rank, inner));
        let mut wire = self.modules.wire(&items.name);
        let item = if inner.is_empty() {
            wire.named_type = self.type_name_of(items.ty);
            self.item_type(items, owner, origin)
        } else {
            wire.named_type = Some(self.defined(&encoding("Array")));
            Type::Item(self.inner_array(items, inner, owner, origin))
        };
        let named = match items.ty {
            // What is an array itself has a name, which tells more than that it is one.
            xsd::Type::Complex(id) => {
                self.model.complex_types[id].name.as_ref().map(|name| self.defined(name))
            }
            xsd::Type::AnyType | xsd::Type::Simple(_) => self.type_name_of(items.ty),
        };
        let named = named.unwrap_or(TypeName::Builtin("anyType"));
        let brackets = inner.iter().map(|rank| format!("[{}]", ",".repeat(rank - 1))).collect();
        let attribute = self.modules.wire(&encoding("arrayType"));
        let sparse = matches!(item, Type::Nillable(..));
        ItemKind::Array(Array { item, rank, attribute, item_type: (named, brackets), wire, sparse })
    }

    /// The type of an array that is an item of another.
    fn inner_array(
        &mut self,
        items: &Items,
        ranks: &[usize],
        owner: &Owner,
        origin: &Origin,
    ) -> TypeId {
        let suggestion = format!("{}_item", owner.ident.bare());
        let ident = self.nested_name(owner.module, &[&suggestion], origin.span);
        let reserved = self.reserve_nested(ident.clone(), owner);
        let inner = Owner { ident: ident.clone(), module: owner.module, id: Some(reserved) };
        let kind = self.array(items, ranks, &inner, origin);
        let text = format!("An item of [`{}`], {}.", owner.ident, self.place(origin.span));
        let doc = crate::ir::doc::Doc::own(&text);
        let module = owner.module;
        self.complete(reserved, Item::new(ident, module, doc, None, kind));
        self.uses(Subject::Item(reserved));
        reserved
    }

    /// The type of an item that is no array of the same type.
    fn item_type(&mut self, items: &Items, owner: &Owner, origin: &Origin) -> Type {
        let element = Element {
            name: items.name.clone(),
            origin: origin.clone(),
            is_global: false,
            ty: items.ty,
            nillable: items.nillable,
            value: None,
            is_abstract: false,
            substitution_head: None,
            substitutes: Vec::new(),
            block: Default::default(),
            has_identity_constraints: false,
        };
        // A type that nothing can have is refused there.
        let ty = self.content_type(&element, owner, origin.span);
        let ty = ty.unwrap_or(Type::Open(Open::Content));
        if items.nillable {
            return Type::Nillable(Box::new(ty), self.nil_type(items.ty, owner));
        }
        ty
    }

    /// What `wsdl:arrayType` says, or the element that is repeated; anything where nothing is said.
    fn items_of(&self, id: Id<ComplexType>) -> Items {
        let model = self.model;
        let found = bases(model, id).find_map(|id| model.complex_types[id].array_item.as_ref());
        let element = bases(model, id)
            .take_while(|id| !model.complex_types[*id].name.as_ref().is_some_and(is_standard))
            .find_map(|id| repeated(&model.complex_types[id].content))
            .map(|id| &model.elements[id]);
        let ty = found.map(|found| found.ty).or(element.map(|element| element.ty));
        let ranks = found.map(|found| ranks(&found.bounds)).filter(|ranks| !ranks.is_empty());
        let name = element.map(|element| element.name.clone());
        Items {
            ty: ty.unwrap_or(xsd::Type::AnyType),
            ranks: ranks.unwrap_or_else(|| vec![1]),
            name: name.unwrap_or_else(|| QName::new(Namespace::none(), "item")),
            nillable: element.is_some_and(|element| element.nillable),
        }
    }
}

/// A name of the encoding.
fn encoding(local: &str) -> QName {
    QName::new(Namespace::new(namespaces::SOAP11_ENCODING), local)
}

/// The one element that a content model repeats.
fn repeated(content: &ContentType) -> Option<Id<Element>> {
    let ContentType::ElementOnly(particle) = content else { return None };
    let mut particle = particle;
    loop {
        match &particle.term {
            Term::Element(id) => return Some(*id),
            Term::Group(group) => match group.particles.as_slice() {
                [only] => particle = only,
                _ => return None,
            },
            Term::GroupRef(_) | Term::Wildcard(_) => return None,
        }
    }
}

/// The number of dimensions in each pair of brackets, such as 1 and 2 in `[][,]`.
fn ranks(bounds: &str) -> Vec<usize> {
    let groups = bounds.split(']').filter_map(|group| group.split_once('['));
    groups.map(|(_, sizes)| sizes.matches(',').count() + 1).collect()
}

/// Has the values of encoded messages say their types, and no others.
pub(super) fn name_types(krate: &mut Crate) {
    let encoded = reached(krate);
    let places: BTreeMap<usize, bool> = krate
        .items
        .iter()
        .enumerate()
        .map(|(id, item)| (id, matches!(item.kind, ItemKind::Alternatives(_))))
        .collect();
    let says_itself = |ty: &Type| says_itself(ty, &places);
    for (id, item) in krate.items.iter_mut().enumerate() {
        let is_encoded = encoded.contains(&id);
        match &mut item.kind {
            ItemKind::Struct(structure) => {
                let fields = &structure.fields;
                for member in &mut structure.members {
                    match member {
                        Member::Element { field, wire, .. } => {
                            keep(wire, is_encoded && !says_itself(&fields[*field].ty));
                        }
                        Member::Fixed { wire, .. } | Member::Credential { wire, .. } => {
                            keep(wire, is_encoded);
                        }
                        Member::Part { .. } | Member::Wildcard { .. } => {}
                    }
                }
            }
            ItemKind::Choice(choice) => {
                for variant in &mut choice.variants {
                    match &mut variant.branch {
                        Branch::Element(wire, _) | Branch::Fixed(wire, ..) => {
                            keep(wire, is_encoded && !says_itself(&variant.ty));
                        }
                        Branch::Part(_) | Branch::Wildcard(_) | Branch::Text => {}
                    }
                }
            }
            ItemKind::Alternatives(alternatives) => alternatives.names_declared = is_encoded,
            ItemKind::Array(array) => keep(&mut array.wire, !says_itself(&array.item)),
            ItemKind::Enumeration(_) | ItemKind::Newtype(_) | ItemKind::Union(_) => {}
        }
    }
}

fn keep(wire: &mut Wire, is_named: bool) {
    if !is_named {
        wire.named_type = None;
    }
}

/// Whether the values of a place say their types by themselves.
fn says_itself(ty: &Type, places: &BTreeMap<usize, bool>) -> bool {
    match ty {
        Type::Item(id) | Type::Boxed(id) => places.get(&id.0).copied().unwrap_or(false),
        Type::Nillable(inner, _) => says_itself(inner, places),
        Type::Open(_) => true,
        Type::Builtin(_) | Type::List(_) | Type::Present => false,
    }
}

/// The types that values of encoded messages have.
fn reached(krate: &Crate) -> BTreeSet<usize> {
    let mut open = BTreeSet::new();
    let operations = krate.services.operations.iter();
    for body in operations.flat_map(|operation| operation.output.iter().chain([&operation.input])) {
        if let Body::Encoded(_, ty) | Body::EncodedContents(_, ty) = body {
            needs::visit(ty, &mut Needs::default(), &mut open);
        }
    }
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop_first() {
        if found.insert(id) {
            open.extend(needs::targets(&krate.items[id]));
        }
    }
    found
}

/// The name of a type that an element can be told by: not that of a built-in one.
pub(super) fn expanded(model: &Model, ty: xsd::Type) -> Option<QName> {
    match ty {
        xsd::Type::Complex(id) => model.complex_types[id].name.clone(),
        xsd::Type::Simple(SimpleTypeRef::Defined(id)) => model.simple_types[id].name.clone(),
        xsd::Type::Simple(SimpleTypeRef::Builtin(_)) | xsd::Type::AnyType => None,
    }
}

#[cfg(test)]
mod tests {
    use super::ranks;

    #[test]
    fn brackets_are_dimensions() {
        let rows: [(&str, &[usize]); 5] =
            [("[]", &[1]), ("[,]", &[2]), ("[][,,]", &[1, 3]), ("[3]", &[1]), ("", &[])];
        for (bounds, expected) in rows {
            assert_eq!(ranks(bounds), expected, "{bounds}");
        }
    }
}
