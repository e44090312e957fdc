//! What a client has to know of an operation.

use std::fmt;

use super::{Input, Output};
use crate::codec::{Blank, ReadXml};
use crate::soap::addressing::Action;
use crate::soap::{DetailEntry, Version};
use crate::xml::{ReadError, ReadOptions, Reader};
use crate::{Element, QName};

/// One operation of a port (WSDL 1.1, section 2.4) with what its binding says of it.
///
/// Generated modules implement it once for each operation, on a zero-sized marker.
pub trait Operation: 'static {
    /// The operation's name in its portType.
    const NAME: &'static str;
    /// The `soapAction` of the binding; empty where there is none. Visible ASCII without `"` and
    /// `\`.
    const SOAP_ACTION: &'static str;
    /// The `wsa:Action` of the request, and whether the contract demands addressing headers.
    const ACTION: Action = Action::Unsaid;
    /// The version of SOAP that the binding uses.
    const VERSION: Version;
    /// Whether doing it twice is as good as doing it once, so that it may be sent again after a
    /// failure that leaves open whether the server has seen it.
    const IDEMPOTENT: bool = false;
    /// Whether the request carries a signature, so that the client needs a signer.
    const SIGNED: bool = false;
    /// What the body of the request holds: an element, [`Contents`](super::Contents), or
    /// [`NoParts`](super::NoParts).
    type Input: Input;
    /// What the body of the answer holds: an element, a [`Wrapper`](super::Wrapper),
    /// [`Contents`](super::Contents), [`NoParts`](super::NoParts), or [`OneWay`](super::OneWay).
    type Output: Output;
    /// The declared faults; [`NoDeclaredFault`] where there are none.
    type Fault: FaultDetail;
}

/// The request of an operation.
pub type Request<O> = <<O as Operation>::Input as Input>::Value;

/// The answer of an operation.
pub type Answer<O> = <<O as Operation>::Output as Output>::Value;

/// The declared faults of an operation (WSDL 1.1, section 2.4.2), as one type.
pub trait FaultDetail: fmt::Debug + Sized + 'static {
    /// Reads an element from the detail of a fault; `None` where it is not a declared one.
    fn read(entry: &DetailEntry, options: &ReadOptions) -> Option<Result<Self, ReadError>>;
}

/// Reads an element from the detail of a fault as the element `E`; `None` where it is another.
#[doc(hidden)]
pub fn read_detail<E: Element>(
    entry: &DetailEntry,
    options: &ReadOptions,
) -> Option<Result<E::Value, ReadError>> {
    entry.read_as::<E>(options)
}

/// Reads an element from the detail of a fault as the part `E`, which has a type: an element with
/// the name of the part, in whatever namespace, or one whose `xsi:type` says `type_name`; `None`
/// where it is another.
#[doc(hidden)]
pub fn read_typed_detail<E: Element>(
    entry: &DetailEntry,
    type_name: &QName,
    options: &ReadOptions,
) -> Option<Result<E::Value, ReadError>> {
    let mut reader = Reader::new(entry.xml.as_str(), E::BINDING.namespaces, options);
    reader.set_encoded();
    if let Err(error) = reader.root() {
        return Some(Err(error));
    }
    let has_type = || {
        let name = reader.xsi_type()?;
        let (prefix, local) = name.split_once(':').unwrap_or(("", &name));
        let namespace = reader.resolve_prefix(prefix).unwrap_or_default();
        Some(namespace == type_name.namespace() && local == type_name.local())
    };
    if entry.name.local() != E::NAME.local() && has_type() != Some(true) {
        return None;
    }
    let mut value = E::Value::blank();
    Some(value.read(&mut reader).map(|()| value))
}

/// The faults of an operation that declares none: there is no value of this type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDeclaredFault {}

impl FaultDetail for NoDeclaredFault {
    fn read(_: &DetailEntry, _: &ReadOptions) -> Option<Result<Self, ReadError>> {
        None
    }
}
