//! The cases of `cos-particle-restrict`, named `rcase-…` in XSD 1.0 Part 1, section 3.9.6.

use super::Misfit;
use super::tree::{Node, NodeTerm, ONCE, times};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::check::e_props_correct::text;
use crate::model::xsd::{Element, ValueConstraint, Wildcard};
use crate::syntax::xsd::{CompositorKind, Occurs, ProcessContents};

/// The number of comparisons of one type, beyond which it is taken for a valid restriction.
const COMPARISONS: usize = 1_000_000;

type Verdict = Result<(), Misfit>;

/// The comparison of one type with its base.
pub(super) struct Comparison<'m, 'a, 'd> {
    resolver: &'m Resolver<'a, 'd>,
    /// How many particles may still be compared.
    left: usize,
}

impl<'m, 'a, 'd> Comparison<'m, 'a, 'd> {
    pub(super) fn new(resolver: &'m Resolver<'a, 'd>) -> Self {
        Self { resolver, left: COMPARISONS }
    }

    /// The table of the specification: own kind by base kind.
    pub(super) fn restricts(&mut self, own: &Node<'_>, base: &Node<'_>) -> Verdict {
        use CompositorKind::{All, Choice, Sequence};
        if self.left == 0 {
            return Ok(());
        }
        self.left -= 1;
        match (&own.term, &base.term) {
            (NodeTerm::Element(element), NodeTerm::Element(inherited)) => {
                check_range(own, own.occurs, base.occurs)?;
                self.name_and_type(own, *element, *inherited)
            }
            (NodeTerm::Element(element), NodeTerm::Wildcard(wildcard)) => {
                check_range(own, own.occurs, base.occurs)?;
                let name = &self.resolver.model.elements[*element].name;
                ensure(wildcard.namespaces.allows(&name.namespace), own, || {
                    format!("the wildcard of the base does not allow `{name}`")
                })
            }
            (NodeTerm::Wildcard(own_wildcard), NodeTerm::Wildcard(wildcard)) => {
                check_range(own, own.occurs, base.occurs)?;
                subset(own, own_wildcard, wildcard)
            }
            (NodeTerm::Group(_, members), NodeTerm::Wildcard(wildcard)) => {
                self.group_in_wildcard(own, members, base, wildcard)
            }
            (NodeTerm::Element(_), NodeTerm::Group(kind, inherited)) => {
                if *kind == Choice && self.is_repeated_alternative(own, base, inherited) {
                    return Ok(());
                }
                check_range(own, ONCE, base.occurs)?;
                let own = std::slice::from_ref(own);
                match kind {
                    Choice => self.lax(own, inherited),
                    Sequence | All => self.in_order(own, inherited, base),
                }
            }
            (NodeTerm::Group(kind, members), NodeTerm::Group(base_kind, inherited)) => {
                match (kind, base_kind) {
                    (All, All) | (Sequence, Sequence) => {
                        check_range(own, own.occurs, base.occurs)?;
                        self.in_order(members, inherited, own)
                    }
                    (Choice, Choice) => {
                        check_range(own, own.occurs, base.occurs)?;
                        self.lax(members, inherited)
                    }
                    (Sequence, All) => {
                        check_range(own, own.occurs, base.occurs)?;
                        self.unordered(members, inherited, own)
                    }
                    (Sequence, Choice) => self.map_and_sum(own, members, base, inherited),
                    (All | Choice, _) => forbidden(own),
                }
            }
            (NodeTerm::Wildcard(_) | NodeTerm::Group(..), _) => forbidden(own),
        }
    }

    /// `rcase-NameAndTypeOK`, but for ranges and identity constraints.
    fn name_and_type(&self, own: &Node<'_>, element: Id<Element>, base: Id<Element>) -> Verdict {
        let resolver = self.resolver;
        let (element, base) = (&resolver.model.elements[element], &resolver.model.elements[base]);
        let (name, base_name) = (&element.name, &base.name);
        ensure(name == base_name, own, || format!("`{base_name}` must stand here, not `{name}`"))?;
        ensure(!element.nillable || base.nillable, own, || {
            format!("`{name}` is nillable, but not in the base")
        })?;
        if let Some(ValueConstraint::Fixed(fixed)) = &base.value {
            let is_kept = match &element.value {
                Some(value @ ValueConstraint::Fixed(_)) => text(value).value == fixed.value,
                Some(ValueConstraint::Default(_)) | None => false,
            };
            ensure(is_kept, own, || format!("the value of `{name}` is fixed in the base"))?;
        }
        let blocks = |own: bool, base: bool| own || !base;
        let keeps_block = blocks(element.block.extension, base.block.extension)
            && blocks(element.block.restriction, base.block.restriction)
            && blocks(element.block.substitution, base.block.substitution);
        ensure(keeps_block, own, || format!("`{name}` blocks less than in the base"))?;
        let methods = resolver.methods_between(element.ty, base.ty);
        ensure(methods.is_some_and(|methods| !methods.extension), own, || {
            format!("the type of `{name}` is no restriction of that in the base")
        })
    }

    /// Whether one alternative of a repeated choice, repeated alone, allows the element as often.
    /// The table does not foresee this, but schemas and test suites count on it.
    fn is_repeated_alternative(
        &mut self,
        own: &Node<'_>,
        base: &Node<'_>,
        alternatives: &[Node<'_>],
    ) -> bool {
        alternatives.iter().any(|alternative| {
            let occurs = times(alternative.occurs, base.occurs);
            let is_single = !matches!(alternative.term, NodeTerm::Group(..));
            is_single && self.restricts(own, &Node { occurs, ..alternative.clone() }).is_ok()
        })
    }

    /// `rcase-NSRecurseCheckCardinality`: the wildcard allows all members, and as many.
    fn group_in_wildcard(
        &mut self,
        own: &Node<'_>,
        members: &[Node<'_>],
        base: &Node<'_>,
        wildcard: &Wildcard,
    ) -> Verdict {
        let any = Occurs { min: 0, max: None };
        let unbounded = Node { occurs: any, term: NodeTerm::Wildcard(wildcard), span: base.span };
        for member in members {
            self.restricts(member, &unbounded)?;
        }
        check_range(own, own.total_range(), base.occurs)
    }

    /// `rcase-Recurse`: each member restricts the next one of the base; those between may be
    /// absent.
    fn in_order(&mut self, own: &[Node<'_>], base: &[Node<'_>], place: &Node<'_>) -> Verdict {
        let mut rest = base.iter();
        for member in own {
            let mut first_misfit = None;
            loop {
                let Some(candidate) = rest.next() else {
                    return Err(first_misfit.unwrap_or_else(|| extra(member)));
                };
                match self.restricts(member, candidate) {
                    Ok(()) => break,
                    Err(misfit) if candidate.is_emptiable() => {
                        first_misfit.get_or_insert(misfit);
                    }
                    Err(misfit) => return Err(misfit),
                }
            }
        }
        ensure(rest.all(Node::is_emptiable), place, || {
            "something that the base requires is missing".to_owned()
        })
    }

    /// `rcase-RecurseLax`: each member restricts one of the base, in order.
    fn lax(&mut self, own: &[Node<'_>], base: &[Node<'_>]) -> Verdict {
        let mut rest = base.iter();
        for member in own {
            let fits = rest.any(|candidate| self.restricts(member, candidate).is_ok());
            ensure(fits, member, || "no alternative of the base allows this".to_owned())?;
        }
        Ok(())
    }

    /// `rcase-RecurseUnordered`: each member restricts another one of the base.
    fn unordered(&mut self, own: &[Node<'_>], base: &[Node<'_>], place: &Node<'_>) -> Verdict {
        let mut free: Vec<&Node<'_>> = base.iter().collect();
        for member in own {
            let found = free.iter().position(|node| self.restricts(member, node).is_ok());
            match found {
                Some(index) => drop(free.remove(index)),
                None => return Err(extra(member)),
            }
        }
        ensure(free.into_iter().all(Node::is_emptiable), place, || {
            "something that the base requires is missing".to_owned()
        })
    }

    /// `rcase-MapAndSum`: each member restricts an alternative, and there are not too many.
    fn map_and_sum(
        &mut self,
        own: &Node<'_>,
        members: &[Node<'_>],
        base: &Node<'_>,
        inherited: &[Node<'_>],
    ) -> Verdict {
        for member in members {
            let fits = inherited.iter().any(|candidate| self.restricts(member, candidate).is_ok());
            ensure(fits, member, || "no alternative of the base allows this".to_owned())?;
        }
        let count = members.len() as u64;
        let sum = times(own.occurs, Occurs { min: count, max: Some(count) });
        check_range(own, sum, base.occurs)
    }
}

fn ensure(holds: bool, place: &Node<'_>, reason: impl FnOnce() -> String) -> Verdict {
    if holds { Ok(()) } else { Err(Misfit { span: place.span, reason: reason() }) }
}

fn extra(node: &Node<'_>) -> Misfit {
    Misfit { span: node.span, reason: "the base has nothing like this here".to_owned() }
}

fn forbidden(node: &Node<'_>) -> Verdict {
    let reason = "a particle of this kind cannot restrict that of the base".to_owned();
    Err(Misfit { span: node.span, reason })
}

/// `range-ok`.
fn check_range(place: &Node<'_>, own: Occurs, base: Occurs) -> Verdict {
    let is_within = own.min >= base.min
        && match (own.max, base.max) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(base)) => own <= base,
        };
    ensure(is_within, place, || {
        format!("it occurs {} here, but {} in the base", describe(own), describe(base))
    })
}

fn describe(occurs: Occurs) -> String {
    match occurs.max {
        Some(max) => format!("{} to {max} times", occurs.min),
        None => format!("{} times or more", occurs.min),
    }
}

/// `rcase-NSSubset`.
fn subset(place: &Node<'_>, own: &Wildcard, base: &Wildcard) -> Verdict {
    ensure(own.namespaces.is_subset_of(&base.namespaces), place, || {
        "the wildcard allows more than that of the base".to_owned()
    })?;
    let strictness = |process: ProcessContents| match process {
        ProcessContents::Skip => 0,
        ProcessContents::Lax => 1,
        ProcessContents::Strict => 2,
    };
    ensure(strictness(own.process) >= strictness(base.process), place, || {
        "the wildcard is less strict than that of the base".to_owned()
    })
}
