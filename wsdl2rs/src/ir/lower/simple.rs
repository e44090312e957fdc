//! Simple types → enums, checked newtypes, unions, or the type of their base.

use super::Lowering;
use super::building::Owner;
use super::encoding::is_standard;
use super::facets::{Chain, Root};
use super::reach::Subject;
use crate::ir::doc::Doc;
use crate::ir::ident::{Casing, Scope};
use crate::ir::item::{Check, Item, ItemKind, Newtype, Union};
use crate::ir::ty::Type;
use crate::model::id::Id;
use crate::model::xsd::{SimpleType, SimpleTypeRef, Variety};

impl Lowering<'_> {
    /// The Rust type of a simple type; an anonymous one is named after its owner.
    pub(super) fn simple_type(&mut self, ty: SimpleTypeRef, owner: &Owner) -> Type {
        match ty {
            SimpleTypeRef::Builtin(builtin) => Type::Builtin(builtin),
            SimpleTypeRef::Defined(id) => self.lower_simple(id, Some(owner)),
        }
    }

    /// Lowers a defined simple type once. A restriction without a facet is its base.
    pub(super) fn lower_simple(&mut self, id: Id<SimpleType>, owner: Option<&Owner>) -> Type {
        self.uses(Subject::Simple(id));
        if let Some(known) = self.simple.get(&id) {
            return known.clone();
        }
        let before = self.enter(Subject::Simple(id));
        let ty = self.lower_new_simple(id, owner);
        self.leave(before);
        ty
    }

    fn lower_new_simple(&mut self, id: Id<SimpleType>, owner: Option<&Owner>) -> Type {
        let chain = self.chain(id);
        let enumeration = self.enumeration(&chain);
        let is_replaced = self.replaced.contains_key(&Subject::Simple(id));
        if self.has_no_form_of_its_own(&chain, id) && enumeration.is_none() && !is_replaced {
            let ty = self.base_of(&chain, id, owner);
            self.simple.insert(id, ty.clone());
            self.alias(id, &ty);
            return ty;
        }
        let (ident, module) = self.simple_name(id, owner);
        let reserved = match owner.filter(|_| self.model.simple_types[id].name.is_none()) {
            Some(owner) => self.reserve_nested(ident.clone(), owner),
            None => self.reserve(ident.clone(), module),
        };
        self.simple.insert(id, Type::Item(reserved));
        let own = Owner { ident: ident.clone(), module, id: Some(reserved) };
        let kind = match (enumeration, chain.root) {
            (Some(facets), _) => self.enumerated(&chain, &facets, &own),
            (None, Root::Union(union)) if chain.steps.is_empty() => self.union(union, &own),
            (None, _) => self.newtype(&chain, &own),
        };
        let ty = &self.model.simple_types[id];
        let doc = self.component_doc(&ty.origin, "Simple type", ty.name.as_ref());
        let name = ty.name.as_ref().map(ToString::to_string);
        self.complete(reserved, Item::new(ident, module, doc, name, kind));
        Type::Item(reserved)
    }

    /// A named type that is its base has its name as an alias.
    fn alias(&mut self, id: Id<SimpleType>, ty: &Type) {
        let simple = &self.model.simple_types[id];
        let Some(name) = simple.name.as_ref().filter(|name| !is_standard(name)) else { return };
        let (ident, module) = self.type_name(name, &[&name.local], simple.origin.span);
        let doc = self.component_doc(&simple.origin, "Simple type", Some(name));
        let name = name.to_string();
        self.modules.add_alias(module, crate::ir::Alias { ident, doc, name, ty: ty.clone() });
    }

    fn simple_name(
        &mut self,
        id: Id<SimpleType>,
        owner: Option<&Owner>,
    ) -> (crate::ir::ident::Ident, crate::ir::ModuleId) {
        let ty = &self.model.simple_types[id];
        let span = ty.origin.span;
        match (&ty.name, owner) {
            (Some(name), _) => self.type_name(name, &[&name.local], span),
            (None, owner) => {
                let module = owner.map_or(crate::ir::ModuleId(0), |owner| owner.module);
                let base = owner.map_or("Value", |owner| owner.ident.bare()).to_owned();
                let valued = format!("{base}_value");
                (self.nested_name(module, &[&base, &valued], span), module)
            }
        }
    }

    /// Whether nothing but a name is added to the base.
    fn has_no_form_of_its_own(&self, chain: &Chain, id: Id<SimpleType>) -> bool {
        let no_facets = chain.steps.iter().all(|step| {
            let ty = &self.model.simple_types[*step];
            matches!(&ty.variety, Variety::Restriction { facets, .. } if facets.is_empty())
        });
        match chain.root {
            Root::Builtin(_) | Root::List(_) => no_facets,
            Root::Union(union) => no_facets && union != id,
        }
    }

    fn base_of(&mut self, chain: &Chain, id: Id<SimpleType>, owner: Option<&Owner>) -> Type {
        match chain.root {
            Root::Builtin(builtin) => Type::Builtin(builtin),
            Root::List(list) => self.list(list, owner, id),
            Root::Union(union) => self.lower_simple(union, owner),
        }
    }

    fn list(&mut self, list: Id<SimpleType>, owner: Option<&Owner>, id: Id<SimpleType>) -> Type {
        let model = self.model;
        let Variety::List { item } = &model.simple_types[list].variety else {
            unreachable!("a chain's list root is a list");
        };
        let name = model.simple_types[id].name.as_ref();
        let owner = match (name, owner) {
            (Some(name), _) => {
                let module = self.modules.of(&name.namespace);
                let ident = crate::ir::ident::Ident::suggested(&name.local, Casing::Camel);
                Owner { ident, module, id: None }.nested("item")
            }
            (None, Some(owner)) => owner.nested("item"),
            (None, None) => unreachable!("an anonymous simple type has an owner"),
        };
        Type::List(Box::new(self.simple_type(*item, &owner)))
    }

    fn union(&mut self, union: Id<SimpleType>, owner: &Owner) -> ItemKind {
        let model = self.model;
        let Variety::Union { members } = &model.simple_types[union].variety else {
            unreachable!("a chain's union root is a union");
        };
        let mut scope = Scope::default();
        let mut variants = Vec::new();
        for member in members {
            let name = match member {
                SimpleTypeRef::Builtin(builtin) => builtin.name().to_owned(),
                SimpleTypeRef::Defined(id) => model.simple_types[*id]
                    .name
                    .as_ref()
                    .map_or_else(|| "Other".to_owned(), |name| name.local.to_string()),
            };
            let ty = self.simple_type(*member, &owner.nested(&name));
            let (ident, _) = scope.take(&[&name], Casing::Camel);
            variants.push((ident, ty, Doc::own("A member of the union.")));
        }
        ItemKind::Union(Union { variants })
    }

    /// The type that a chain restricts.
    pub(super) fn root_type(&mut self, chain: &Chain, owner: &Owner) -> Type {
        match chain.root {
            Root::Builtin(builtin) => Type::Builtin(builtin),
            Root::List(list) => self.list(list, Some(owner), list),
            Root::Union(union) => self.lower_simple(union, Some(owner)),
        }
    }

    fn newtype(&mut self, chain: &Chain, owner: &Owner) -> ItemKind {
        let base = self.root_type(chain, owner);
        let (checks, white_space) = self.checks(chain, &base);
        let has_pattern = checks.iter().any(|check| matches!(check, Check::Pattern { .. }));
        let keeps_spelling = has_pattern && !base.is_spelled_one_way();
        ItemKind::Newtype(Newtype { base, checks, white_space, keeps_spelling })
    }
}
