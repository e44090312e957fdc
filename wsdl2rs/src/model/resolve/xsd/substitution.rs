//! Substitution groups (XSD 1.0 Part 1, sections 3.3.2 and 3.3.6: `e-props-correct`,
//! `cos-equiv-class`, `cos-equiv-derived-ok-rec`).

use super::derivation::{both, meet};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::limits::NESTING;
use crate::model::resolve::order::dependencies_first;
use crate::model::xsd::{Element, Type};

impl Resolver<'_, '_> {
    /// Cuts circles (`e-props-correct`, clause 6), hands down types of heads, and lists for each
    /// element those that can replace it.
    pub(super) fn settle_elements(&mut self) {
        let ids: Vec<Id<Element>> = self.model.elements.iter().map(|(id, _)| id).collect();
        let edges: Vec<Vec<usize>> =
            ids.iter().map(|id| self.head(*id).map(Id::index).into_iter().collect()).collect();
        let order = dependencies_first(&edges);
        for (from, to) in order.circular {
            let member = &self.model.elements[ids[from]];
            let message = format!("the element `{}` is in a circle of substitutions", member.name);
            let span = self.elements[from].head_span.unwrap_or(member.origin.span);
            let finding = Diagnostic::new(Code::CircularSubstitution, span, message);
            let finding = finding.component(&member.name);
            let head = self.model.elements[ids[to]].origin.span;
            self.report(finding.label(head, "the element that is reached again"));
            self.model.elements[ids[from]].substitution_head = None;
        }
        let mut depths = vec![0; ids.len()];
        for node in order.nodes {
            let Some(head) = self.head(ids[node]) else { continue };
            depths[node] = depths[head.index()] + 1;
            if depths[node] > NESTING {
                let element = &self.model.elements[ids[node]];
                let message =
                    format!("substitution heads follow one another more than {NESTING} deep");
                self.find(Code::NestingLimit, element.origin.span, message);
                self.model.elements[ids[node]].substitution_head = None;
                depths[node] = 0;
            }
            if self.elements[node].inherits_type {
                self.model.elements[ids[node]].ty = self.model.elements[head].ty;
            }
        }
        for id in ids {
            self.check_substitution(id);
            self.add_to_heads(id);
        }
    }

    fn head(&self, id: Id<Element>) -> Option<Id<Element>> {
        self.model.elements[id].substitution_head
    }

    /// The type must be derived from the head's, by methods that the head's {substitution group
    /// exclusions} allow (`e-props-correct`, clause 4).
    fn check_substitution(&mut self, id: Id<Element>) {
        let Some(head) = self.head(id) else { return };
        let (member, of) = (&self.model.elements[id], &self.model.elements[head]);
        let reason = match self.methods_between(member.ty, of.ty) {
            None => "its type is not derived from the head's",
            Some(used) if meet(used, self.elements[head.index()].final_) => {
                "`final` of the head forbids it"
            }
            Some(_) => return,
        };
        let message = format!("the element `{}` cannot replace `{}`", member.name, of.name);
        let span = self.elements[id.index()].head_span.unwrap_or(member.origin.span);
        let finding = Diagnostic::new(Code::Substitution, span, message).because(reason);
        let finding = finding.label(of.origin.span, "the head").component(&member.name);
        self.report(finding);
    }

    /// Adds a concrete element to the lists of its head, of its head's head, and so on.
    fn add_to_heads(&mut self, id: Id<Element>) {
        let member = &self.model.elements[id];
        if member.is_abstract || !member.is_global {
            return;
        }
        let ty = member.ty;
        let mut at = id;
        while let Some(head) = self.head(at) {
            if self.may_replace(ty, head) {
                self.model.elements[head].substitutes.push(id);
            }
            at = head;
        }
    }

    /// Whether {disallowed substitutions} of the head and {prohibited substitutions} of the types
    /// between let an element of a type stand for the head.
    fn may_replace(&self, ty: Type, head: Id<Element>) -> bool {
        let head = &self.model.elements[head];
        if head.block.substitution {
            return false;
        }
        // A type that is not derived from the head's has been reported; it is let through.
        let Some(used) = self.methods_between(ty, head.ty) else { return true };
        let mut blocked = head.block;
        let mut at = ty;
        while let Type::Complex(id) = at {
            if at != ty {
                blocked = both(blocked, self.model.complex_types[id].block);
            }
            if at == head.ty {
                break;
            }
            at = self.model.complex_types[id].base;
        }
        !meet(used, blocked)
    }
}
