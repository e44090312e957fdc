//! {attribute uses} and {attribute wildcard} of complex types and attribute groups (XSD 1.0 Part 1,
//! sections 3.4.2, 3.6.2 and 3.10.6).

use std::collections::BTreeMap;

use super::derivation::describe;
use super::drafts::{AttributeGroup, OwnAttributes};
use super::well_known::lax;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::limits::{ATTRIBUTES, NESTING, TOTAL_ATTRIBUTES};
use crate::model::resolve::order::dependencies_first;
use crate::model::xsd::{AttributeUse, ComplexType, Type, Wildcard};
use crate::source::Span;
use crate::syntax::xsd::{Method, NamespaceConstraint};
use crate::vocabulary::QName;

impl Resolver<'_, '_> {
    /// Cuts circles (`src-attribute_group`, clause 3), then expands every group, inner ones first.
    pub(super) fn settle_attribute_groups(&mut self) {
        let ids: Vec<Id<AttributeGroup>> = self.attribute_groups.iter().map(|(id, _)| id).collect();
        let edges: Vec<Vec<usize>> = ids
            .iter()
            .map(|id| {
                let groups = &self.attribute_groups[*id].attributes.groups;
                groups.iter().map(|group| group.index()).collect()
            })
            .collect();
        let order = dependencies_first(&edges);
        for (from, to) in order.circular {
            let (user, used) = (&self.attribute_groups[ids[from]], &self.attribute_groups[ids[to]]);
            let message = format!("the attribute group `{}` contains itself", used.name);
            let finding = Diagnostic::new(Code::CircularAttributeGroup, user.span, message);
            let finding = finding.label(used.span, "the group that is reached again");
            self.report(finding.component(&used.name));
            self.attribute_groups[ids[from]].attributes.groups.retain(|group| *group != ids[to]);
        }
        let mut heights = vec![0; ids.len()];
        for node in order.nodes {
            let group = &mut self.attribute_groups[ids[node]];
            let inner = group.attributes.groups.iter().map(|group| heights[group.index()] + 1);
            heights[node] = inner.max().unwrap_or(0);
            let (mut own, span) = (std::mem::take(&mut group.attributes), group.span);
            if heights[node] > NESTING {
                let message = format!("attribute groups are nested more than {NESTING} deep");
                self.find(Code::NestingLimit, span, message);
                own.groups.clear();
                heights[node] = 0;
            }
            self.attribute_groups[ids[node]].attributes =
                self.expanded(own, Owner::Group(ids[node]), span);
        }
    }

    /// The attributes with those of the groups, which are expanded already.
    fn expanded(&mut self, own: OwnAttributes, owner: Owner, span: Span) -> OwnAttributes {
        let duplicate = match owner {
            Owner::Group(_) => Code::AttributeGroupDuplicate,
            Owner::Type(_) => Code::AttributeDuplicate,
        };
        let mut list = UseList::default();
        for attribute_use in own.uses {
            self.add_use(&mut list, attribute_use, duplicate, owner);
        }
        let mut wildcard = own.wildcard;
        for group in &own.groups {
            let attributes = self.attribute_groups[*group].attributes.clone();
            for attribute_use in attributes.uses {
                self.add_use(&mut list, attribute_use, duplicate, owner);
            }
            wildcard = self.intersection(wildcard, attributes.wildcard, span);
        }
        self.check_attribute_count(&mut list, owner, span);
        OwnAttributes { uses: list.uses, prohibited: own.prohibited, groups: Vec::new(), wildcard }
    }

    /// The type or group as it is called in a message.
    fn owner(&self, owner: Owner) -> String {
        match owner {
            Owner::Type(id) => describe(&self.model.complex_types[id]),
            Owner::Group(id) => format!("the attribute group `{}`", self.attribute_groups[id].name),
        }
    }

    /// Adds a use, unless it is there already. Another use of the same name is a finding.
    fn add_use(&mut self, list: &mut UseList, new: AttributeUse, duplicate: Code, owner: Owner) {
        let name = self.model.attributes[new.attribute].name.clone();
        match list.by_name.get(&name) {
            Some(index) => {
                let first = &list.uses[*index];
                if first.attribute != new.attribute || first.span != new.span {
                    let message = format!("{} has two attributes `{name}`", self.owner(owner));
                    let finding = Diagnostic::new(duplicate, new.span, message);
                    self.report(finding.label(first.span, "the first one"));
                }
            }
            None => {
                list.by_name.insert(name, list.uses.len());
                list.uses.push(new);
            }
        }
    }

    fn check_attribute_count(&mut self, list: &mut UseList, owner: Owner, span: Span) {
        self.attribute_uses += list.uses.len();
        if list.uses.len() > ATTRIBUTES || self.attribute_uses > TOTAL_ATTRIBUTES {
            let message = format!("{} has too many attributes", self.owner(owner));
            let finding = Diagnostic::new(Code::SizeLimit, span, message);
            self.report(finding.help(format!(
                "at most {ATTRIBUTES} in one place, and {TOTAL_ATTRIBUTES} in all, are allowed"
            )));
            list.uses.clear();
        }
    }

    /// The complete wildcard (section 3.4.2): what all allow, the first one's `processContents`.
    fn intersection(
        &mut self,
        left: Option<Wildcard>,
        right: Option<Wildcard>,
        span: Span,
    ) -> Option<Wildcard> {
        let (Some(left), Some(right)) = (&left, &right) else { return left.or(right) };
        let namespaces = left.namespaces.intersection(&right.namespaces).unwrap_or_else(|| {
            let message = "what both wildcards allow cannot be written as one wildcard";
            let finding = Diagnostic::new(Code::WildcardIntersection, span, message);
            self.report(finding.label(left.span, "one").label(right.span, "the other"));
            left.namespaces.clone()
        });
        Some(Wildcard { namespaces, process: left.process, span: left.span })
    }

    /// Finds the attributes of a type whose base is settled: those of the base come first.
    pub(super) fn settle_attributes(&mut self, id: Id<ComplexType>) {
        let ty = &self.model.complex_types[id];
        let (method, base, span) = (ty.method, ty.base, ty.origin.span);
        let owner = Owner::Type(id);
        let own = std::mem::take(&mut self.complex_types[id.index()].attributes);
        let own = self.expanded(own, owner, span);
        let (base_uses, base_wildcard) = match base {
            Type::Complex(base) => {
                let base = &self.model.complex_types[base];
                (base.attributes.clone(), base.attribute_wildcard.clone())
            }
            Type::AnyType => (Vec::new(), Some(lax(NamespaceConstraint::Any, span))),
            Type::Simple(_) => (Vec::new(), None),
        };
        let mut list = UseList::default();
        match method {
            Method::Extension => {
                for attribute_use in base_uses {
                    self.add_use(&mut list, attribute_use, Code::AttributeDuplicate, owner);
                }
                for attribute_use in own.uses {
                    let duplicate = self.code_of_repetition(&list, &attribute_use);
                    self.add_use(&mut list, attribute_use, duplicate, owner);
                }
            }
            Method::Restriction => {
                self.restrict_uses(&mut list, base_uses, own.uses, &own.prohibited)
            }
        }
        self.check_attribute_count(&mut list, owner, span);
        let wildcard = match method {
            Method::Extension => self.union(own.wildcard, base_wildcard, span),
            Method::Restriction => own.wildcard,
        };
        let ty = &mut self.model.complex_types[id];
        ty.attributes = list.uses;
        ty.attribute_wildcard = wildcard;
    }

    /// Published schemas repeat attributes that they inherit: a warning where the type is the same.
    fn code_of_repetition(&self, inherited: &UseList, own: &AttributeUse) -> Code {
        let own = &self.model.attributes[own.attribute];
        let first = inherited.by_name.get(&own.name).map(|index| &inherited.uses[*index]);
        let is_alike =
            first.is_some_and(|first| self.model.attributes[first.attribute].ty == own.ty);
        if is_alike { Code::AttributeRepeated } else { Code::AttributeDuplicate }
    }

    /// The uses of the base, replaced or prohibited by name, then the new ones.
    fn restrict_uses(
        &self,
        list: &mut UseList,
        base: Vec<AttributeUse>,
        own: Vec<AttributeUse>,
        prohibited: &[QName],
    ) {
        let name = |attribute_use: &AttributeUse| {
            self.model.attributes[attribute_use.attribute].name.clone()
        };
        let mut own: BTreeMap<QName, (usize, AttributeUse)> =
            own.into_iter().enumerate().map(|(index, own)| (name(&own), (index, own))).collect();
        for attribute_use in base {
            let name = name(&attribute_use);
            if let Some((_, own)) = own.remove(&name) {
                list.uses.push(own);
            } else if !prohibited.contains(&name) {
                list.uses.push(attribute_use);
            }
        }
        let mut new: Vec<_> = own.into_values().collect();
        new.sort_by_key(|(index, _)| *index);
        list.uses.extend(new.into_iter().map(|(_, own)| own));
    }

    /// What the extension or its base allows (`cos-aw-union`), with the extension's
    /// `processContents`.
    fn union(
        &mut self,
        own: Option<Wildcard>,
        base: Option<Wildcard>,
        span: Span,
    ) -> Option<Wildcard> {
        let (Some(own), Some(base)) = (&own, &base) else { return own.or(base) };
        let namespaces = own.namespaces.union(&base.namespaces).unwrap_or_else(|| {
            let message = "what either wildcard allows cannot be written as one wildcard";
            let finding = Diagnostic::new(Code::WildcardUnion, span, message);
            self.report(finding.label(own.span, "one").label(base.span, "the other"));
            NamespaceConstraint::Any
        });
        Some(Wildcard { namespaces, process: own.process, span: own.span })
    }
}

/// What has attribute uses.
#[derive(Clone, Copy)]
enum Owner {
    Type(Id<ComplexType>),
    Group(Id<AttributeGroup>),
}

/// Attribute uses in order, and where each name is.
#[derive(Default)]
struct UseList {
    uses: Vec<AttributeUse>,
    by_name: BTreeMap<QName, usize>,
}
