//! What a service says is wrong with the addressing headers (WS-Addressing 1.0 SOAP Binding,
//! sections 6.2 to 6.4; the submission of August 2004, section 4).

use std::time::Duration;

use super::{SUBMISSION, V10};
use crate::soap::Fault;
use crate::xml::{ReadError, ReadOptions, Reader};

/// A fault about the addressing headers of the request.
///
/// ```
/// use wsdl2rs_runtime::client::CallError;
/// use wsdl2rs_runtime::soap::addressing::{AddressingFault, AddressingProblem};
///
/// fn advice<F>(error: &CallError<F>) -> String {
///     let CallError::Fault(fault) = error else { return "ask the network".to_owned() };
///     match AddressingFault::of(fault) {
///         Some(AddressingFault { problem: AddressingProblem::ActionNotSupported, subject, .. }) => {
///             format!("the service does not know the action {}", subject.unwrap_or_default())
///         }
///         Some(AddressingFault { retry_after: Some(time), .. }) => format!("wait {time:?}"),
///         _ => "ask the service".to_owned(),
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddressingFault {
    /// What is wrong.
    pub problem: AddressingProblem,
    /// What it is about: the expanded name of a header, an action or an address, as far as the
    /// service says.
    pub subject: Option<String>,
    /// When the service wants to be asked again.
    pub retry_after: Option<Duration>,
}

/// What is wrong with addressing headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AddressingProblem {
    /// `InvalidAddressingHeader` or one of the codes below it: a header is not as it must be.
    InvalidHeader,
    /// `MessageAddressingHeaderRequired`: a header is missing.
    HeaderRequired,
    /// `DestinationUnreachable`: nobody is at the `To`.
    DestinationUnreachable,
    /// `ActionNotSupported`: the service does not know the `Action`.
    ActionNotSupported,
    /// `EndpointUnavailable`: not now.
    EndpointUnavailable,
}

impl AddressingFault {
    /// What codes and details of a fault say; none where it is about something else.
    #[must_use]
    pub fn of(fault: &Fault) -> Option<Self> {
        let codes = [&fault.code].into_iter().chain(&fault.subcodes);
        let mut own = codes.filter(|code| matches!(code.namespace(), V10 | SUBMISSION));
        let problem = own.find_map(|code| problem(code.local()))?;
        let mut found = Self { problem, subject: None, retry_after: None };
        for entry in fault.detail.iter().chain(&fault.headers) {
            // What cannot be read says nothing.
            let _ = found.read(entry.xml.as_str());
        }
        Some(found)
    }

    /// Reads an element of the detail; SOAP 1.1 has them in the header `FaultDetail`.
    fn read(&mut self, xml: &str) -> Result<(), ReadError> {
        let options = ReadOptions::default();
        let mut reader = Reader::new(xml, &[], &options);
        let root = reader.root()?;
        let namespace = reader.namespace_uri(root.namespace);
        if !matches!(namespace, V10 | SUBMISSION) {
            return Ok(());
        }
        if root.local != "FaultDetail" {
            return self.detail(root.local, &mut reader);
        }
        while let Some(child) = reader.next_child()? {
            self.detail(child.local, &mut reader)?;
        }
        Ok(())
    }

    /// Reads the current element.
    fn detail(&mut self, local: &str, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        match local {
            "ProblemHeaderQName" => {
                let name = reader.text()?;
                let (prefix, local) = name.trim().split_once(':').unwrap_or(("", name.trim()));
                let namespace = reader.resolve_prefix(prefix).unwrap_or_default();
                self.subject = Some(format!("{{{namespace}}}{local}"));
            }
            "ProblemIRI" => self.subject = Some(reader.text()?.trim().to_owned()),
            "ProblemAction" => {
                while let Some(child) = reader.next_child()? {
                    if child.local == "Action" {
                        self.subject = Some(reader.text()?.trim().to_owned());
                    } else {
                        reader.skip()?;
                    }
                }
            }
            "RetryAfter" => {
                let millis = reader.text()?.trim().parse();
                self.retry_after = millis.ok().map(Duration::from_millis);
            }
            _ => reader.skip()?,
        }
        Ok(())
    }
}

fn problem(code: &str) -> Option<AddressingProblem> {
    Some(match code {
        "InvalidAddressingHeader"
        | "InvalidAddress"
        | "InvalidEPR"
        | "InvalidCardinality"
        | "MissingAddressInEPR"
        | "DuplicateMessageID"
        | "ActionMismatch"
        | "OnlyAnonymousAddressSupported"
        | "OnlyNonAnonymousAddressSupported"
        | "InvalidMessageInformationHeader" => AddressingProblem::InvalidHeader,
        "MessageAddressingHeaderRequired" | "MessageInformationHeaderRequired" => {
            AddressingProblem::HeaderRequired
        }
        "DestinationUnreachable" => AddressingProblem::DestinationUnreachable,
        "ActionNotSupported" => AddressingProblem::ActionNotSupported,
        "EndpointUnavailable" => AddressingProblem::EndpointUnavailable,
        _ => return None,
    })
}
