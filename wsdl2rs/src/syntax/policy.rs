//! WS-Policy 1.2 and 1.5: a policy as a tree of operators and assertions (WS-Policy 1.5 Framework,
//! sections 3 and 4; WS-Policy 1.5 Attachment, section 4).

use super::{ForeignAttribute, ForeignElement};
use crate::source::Span;
use crate::vocabulary::{Namespace, QName, namespaces, terms};

/// An operator with its operands, or an assertion.
#[derive(Clone, Debug)]
pub(crate) enum Term<'a> {
    /// `wsp:Policy` and `wsp:All`: everything in it.
    All(Vec<Term<'a>>),
    /// `wsp:ExactlyOne`: one of its alternatives.
    OneOf(Vec<Term<'a>>),
    /// `wsp:PolicyReference`: the policy that the URI names.
    Reference(&'a str, Span),
    /// What a service demands.
    Assertion(Assertion<'a>),
}

/// An assertion.
#[derive(Clone, Debug)]
pub(crate) struct Assertion<'a> {
    /// The element.
    pub(crate) element: &'a ForeignElement,
    /// Whether the service takes messages that do not follow it (section 4.3.1).
    pub(crate) optional: bool,
    /// Whether it says something that no message shows (section 4.4): `wsp:Ignorable`, and the
    /// assertions of Metro, which configure the service itself.
    pub(crate) ignorable: bool,
    /// The assertions of its nested policy (section 4.3.2).
    pub(crate) nested: Vec<Term<'a>>,
}

impl<'a> Term<'a> {
    /// The policies among the extension elements of a component, and the references to policies.
    pub(crate) fn attached(extensions: &'a [ForeignElement]) -> impl Iterator<Item = Self> {
        let is_policy = |element: &&ForeignElement| {
            is_operator(element)
                && matches!(&*element.name.local, terms::POLICY | terms::POLICY_REFERENCE)
        };
        extensions.iter().filter(is_policy).map(Self::of)
    }

    /// The term that an element stands for.
    pub(crate) fn of(element: &'a ForeignElement) -> Self {
        let operands = || element.children.iter().map(Self::of).collect();
        if !is_operator(element) {
            return Self::Assertion(Assertion::of(element));
        }
        match &*element.name.local {
            terms::EXACTLY_ONE => Self::OneOf(operands()),
            terms::POLICY_REFERENCE => {
                Self::Reference(attribute(element, "", terms::URI).unwrap_or(""), element.span)
            }
            _ => Self::All(operands()),
        }
    }
}

impl<'a> Assertion<'a> {
    fn of(element: &'a ForeignElement) -> Self {
        let is_true = |value: &str| matches!(value.trim(), "true" | "1");
        let says = |name| {
            namespaces::POLICY
                .iter()
                .any(|namespace| attribute(element, namespace, name).is_some_and(is_true))
        };
        let is_private = element.name.namespace.as_str().starts_with(namespaces::METRO)
            || element
                .attributes
                .iter()
                .any(|(name, value)| &*name.local == "visibility" && value.trim() == "private");
        // Parameters stand beside the nested policy.
        let nested = element.children.iter().filter(|child| is_operator(child));
        Self {
            element,
            optional: says(terms::OPTIONAL),
            ignorable: is_private || says("Ignorable"),
            nested: nested.map(Term::of).collect(),
        }
    }

    /// The name.
    pub(crate) fn name(&self) -> &'a QName {
        &self.element.name
    }
}

/// The references that the attribute `wsp:PolicyURIs` of a component stands for (Attachment, section
/// 3.3).
pub(super) fn references(attributes: &[ForeignAttribute]) -> Vec<ForeignElement> {
    let uris = attributes.iter().filter(|attribute| {
        namespaces::POLICY.contains(&attribute.name.namespace.as_str())
            && &*attribute.name.local == "PolicyURIs"
    });
    let references = uris.flat_map(|attribute| {
        attribute.value.value.split_ascii_whitespace().map(|uri| {
            let namespace = attribute.name.namespace.clone();
            let name = QName::new(Namespace::none(), terms::URI);
            ForeignElement {
                name: QName::new(namespace, terms::POLICY_REFERENCE),
                span: attribute.value.span,
                attributes: vec![(name, uri.to_owned())],
                children: Vec::new(),
                text: String::new(),
            }
        })
    });
    references.collect()
}

/// The fragment and the name by which references know a policy (section 4.2).
pub(crate) fn identifiers(policy: &ForeignElement) -> impl Iterator<Item = String> {
    let fragment = attribute(policy, namespaces::WSU, "Id")
        .or_else(|| attribute(policy, namespaces::XML, terms::ID));
    let name = attribute(policy, "", "Name");
    fragment.map(|id| format!("#{id}")).into_iter().chain(name.map(str::to_owned))
}

/// Whether an element is one of WS-Policy itself.
pub(crate) fn is_operator(element: &ForeignElement) -> bool {
    namespaces::POLICY.contains(&element.name.namespace.as_str())
}

/// The value of an attribute.
pub(crate) fn attribute<'a>(
    element: &'a ForeignElement,
    namespace: &str,
    local: &str,
) -> Option<&'a str> {
    let mut attributes = element.attributes.iter();
    let found = attributes
        .find(|(name, _)| name.namespace.as_str() == namespace && &*name.local == local)?;
    Some(found.1.trim())
}
