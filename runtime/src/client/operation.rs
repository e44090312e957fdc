//! What a client has to know of an operation, and of the shapes an answer can have.

use std::fmt;

use crate::Element;
use crate::QName;
use crate::codec::Blank;
use crate::codec::ReadXml;
use crate::soap::{DetailEntry, Version};
use crate::xml::{ReadError, ReadOptions, Reader};

/// One operation of a port (WSDL 1.1, section 2.4) with what its binding says of it.
///
/// Generated modules implement it once for each operation, on a zero-sized marker.
pub trait Operation: 'static {
    /// The operation's name in its portType.
    const NAME: &'static str;
    /// The `soapAction` of the binding; empty where there is none. Visible ASCII without `"` and
    /// `\`.
    const SOAP_ACTION: &'static str;
    /// The version of SOAP that the binding uses.
    const VERSION: Version;
    /// Whether doing it twice is as good as doing it once, so that it may be sent again after a
    /// failure that leaves open whether the server has seen it.
    const IDEMPOTENT: bool = false;
    /// Whether the request carries a signature, so that the client needs a signer.
    const SIGNED: bool = false;
    /// The element in the body of the request.
    type Input: Element;
    /// What the body of the answer holds: an element, or [`OneWay`].
    type Output: Output;
    /// The declared faults; [`NoDeclaredFault`] where there are none.
    type Fault: FaultDetail;
}

/// The request of an operation.
pub type Request<O> = <<O as Operation>::Input as Element>::Value;

/// The answer of an operation.
pub type Answer<O> = <<O as Operation>::Output as Output>::Value;

/// What the body of an answer holds. Implemented for every [`Element`], and for [`OneWay`].
pub trait Output: 'static {
    /// The answer as a Rust type.
    type Value;

    /// The namespaces that the reader numbers.
    #[doc(hidden)]
    const NAMESPACES: &'static [&'static str];

    /// The element in the body; `None` where the body is empty.
    #[doc(hidden)]
    fn element() -> Option<(u16, QName)>;

    /// Reads the content of the element in the body.
    #[doc(hidden)]
    fn read(reader: &mut Reader<'_>) -> Result<Self::Value, ReadError>;

    /// The answer where nothing is in the body; `None` where something must be.
    #[doc(hidden)]
    fn nothing() -> Option<Self::Value>;
}

impl<E: Element + 'static> Output for E {
    type Value = E::Value;
    const NAMESPACES: &'static [&'static str] = E::BINDING.namespaces;

    fn element() -> Option<(u16, QName)> {
        Some((E::BINDING.namespace, E::NAME))
    }

    fn read(reader: &mut Reader<'_>) -> Result<E::Value, ReadError> {
        let mut value = E::Value::blank();
        value.read(reader)?;
        Ok(value)
    }

    fn nothing() -> Option<E::Value> {
        None
    }
}

/// The output of a one-way operation (WSDL 1.1, section 2.4.1): the call returns when the server
/// has taken the message.
#[derive(Clone, Copy, Debug)]
pub enum OneWay {}

impl Output for OneWay {
    type Value = ();
    const NAMESPACES: &'static [&'static str] = &[];

    fn element() -> Option<(u16, QName)> {
        None
    }

    fn read(_: &mut Reader<'_>) -> Result<(), ReadError> {
        Ok(())
    }

    fn nothing() -> Option<()> {
        Some(())
    }
}

/// The declared faults of an operation (WSDL 1.1, section 2.4.2), as one type.
pub trait FaultDetail: fmt::Debug + Send + Sync + Sized + 'static {
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

/// The faults of an operation that declares none: there is no value of this type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDeclaredFault {}

impl FaultDetail for NoDeclaredFault {
    fn read(_: &DetailEntry, _: &ReadOptions) -> Option<Result<Self, ReadError>> {
        None
    }
}
