//! A SOAP fault of either version, as one type.
//!
//! SOAP 1.1, section 4.4; SOAP 1.2, section 5.4.

use std::fmt::{self, Write as _};

use super::Version;
use crate::xml::{Escaped, RawXml, ReadError, ReadOptions};
use crate::{Element, QName};

/// What a server says went wrong.
///
/// `Display` gives code and reason on one line, control characters escaped.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Fault {
    /// The code: `faultcode` or `Code/Value`. Where it has no prefix, or one that is not declared,
    /// the name is in no namespace and its local part is the text as sent.
    pub code: QName,
    /// The codes below it (`Code/Subcode/Value` of SOAP 1.2), outermost first.
    pub subcodes: Vec<QName>,
    /// The explanations for people: `faultstring` or each `Reason/Text`.
    pub reasons: Vec<Reason>,
    /// Who on the message's path speaks: `faultactor` or `Node`.
    pub node: Option<String>,
    /// In which role it acted: `Role` of SOAP 1.2.
    pub role: Option<String>,
    /// The elements in `detail`.
    pub detail: Vec<DetailEntry>,
    /// The text that some servers put straight into `detail`.
    pub detail_text: Option<String>,
    /// The header blocks of the message that brings it.
    pub headers: Vec<DetailEntry>,
}

/// One explanation in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reason {
    /// The language as in `xml:lang`; empty where none is given.
    pub language: String,
    /// The explanation, at most `Limits::fault_text` bytes of it.
    pub text: String,
}

/// An element in the detail of a fault, or in the header of its message.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DetailEntry {
    /// The element's expanded name.
    pub name: QName,
    /// The element with the namespace declarations that hold where it stands.
    pub xml: RawXml,
}

/// What the standard codes say, alike in both versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FaultKind {
    /// The request is at fault: `Client`, `Sender`. Sending it again does not help.
    Sender,
    /// The server is at fault: `Server`, `Receiver`. Sending it again may help.
    Receiver,
    /// The server speaks another version of SOAP.
    VersionMismatch,
    /// The server does not know a header that it must understand.
    MustUnderstand,
    /// The server does not know the encoding style (SOAP 1.2).
    DataEncodingUnknown,
    /// A code of the service's own.
    Other,
}

impl Fault {
    /// What the code says where it is a standard one, in either version, with or without its
    /// namespace, and with a suffix after a dot as SOAP 1.1 has it (`Client.Authentication`).
    #[must_use]
    pub fn kind(&self) -> FaultKind {
        let namespace = self.code.namespace();
        if !namespace.is_empty() && Version::of_namespace(namespace).is_none() {
            return FaultKind::Other;
        }
        let local = self.code.local();
        let local = local.rsplit_once(':').map_or(local, |(_, local)| local);
        match local.split('.').next().unwrap_or_default() {
            "Client" | "Sender" => FaultKind::Sender,
            "Server" | "Receiver" => FaultKind::Receiver,
            "VersionMismatch" => FaultKind::VersionMismatch,
            "MustUnderstand" => FaultKind::MustUnderstand,
            "DataEncodingUnknown" => FaultKind::DataEncodingUnknown,
            _ => FaultKind::Other,
        }
    }

    /// The explanation: in English where there are several, or else the first; empty without one.
    #[must_use]
    pub fn reason(&self) -> &str {
        self.reason_in("en").or(self.reasons.first()).map_or("", |reason| &reason.text)
    }

    /// The explanation in a language, such as `de`, or in a regional form of it, such as `de-AT`.
    #[must_use]
    pub fn reason_in(&self, language: &str) -> Option<&Reason> {
        self.reasons.iter().find(|reason| {
            let tag = reason.language.as_bytes();
            let (prefix, rest) = tag.split_at(language.len().min(tag.len()));
            prefix.eq_ignore_ascii_case(language.as_bytes())
                && matches!(rest.first(), None | Some(b'-'))
        })
    }
}

impl Fault {
    /// The first header block that is the element `E` (WSDL 1.1, section 3.7, `headerfault`); none
    /// where the message that brings the fault has no such block.
    pub fn header<E: Element>(&self, options: &ReadOptions) -> Option<Result<E::Value, ReadError>> {
        self.headers.iter().find_map(|header| header.read_as::<E>(options))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Escaped(f);
        if self.code.local().is_empty() {
            out.write_str("fault without a code")?;
        } else {
            write!(out, "fault {}", self.code)?;
        }
        for subcode in &self.subcodes {
            write!(out, " / {subcode}")?;
        }
        if !self.reason().is_empty() {
            write!(out, ": {}", self.reason())?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}

impl DetailEntry {
    /// Reads the entry as the element `E`; `None` where it is another element.
    pub fn read_as<E: Element>(
        &self,
        options: &ReadOptions,
    ) -> Option<Result<E::Value, ReadError>> {
        (self.name == E::NAME).then(|| crate::xml::from_str_with::<E>(self.xml.as_str(), options))
    }
}
