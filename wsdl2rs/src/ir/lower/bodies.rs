//! Bodies of messages → what a client sends and receives (WSDL 1.1, section 3.5; WS-I Basic Profile
//! 1.1, section 4.7).
//!
//! A body that is not one global element has a struct with a field for each part: under a wrapper
//! named after the operation in rpc style, in `Body` itself in document style.

use std::collections::BTreeMap;

use super::building::{Building, Owner};
use super::elements::Markers;
use super::particles::Node;
use super::reach::Subject;
use super::{Lowering, ROOT, encoding, replaced};
use crate::diagnostic::Code;
use crate::ir::Marker;
use crate::ir::client::{Body, ContentMarker, FaultDetail, MarkerPath, Services};
use crate::ir::content::{Needs, Range};
use crate::ir::doc::Doc;
use crate::ir::ident::{Casing, Scope};
use crate::ir::item::{Item, ItemKind};
use crate::ir::ty::Type;
use crate::model::id::Id;
use crate::model::wsdl::{self, BodyPart, BoundFault, BoundMessage, PartContent, SoapVersion, Use};
use crate::model::xsd::{self, ContentType};
use crate::vocabulary::QName;

const ONCE: Range = Range { min: 1, max: Some(1) };

const OPTIONAL: Range = Range { min: 0, max: Some(1) };

/// The role of an answer, also in names.
pub(super) const RESPONSE: &str = "response";

/// The bodies that have been lowered.
#[derive(Default)]
pub(super) struct Bodies {
    /// The names in `bodies`.
    names: Scope,
    /// Several ports and operations can bind one message in one way.
    known: BTreeMap<Key, Body>,
}

/// A message, its wrapper, the parts that its body has, whether these are encoded side by side, and
/// whether they may be null.
type Key = (QName, Option<QName>, Vec<String>, bool, bool);

/// A message and whose it is.
pub(super) struct Bound<'a> {
    /// The operation's name.
    pub(super) operation: &'a str,
    /// `request` or [`RESPONSE`].
    pub(super) role: &'static str,
    /// The version of the port.
    pub(super) version: SoapVersion,
    /// The message.
    pub(super) message: &'a BoundMessage,
}

impl Bodies {
    /// The body of a message; none where its shape is refused.
    pub(super) fn lower(
        &mut self,
        lowering: &mut Lowering<'_>,
        markers: &Markers,
        services: &mut Services,
        bound: &Bound<'_>,
    ) -> Option<Body> {
        let is_encoded = bound.message.usage == Use::Encoded;
        if is_encoded && bound.version == SoapVersion::V12 {
            return bound.refuse(lowering, Code::EncodedUse, "use=\"encoded\" with SOAP 1.2");
        }
        match &bound.message.body {
            wsdl::Body::Empty => Some(Body::Nothing),
            wsdl::Body::Element(id) => {
                lowering.uses(Subject::Element(*id));
                let (module, ident, ty) = markers.path(*id)?.clone();
                Some(Body::Element(MarkerPath { module, ident }, ty))
            }
            wsdl::Body::Parts { wrapper, parts } => {
                let names = parts.iter().map(|part| part.name.clone()).collect();
                let is_apart = is_encoded && wrapper.is_none();
                let message = bound.message.message.clone();
                let key = (message, wrapper.clone(), names, is_apart, bound.may_be_null());
                if let Some(Type::Item(item)) = self.known.get(&key).and_then(Body::ty) {
                    lowering.uses(Subject::Item(*item));
                }
                let body = match (self.known.get(&key), wrapper) {
                    (Some(known), _) => known.clone(),
                    (None, Some(wrapper)) => {
                        self.wrapper(lowering, services, bound, (wrapper, parts))?
                    }
                    (None, None) => {
                        self.contents(lowering, services, (bound, is_encoded), parts)?
                    }
                };
                self.known.insert(key, body.clone());
                if let (true, Body::Wrapper(ident, ty)) = (is_encoded, &body) {
                    return Some(Body::Encoded(ident.clone(), ty.clone()));
                }
                Some(body)
            }
        }
    }

    /// Rpc style: an element for each part below one that is named after the operation.
    fn wrapper(
        &mut self,
        lowering: &mut Lowering<'_>,
        services: &mut Services,
        bound: &Bound<'_>,
        (wrapper, parts): (&QName, &[BodyPart]),
    ) -> Option<Body> {
        let place = lowering.place(bound.message.span);
        let facts = format!("Wrapper `{wrapper}` of operation `{}`, {place}.", bound.operation);
        let doc = Doc::own(&facts);
        let own = format!("{}_{}", bound.operation, bound.role);
        let suggestions = [&*wrapper.local, &*bound.message.message.local, own.as_str()];
        let value = parts_type(lowering, bound, (wrapper, &suggestions), parts, doc.clone());
        let (ident, _) = self.names.take(&suggestions, Casing::Camel);
        services.wrappers.push(Marker {
            ident: ident.clone(),
            doc,
            wire: lowering.modules.wire(wrapper),
            namespace: wrapper.namespace.as_str().to_owned(),
            value: value.clone(),
            needs: Needs::default(),
        });
        Some(Body::Wrapper(ident, value))
    }

    /// The part of a fault that has a type: an element that has the part's name.
    pub(super) fn fault(
        &mut self,
        lowering: &mut Lowering<'_>,
        services: &mut Services,
        operation: &str,
        (fault, element): (&BoundFault, Id<xsd::Element>),
    ) -> Option<(FaultDetail, Type)> {
        let declared = &lowering.model.elements[element];
        let place = lowering.place(fault.span);
        let doc = Doc::own(&format!("Detail of fault `{}` of `{operation}`, {place}.", fault.name));
        let own = format!("{operation}_{}", fault.name);
        let suggestions = [fault.name.as_str(), own.as_str()];
        let (ident, _) = self.names.take(&suggestions, Casing::Camel);
        let owner = Owner { ident: ident.clone(), module: ROOT, id: None };
        let value = lowering.content_type(declared, &owner, fault.span)?;
        services.wrappers.push(Marker {
            ident: ident.clone(),
            doc,
            wire: lowering.modules.wire(&declared.name),
            namespace: declared.name.namespace.as_str().to_owned(),
            value: value.clone(),
            needs: Needs::default(),
        });
        let name = encoding::expanded(lowering.model, declared.ty)
            .map(|name| (name.namespace.as_str().to_owned(), name.local.to_string()));
        Some((FaultDetail::Part(ident, name.unwrap_or_default()), value))
    }

    /// Document style: elements side by side, or content of the type of the one part. A type that
    /// `Body` cannot have is that of an element named after the part, as for several typed parts and
    /// for what is encoded.
    fn contents(
        &mut self,
        lowering: &mut Lowering<'_>,
        services: &mut Services,
        (bound, is_encoded): (&Bound<'_>, bool),
        parts: &[BodyPart],
    ) -> Option<Body> {
        let message = &bound.message.message;
        let own = format!("{}_{}", bound.operation, bound.role);
        let suggestions = [&*message.local, own.as_str()];
        let place = lowering.place(bound.message.span);
        let doc = Doc::own(&format!("Body of message `{message}`, {place}."));
        let own_type = match parts {
            [BodyPart { content: PartContent::Type(ty), .. }] if !is_encoded => {
                content_of(lowering, *ty)
            }
            _ => None,
        };
        let value = match own_type {
            Some(ty)
                if replaced::subject(ty).is_some_and(|ty| lowering.replaced.contains_key(&ty)) =>
            {
                let what = "a body of a type that is replaced";
                return bound.refuse(lowering, Code::BodyShape, what);
            }
            Some(ty) => content_type(lowering, ty)?,
            None => parts_type(lowering, bound, (message, &suggestions), parts, doc.clone()),
        };
        let (ident, _) = self.names.take(&suggestions, Casing::Camel);
        services.contents.push(ContentMarker {
            ident: ident.clone(),
            doc,
            value: value.clone(),
            needs: Needs::default(),
        });
        Some(if is_encoded {
            Body::EncodedContents(ident, value)
        } else {
            Body::Contents(ident, value)
        })
    }
}

/// The type of a part where it is one that `Body` can have, which holds elements alone (SOAP 1.1,
/// section 4.3).
fn content_of(lowering: &Lowering<'_>, ty: xsd::Type) -> Option<xsd::Type> {
    let xsd::Type::Complex(id) = ty else { return None };
    let complex = &lowering.model.complex_types[id];
    let is_plain = match complex.content {
        ContentType::Empty | ContentType::ElementOnly(_) => true,
        ContentType::Simple(_) | ContentType::Mixed(_) => false,
    };
    let has_attributes = !complex.attributes.is_empty() || complex.attribute_wildcard.is_some();
    (is_plain && !has_attributes && !complex.is_abstract).then_some(ty)
}

/// The generated type of a part that is that of `Body`.
fn content_type(lowering: &mut Lowering<'_>, ty: xsd::Type) -> Option<Type> {
    let xsd::Type::Complex(id) = ty else { return None };
    lowering.uses(Subject::Complex(id));
    lowering.complex.get(&id).copied().map(Type::Item)
}

/// The struct with a field for each part. Without a wrapper it is a part of the body.
fn parts_type(
    lowering: &mut Lowering<'_>,
    bound: &Bound<'_>,
    (name, suggestions): (&QName, &[&str]),
    parts: &[BodyPart],
    doc: Doc,
) -> Type {
    let is_part = matches!(bound.message.body, wsdl::Body::Parts { wrapper: None, .. });
    let (ident, module) = lowering.type_name(name, suggestions, bound.message.span);
    let reserved = lowering.reserve(ident.clone(), module);
    let owner = Owner { ident: ident.clone(), module, id: Some(reserved) };
    let mut building = Building::new(owner, is_part);
    let range = if bound.may_be_null() { OPTIONAL } else { ONCE };
    let nodes = parts.iter().map(|part| Node::Element(part.element, range, part.span)).collect();
    let before = lowering.enter(Subject::Item(reserved));
    for part in parts {
        if let PartContent::Element(element) = part.content {
            lowering.uses(Subject::Element(element));
        }
    }
    lowering.members(&mut building, nodes);
    lowering.leave(before);
    let kind = ItemKind::Struct(building.finish());
    lowering.complete(reserved, Item::new(ident, module, doc, None, kind));
    Type::Item(reserved)
}

impl Bound<'_> {
    /// Whether the parts may be null: encoded results, which are nil or left out then (SOAP 1.1,
    /// section 5.1). WSDL cannot say of a part that it may not. A request has all of its parts.
    fn may_be_null(&self) -> bool {
        self.message.usage == Use::Encoded && self.role == RESPONSE
    }

    /// Refuses the operation.
    fn refuse<T>(&self, lowering: &mut Lowering<'_>, code: Code, what: &str) -> Option<T> {
        let text = format!("operation `{}`: {what} has no Rust form yet", self.operation);
        lowering.refuse(code, self.message.span, Some(&self.message.message), text);
        None
    }
}
