//! Settles complex types, bases first (XSD 1.0 Part 1, section 3.4.6), and answers which types are
//! derived from which, and how (`cos-ct-derived-ok`, `cos-st-derived-ok`).

use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::limits::NESTING;
use crate::model::resolve::order::dependencies_first;
use crate::model::xsd::{Builtin, ComplexType, SimpleTypeRef, Type, Variety};
use crate::syntax::xsd::{Derivations, Method};

impl Resolver<'_, '_> {
    /// Cuts circles (`ct-props-correct`, clause 3), then gives every type its content and
    /// attributes.
    pub(super) fn settle_complex_types(&mut self) {
        let ids: Vec<Id<ComplexType>> = self.model.complex_types.iter().map(|(id, _)| id).collect();
        let edges: Vec<Vec<usize>> = ids
            .iter()
            .map(|id| {
                complex(self.model.complex_types[*id].base).map(Id::index).into_iter().collect()
            })
            .collect();
        let order = dependencies_first(&edges);
        for (from, to) in order.circular {
            let (user, used) = (ids[from], &self.model.complex_types[ids[to]]);
            let message = format!("{} is derived from itself", describe(used));
            let span = self.complex_types[user.index()].base_span;
            let finding = Diagnostic::new(Code::CircularType, span, message);
            self.report(finding.label(used.origin.span, "the type that is reached again"));
            self.model.complex_types[user].base = Type::AnyType;
        }
        let mut depths = vec![0; ids.len()];
        for node in order.nodes {
            let id = ids[node];
            let base = complex(self.model.complex_types[id].base);
            depths[node] = base.map_or(0, |base| depths[base.index()] + 1);
            if depths[node] > NESTING {
                let ty = describe(&self.model.complex_types[id]);
                let message = format!("{ty} is more than {NESTING} derivations deep");
                self.find(Code::NestingLimit, self.complex_types[id.index()].base_span, message);
                self.model.complex_types[id].base = Type::AnyType;
                depths[node] = 0;
            }
            self.check_complex_final(id);
            self.settle_content(id);
            self.settle_attributes(id);
        }
    }

    /// {final} of the base (`cos-ct-extends`, clause 1.1; `derivation-ok-restriction`, clause 1).
    fn check_complex_final(&mut self, id: Id<ComplexType>) {
        let Some(base) = complex(self.model.complex_types[id].base) else { return };
        let final_ = self.complex_types[base.index()].final_;
        let method = self.model.complex_types[id].method;
        let (is_final, code, done) = match method {
            Method::Extension => (final_.extension, Code::ExtensionFinal, "extended"),
            Method::Restriction => (final_.restriction, Code::RestrictionFinal, "restricted"),
        };
        if is_final {
            let base = &self.model.complex_types[base];
            let message = format!("{} is final and must not be {done}", describe(base));
            let span = self.complex_types[id.index()].base_span;
            let finding = Diagnostic::new(code, span, message);
            self.report(finding.label(base.origin.span, "`final` is said or inherited here"));
        }
    }

    /// Lists for each complex type the named types that can stand in its place.
    pub(super) fn settle_derived_types(&mut self) {
        let ids: Vec<Id<ComplexType>> = self.model.complex_types.iter().map(|(id, _)| id).collect();
        for id in ids {
            let ty = &self.model.complex_types[id];
            if ty.name.is_none() || ty.is_abstract {
                continue;
            }
            let mut used = Derivations::default();
            let mut at = id;
            while let Some(base) = complex(self.model.complex_types[at].base) {
                used = with(used, self.model.complex_types[at].method);
                let ancestor = &mut self.model.complex_types[base];
                if !meet(used, ancestor.block) {
                    ancestor.derived.push(id);
                }
                at = base;
            }
        }
    }

    /// The methods by which `from` is derived from `to`; none where it is not.
    pub(in crate::model::resolve) fn methods_between(
        &self,
        from: Type,
        to: Type,
    ) -> Option<Derivations> {
        let mut used = Derivations::default();
        let mut at = from;
        loop {
            if at == to {
                return Some(used);
            }
            match at {
                Type::AnyType => return None,
                Type::Complex(id) => {
                    used = with(used, self.model.complex_types[id].method);
                    at = self.model.complex_types[id].base;
                }
                Type::Simple(simple) => {
                    return self
                        .is_simple_derived(simple, to)
                        .then(|| with(used, Method::Restriction));
                }
            }
        }
    }

    /// Whether a simple type is derived from a type that it is not (`cos-st-derived-ok`).
    fn is_simple_derived(&self, from: SimpleTypeRef, to: Type) -> bool {
        let to = match to {
            Type::AnyType => return true,
            Type::Complex(_) => return false,
            Type::Simple(to) => to,
        };
        let any = SimpleTypeRef::Builtin(Builtin::AnySimpleType);
        if to == any || self.simple_ancestry(from).any(|ancestor| ancestor == to) {
            return true;
        }
        self.member_types(to)
            .iter()
            .any(|member| self.simple_ancestry(from).any(|ancestor| ancestor == *member))
    }

    /// The type itself and the bases of its restrictions.
    fn simple_ancestry(&self, ty: SimpleTypeRef) -> impl Iterator<Item = SimpleTypeRef> {
        std::iter::successors(Some(ty), |ty| match ty {
            SimpleTypeRef::Builtin(builtin) => builtin.base().map(SimpleTypeRef::Builtin),
            SimpleTypeRef::Defined(id) => match &self.model.simple_types[*id].variety {
                Variety::Restriction { base, .. } => Some(*base),
                Variety::List { .. } | Variety::Union { .. } => None,
            },
        })
    }

    /// The member types of a union that is no restriction, those of its members included.
    fn member_types(&self, ty: SimpleTypeRef) -> Vec<SimpleTypeRef> {
        let mut found = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        let mut open = vec![ty];
        while let Some(SimpleTypeRef::Defined(id)) = open.pop() {
            if let Variety::Union { members } = &self.model.simple_types[id].variety {
                let new: Vec<_> =
                    members.iter().copied().filter(|member| seen.insert(*member)).collect();
                found.extend(&new);
                open.extend(
                    new.into_iter().filter(|member| matches!(member, SimpleTypeRef::Defined(_))),
                );
            }
        }
        found
    }
}

/// The definition, where the type is complex.
pub(in crate::model::resolve) fn complex(ty: Type) -> Option<Id<ComplexType>> {
    match ty {
        Type::Complex(id) => Some(id),
        Type::AnyType | Type::Simple(_) => None,
    }
}

/// The set with one more method.
fn with(set: Derivations, method: Method) -> Derivations {
    match method {
        Method::Extension => Derivations { extension: true, ..set },
        Method::Restriction => Derivations { restriction: true, ..set },
    }
}

/// Whether two sets share a method of deriving complex types.
pub(super) fn meet(left: Derivations, right: Derivations) -> bool {
    (left.extension && right.extension) || (left.restriction && right.restriction)
}

/// Both sets.
pub(super) fn both(left: Derivations, right: Derivations) -> Derivations {
    Derivations {
        extension: left.extension || right.extension,
        restriction: left.restriction || right.restriction,
        substitution: left.substitution || right.substitution,
        list: left.list || right.list,
        union: left.union || right.union,
    }
}

/// The type as it is called in a message.
pub(in crate::model::resolve) fn describe(complex: &ComplexType) -> String {
    match &complex.name {
        Some(name) => format!("the complex type `{name}`"),
        None => "an anonymous complex type".to_owned(),
    }
}
