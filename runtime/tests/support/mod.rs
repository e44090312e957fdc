//! A small service, written by hand as the generator would write it: `GetQuote` with a declared
//! fault, signed and over SOAP 1.2 too, and a one-way `Notify`.

#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of it")]

use wsdl2rs_runtime::client::{FaultDetail, NoDeclaredFault, OneWay, Operation};
use wsdl2rs_runtime::codec::{Binding, Blank, ReadXml, Tag, WriteXml};
use wsdl2rs_runtime::soap::{DetailEntry, Version};
use wsdl2rs_runtime::xml::{
    FIRST_GENERATED, Name, ReadError, ReadOptions, Reader, WriteError, Writer,
};
use wsdl2rs_runtime::{Element, QName};

pub mod exchange;
pub mod files;
pub mod server;

const NAMESPACE: &str = "urn:quotes";

/// A request: a symbol, and a place for credentials before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    pub symbol: String,
}

/// An element with text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text(pub String);

impl Quote {
    pub fn new(symbol: &str) -> Self {
        Self { symbol: symbol.to_owned() }
    }
}

impl Blank for Quote {
    fn blank() -> Self {
        Self::new("")
    }
}

impl ReadXml for Quote {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        while let Some(child) = reader.next_child()? {
            if child == Name::new(FIRST_GENERATED, "Symbol") {
                self.symbol = reader.text()?.into_owned();
            } else {
                reader.skip()?;
            }
        }
        Ok(())
    }
}

impl WriteXml for Quote {
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        static ID: Tag = Tag { start: "<q:KeyId>", end: "</q:KeyId>" };
        static TIMESTAMP: Tag = Tag { start: "<q:Timestamp>", end: "</q:Timestamp>" };
        static SIGNATURE: Tag = Tag { start: "<q:Signature>", end: "</q:Signature>" };
        static SYMBOL: Tag = Tag { start: "<q:Symbol>", end: "</q:Symbol>" };
        writer.start(tag);
        // A request without a symbol has no place for credentials, as an empty batch has none.
        if let Some(texts) = (!self.symbol.is_empty()).then(|| writer.take_credentials()).flatten()
        {
            let texts = [
                (&ID, &texts.key_id),
                (&TIMESTAMP, &texts.timestamp),
                (&SIGNATURE, &texts.signature),
            ];
            for (tag, text) in texts {
                element(tag, text, writer)?;
            }
        }
        element(&SYMBOL, &self.symbol, writer)?;
        writer.end(tag);
        Ok(())
    }
}

fn element(tag: &'static Tag, text: &str, writer: &mut Writer) -> Result<(), WriteError> {
    writer.start(tag);
    writer.text(text)?;
    writer.end(tag);
    Ok(())
}

impl Blank for Text {
    fn blank() -> Self {
        Self(String::new())
    }
}

impl ReadXml for Text {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        self.0 = reader.text()?.into_owned();
        Ok(())
    }
}

impl WriteXml for Text {
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        element(tag, &self.0, writer)
    }
}

pub mod elements {
    use super::*;

    macro_rules! element {
        ($name:ident, $value:ty) => {
            pub struct $name;

            impl Element for $name {
                type Value = $value;
                const NAME: QName = QName::from_static(NAMESPACE, stringify!($name));
                const BINDING: Binding = Binding {
                    namespaces: &[NAMESPACE],
                    namespace: FIRST_GENERATED,
                    tag: &Tag {
                        start: concat!("<q:", stringify!($name), ">"),
                        end: concat!("</q:", stringify!($name), ">"),
                    },
                    declarations: " xmlns:q=\"urn:quotes\"",
                };
            }
        };
    }

    element!(GetQuote, Quote);
    element!(GetQuoteResponse, Text);
    element!(UnknownSymbol, Text);
    element!(Session, Text);
}

/// The declared fault of `GetQuote`.
#[derive(Debug, PartialEq)]
pub enum QuoteFault {
    UnknownSymbol(Text),
}

impl FaultDetail for QuoteFault {
    fn read(entry: &DetailEntry, options: &ReadOptions) -> Option<Result<Self, ReadError>> {
        let read = entry.read_as::<elements::UnknownSymbol>(options)?;
        Some(read.map(Self::UnknownSymbol))
    }
}

pub mod operations {
    use super::*;

    macro_rules! operation {
        ($name:ident, $version:ident, $output:ty, $fault:ty, { $($more:tt)* }) => {
            pub struct $name;

            impl Operation for $name {
                const NAME: &'static str = stringify!($name);
                const SOAP_ACTION: &'static str = "urn:quotes#GetQuote";
                const VERSION: Version = Version::$version;
                type Input = elements::GetQuote;
                type Output = $output;
                type Fault = $fault;
                $($more)*
            }
        };
    }

    operation!(GetQuote, V11, elements::GetQuoteResponse, QuoteFault, {});
    operation!(GetQuote12, V12, elements::GetQuoteResponse, QuoteFault, {});
    operation!(Lookup, V11, elements::GetQuoteResponse, NoDeclaredFault, {
        const IDEMPOTENT: bool = true;
    });
    operation!(SignedQuote, V11, elements::GetQuoteResponse, NoDeclaredFault, {
        const SIGNED: bool = true;
    });
    operation!(SignedLookup, V11, elements::GetQuoteResponse, NoDeclaredFault, {
        const SIGNED: bool = true;
        const IDEMPOTENT: bool = true;
    });
    operation!(Notify, V11, OneWay, NoDeclaredFault, {});

    /// An operation whose binding has an action that no header can carry.
    pub struct BadAction;

    impl Operation for BadAction {
        const NAME: &'static str = "BadAction";
        const SOAP_ACTION: &'static str = "urn:\"\r\nX: y";
        const VERSION: Version = Version::V11;
        type Input = elements::GetQuote;
        type Output = OneWay;
        type Fault = NoDeclaredFault;
    }
}

/// A SOAP 1.1 envelope around a body.
pub fn envelope(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"{}\"><s:Body>{body}</s:Body></s:Envelope>",
        Version::V11.namespace()
    )
}

/// A SOAP 1.2 envelope around a body.
pub fn envelope_12(body: &str) -> String {
    envelope(body).replace(Version::V11.namespace(), Version::V12.namespace())
}

/// The answer to `GetQuote`.
pub fn answer(price: &str) -> String {
    envelope(&format!("<GetQuoteResponse xmlns='urn:quotes'>{price}</GetQuoteResponse>"))
}
