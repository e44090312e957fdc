//! What the policies of a port demand (WS-Policy 1.5 Framework, section 4; Attachment, section 4;
//! WS-SecurityPolicy 1.2; WS-Addressing 1.0 Metadata, section 3.1).
//!
//! What a client does is noted, what it does not is reported, and nothing is refused: a service is
//! known to ask for more than it needs.

use std::collections::{BTreeMap, BTreeSet};

use super::addressing;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::wsdl::{Addressing, Demand};
use crate::source::{SourceId, Span};
use crate::syntax::policy::{self, Assertion, Term};
use crate::syntax::wsdl::{Binding, Definitions, Port, PortType};
use crate::syntax::{Documents, ForeignElement};
use crate::vocabulary::{QName, namespaces};

/// How many terms of policies are looked at for one port: references may multiply.
const TERMS: usize = 100_000;

/// The policies of all documents by what references call them.
pub(super) struct Policies<'a> {
    by_id: BTreeMap<(Option<SourceId>, String), &'a ForeignElement>,
    /// What has been reported, for each document once: policies are often repeated for each
    /// operation.
    reported: BTreeSet<(SourceId, What, bool)>,
}

/// What a policy demands.
#[derive(Clone, Debug, Default)]
pub(super) struct Demands {
    pub(super) addressing: Addressing,
    pub(super) known: BTreeSet<Demand>,
    /// What the client does not do.
    missing: Vec<Missing>,
}

#[derive(Clone, Debug)]
struct Missing {
    span: Span,
    what: What,
    required: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    /// An assertion that the client does not follow.
    Assertion(QName),
    /// A reference to a policy that no document has.
    Reference(String),
}

impl<'a> Policies<'a> {
    /// Gathers the policies of the documents, wherever they stand.
    pub(super) fn collect(documents: &'a Documents) -> Self {
        let mut by_id = BTreeMap::new();
        let mut open: Vec<&ForeignElement> =
            documents.definitions.iter().flat_map(everywhere).flatten().collect();
        open.reverse();
        while let Some(element) = open.pop() {
            if policy::is_operator(element) {
                for id in policy::identifiers(element) {
                    // A fragment is of its own document; a name is of all.
                    let source = id.starts_with('#').then_some(element.span.source);
                    by_id.entry((source, id)).or_insert(element);
                }
            }
            open.extend(element.children.iter().rev());
        }
        Self { by_id, reported: BTreeSet::new() }
    }

    fn named(&self, uri: &str, span: Span) -> Option<&'a ForeignElement> {
        let own = uri.starts_with('#').then_some(span.source);
        self.by_id.get(&(own, uri.to_owned())).copied()
    }
}

/// The extension elements of the components of a document.
fn everywhere(document: &Definitions) -> Vec<&[ForeignElement]> {
    let mut all = vec![document.extensions.as_slice()];
    for port_type in &document.port_types {
        all.push(&port_type.extensions);
        all.extend(port_type.operations.iter().map(|operation| operation.extensions.as_slice()));
    }
    for binding in &document.bindings {
        all.push(&binding.extensions);
        for operation in &binding.operations {
            all.push(&operation.extensions);
            let messages = operation.input.iter().chain(&operation.output);
            all.extend(messages.map(|message| message.extensions.as_slice()));
        }
    }
    let ports = document.services.iter().flat_map(|service| &service.ports);
    all.extend(ports.map(|port| port.extensions.as_slice()));
    all
}

impl Resolver<'_, '_> {
    /// What the policies of a port, its binding and their operations and messages demand.
    pub(super) fn demands(
        &mut self,
        policies: &mut Policies<'_>,
        port: Option<&Port>,
        binding: &Binding,
        port_type: Option<&PortType>,
    ) -> Demands {
        let of_port = port.map_or(&[][..], |port| &port.extensions);
        let of_type = port_type.map_or(&[][..], |port_type| &port_type.extensions);
        let endpoint = [of_port, &binding.extensions, of_type];
        let mut operations = Vec::new();
        for operation in &binding.operations {
            operations.push(operation.extensions.as_slice());
            let messages = operation.input.iter().chain(&operation.output);
            operations.extend(messages.map(|message| message.extensions.as_slice()));
        }
        let mut evaluation = Evaluation { policies, over_tls: false, left: TERMS };
        let mut found = evaluation.attached(&endpoint);
        if found.known.contains(&Demand::Tls) {
            // What TLS protects need not be protected again.
            evaluation.over_tls = true;
            found = evaluation.attached(&endpoint);
        }
        found.join(evaluation.attached(&operations));
        for extensions in endpoint {
            found.addressing = found.addressing.max(addressing::used(extensions));
        }
        self.report_missing(policies, &found);
        found
    }

    fn report_missing(&mut self, policies: &mut Policies<'_>, found: &Demands) {
        for missing in &found.missing {
            let key = (missing.span.source, missing.what.clone(), missing.required);
            if policies.reported.insert(key) {
                self.report(missing.finding());
            }
        }
    }
}

impl Missing {
    fn finding(&self) -> Diagnostic {
        let found = |code, message| Diagnostic::new(code, self.span, message);
        match (&self.what, self.required) {
            (What::Assertion(name), true) => {
                let message = format!("the policy requires `{name}`, which the client does not do");
                found(Code::PolicyRequired, message)
                    .because("no alternative of the policy does without it")
            }
            (What::Assertion(name), false) => {
                let message = format!("the policy offers `{name}`, which the client does not do");
                found(Code::PolicyOptional, message).because("messages may be without it")
            }
            (What::Reference(uri), _) => {
                let message = format!("there is no policy `{uri}`");
                found(Code::PolicyRequired, message).because("what it demands is not known")
            }
        }
    }
}

impl Demands {
    fn join(&mut self, other: Self) {
        self.addressing = self.addressing.max(other.addressing);
        self.known.extend(other.known);
        for missing in other.missing {
            // One word on one construct is enough where a policy repeats it.
            if !self.missing.iter().any(|known| known.span == missing.span) {
                self.missing.push(missing);
            }
        }
    }

    fn required(&self) -> usize {
        self.missing.iter().filter(|missing| missing.required).count()
    }

    /// The same where the service can do without.
    fn optional(mut self) -> Self {
        self.known.clear();
        self.missing.iter_mut().for_each(|missing| missing.required = false);
        self.addressing = self.addressing.min(Addressing::Offered);
        self
    }
}

/// The reading of policies for one port.
struct Evaluation<'p, 'a> {
    policies: &'p Policies<'a>,
    /// Whether the messages go over TLS.
    over_tls: bool,
    left: usize,
}

impl Evaluation<'_, '_> {
    fn attached(&mut self, subjects: &[&[ForeignElement]]) -> Demands {
        let mut all = Demands::default();
        for extensions in subjects {
            for term in Term::attached(extensions) {
                all.join(self.term(&term, 0));
            }
        }
        all
    }

    fn term(&mut self, term: &Term<'_>, depth: usize) -> Demands {
        // References may go in a circle (Framework, section 4.3.4, forbids it).
        if self.left == 0 || depth > 256 {
            return Demands::default();
        }
        self.left -= 1;
        match term {
            Term::All(terms) => self.all(terms, depth),
            Term::OneOf(alternatives) => self.one_of(alternatives, depth),
            Term::Reference(uri, span) => match self.policies.named(uri, *span) {
                Some(policy) => self.term(&Term::of(policy), depth + 1),
                None => missing(*span, What::Reference((*uri).to_owned())),
            },
            Term::Assertion(assertion) if assertion.ignorable => Demands::default(),
            Term::Assertion(assertion) => {
                let demands = self.assertion(assertion, depth);
                if assertion.optional { demands.optional() } else { demands }
            }
        }
    }

    fn all(&mut self, terms: &[Term<'_>], depth: usize) -> Demands {
        let mut all = Demands::default();
        for term in terms {
            all.join(self.term(term, depth + 1));
        }
        all
    }

    /// The first alternative that the client follows, or else the one that it follows best.
    fn one_of(&mut self, alternatives: &[Term<'_>], depth: usize) -> Demands {
        let found: Vec<Demands> =
            alternatives.iter().map(|term| self.term(term, depth + 1)).collect();
        let fits = || found.iter().filter(|demands| demands.required() == 0);
        let lowest = fits().map(|demands| demands.addressing).min();
        let highest = found.iter().map(|demands| demands.addressing).max();
        let Some(mut best) = found.iter().min_by_key(|demands| demands.required()).cloned() else {
            return Demands::default();
        };
        // Where an alternative does without addressing, it is an offer.
        best.addressing = match (lowest, highest) {
            (Some(Addressing::Unsaid), Some(highest)) => highest.min(Addressing::Offered),
            (Some(lowest), _) => lowest,
            (None, _) => best.addressing,
        };
        best
    }

    fn assertion(&mut self, assertion: &Assertion<'_>, depth: usize) -> Demands {
        let name = assertion.name();
        let namespace = name.namespace.as_str();
        let demand = addressing::demand(name, false);
        if demand != Addressing::Unsaid {
            let mut found = self.all(&assertion.nested, depth);
            found.addressing = demand;
            return found;
        }
        match (namespace, &*name.local) {
            (uri, "AnonymousResponses") if namespaces::WSAM.contains(&uri) => Demands::default(),
            (namespaces::ENCODING_POLICY, _) => Demands::default(),
            (namespaces::HTTP_POLICY, "BasicAuthentication") => known(Demand::BasicAuth),
            (namespaces::HTTP_POLICY, "DigestAuthentication") => known(Demand::DigestAuth),
            (uri, "OptimizedMimeSerialization" | "MTOM")
                if namespaces::MTOM_POLICY.contains(&uri) =>
            {
                known(Demand::Mtom)
            }
            (uri, local) if namespaces::SECURITY_POLICY.contains(&uri) => {
                self.security(assertion, local, depth)
            }
            _ => not_done(assertion),
        }
    }

    /// An assertion of WS-SecurityPolicy.
    fn security(&mut self, assertion: &Assertion<'_>, local: &str, depth: usize) -> Demands {
        let own = match local {
            "TransportBinding" => known(Demand::Tls),
            "IncludeTimestamp" => known(Demand::Timestamp),
            "UsernameToken" => known(Demand::UsernameToken),
            "HttpBasicAuthentication" => known(Demand::BasicAuth),
            "HttpDigestAuthentication" => known(Demand::DigestAuth),
            "RequireClientCertificate" => known(Demand::ClientCertificate),
            "HttpsToken" => {
                let attribute =
                    policy::attribute(assertion.element, "", "RequireClientCertificate");
                match attribute {
                    Some("true" | "1") => known(Demand::ClientCertificate),
                    _ => Demands::default(),
                }
            }
            "TransportToken"
            | "SupportingTokens"
            | "SignedSupportingTokens"
            | "EncryptedSupportingTokens"
            | "SignedEncryptedSupportingTokens"
            | "WssUsernameToken10"
            | "WssUsernameToken11"
            | "HashPassword"
            | "NoPassword"
            | "Created"
            | "Nonce" => Demands::default(),
            // They say how, not what: which ciphers, in what order, what else may be sent.
            "AlgorithmSuite" | "Layout" | "Wss10" | "Wss11" | "Trust10" | "Trust13" => {
                return Demands::default();
            }
            "SignedParts"
            | "EncryptedParts"
            | "SignedElements"
            | "EncryptedElements"
            | "ContentEncryptedElements"
                if self.over_tls =>
            {
                return Demands::default();
            }
            _ => return not_done(assertion),
        };
        let mut found = self.all(&assertion.nested, depth);
        found.join(own);
        found
    }
}

fn known(demand: Demand) -> Demands {
    Demands { known: BTreeSet::from([demand]), ..Demands::default() }
}

fn not_done(assertion: &Assertion<'_>) -> Demands {
    missing(assertion.element.span, What::Assertion(assertion.name().clone()))
}

fn missing(span: Span, what: What) -> Demands {
    Demands { missing: vec![Missing { span, what, required: true }], ..Demands::default() }
}
