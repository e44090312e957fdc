//! WS-Addressing 1.0: where a message goes, what it asks for, and what it answers (Core; SOAP
//! Binding; Metadata).
//!
//! A client whose contract demands addressing headers sends them by itself; another one sends them
//! where its settings say so. The answer must be to the message that was sent: its `RelatesTo` is
//! compared where it has one. Headers of the submission of August 2004 are taken in answers too.
//!
//! ```
//! # use wsdl2rs_runtime::client::{NoDeclaredFault, NoParts, Operation};
//! # use wsdl2rs_runtime::soap::Version;
//! # struct Ping;
//! # impl Operation for Ping {
//! #     const NAME: &'static str = "Ping";
//! #     const SOAP_ACTION: &'static str = "urn:ping";
//! #     const VERSION: Version = Version::V12;
//! #     type Input = NoParts;
//! #     type Output = NoParts;
//! #     type Fault = NoDeclaredFault;
//! # }
//! use wsdl2rs_runtime::client::Settings;
//! use wsdl2rs_runtime::soap::addressing::{Addressing, MessageId};
//!
//! // For a test; without it, each message has the id `urn:uuid:` with a random number behind.
//! let addressing = Addressing::new().with_message_ids(|| "urn:example:1".to_owned());
//! let settings = Settings::new("https://example.com/ping").addressing(addressing);
//! let request = settings.prepare::<Ping>(&(), None)?;
//! let body = std::str::from_utf8(request.body())?;
//! assert!(body.contains(">https://example.com/ping</wsa:To>"));
//! assert!(body.contains(">urn:ping</wsa:Action>"));
//! assert!(body.contains(">urn:example:1</wsa:MessageID>"));
//! let id = request.extensions().get::<MessageId>().map(MessageId::as_str);
//! assert_eq!(id, Some("urn:example:1"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod fault;
mod id;
mod receive;
mod stamp;

use std::fmt;
use std::sync::Arc;

pub use fault::{AddressingFault, AddressingProblem};
pub use id::MessageId;
pub(crate) use receive::relates_to;
pub(crate) use stamp::{Stamp, Subject};

type MessageIds = dyn Fn() -> String + Send + Sync;
type Actions = dyn Fn(&str) -> String + Send + Sync;

/// WS-Addressing 1.0.
const V10: &str = "http://www.w3.org/2005/08/addressing";
/// The submission of August 2004.
const SUBMISSION: &str = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

/// The `wsa:Action` of a request, and what the contract says of addressing headers (WS-Addressing
/// 1.0 Metadata, sections 3 and 4.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Action {
    /// The contract says nothing. Where a client sends addressing headers nonetheless, the action
    /// is the `soapAction`.
    #[default]
    Unsaid,
    /// The action of the headers that a client may send.
    Offered(&'static str),
    /// The action of the headers that every client must send.
    Required(&'static str),
    /// As `Required`, with the headers of the submission of August 2004.
    Submission(&'static str),
}

/// The addressing headers of the requests of a client.
#[derive(Clone)]
pub struct Addressing {
    version: Version,
    to: Option<String>,
    reply_to: Option<String>,
    fault_to: Option<String>,
    must_understand: bool,
    message_ids: Arc<MessageIds>,
    actions: Option<Arc<Actions>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    V10,
    Submission,
}

impl Addressing {
    /// Headers of WS-Addressing 1.0: `To`, the endpoint; `Action`, as the contract says; a fresh
    /// `MessageID` for every attempt; and `ReplyTo`, anonymous, where there is an answer.
    #[must_use]
    pub fn new() -> Self {
        Self {
            version: Version::V10,
            to: None,
            reply_to: None,
            fault_to: None,
            must_understand: false,
            message_ids: Arc::new(id::random),
            actions: None,
        }
    }

    /// The same headers as the submission of August 2004 has them.
    #[must_use]
    pub fn submission() -> Self {
        Self { version: Version::Submission, ..Self::new() }
    }

    /// The same to another destination than the endpoint, such as a service behind a gateway.
    #[must_use]
    pub fn to(mut self, address: impl Into<String>) -> Self {
        self.to = Some(address.into());
        self
    }

    /// The same with the answer to this address. It does not come back to the caller then, so that
    /// this is for one-way operations and for answers that others wait for.
    #[must_use]
    pub fn reply_to(mut self, address: impl Into<String>) -> Self {
        self.reply_to = Some(address.into());
        self
    }

    /// The same with faults to this address instead of that of the answer.
    #[must_use]
    pub fn fault_to(mut self, address: impl Into<String>) -> Self {
        self.fault_to = Some(address.into());
        self
    }

    /// The same, and the service must refuse a message whose `To` or `Action` it does not
    /// understand.
    #[must_use]
    pub fn must_understand(mut self) -> Self {
        self.must_understand = true;
        self
    }

    /// The same with message ids from elsewhere. Each must be an IRI, and be used once.
    #[must_use]
    pub fn with_message_ids(mut self, ids: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.message_ids = Arc::new(ids);
        self
    }

    /// The same with the actions of operations for which the contract has none: neither
    /// `wsam:Action` nor `soapAction`. The function is given the name of the operation.
    #[must_use]
    pub fn with_actions(
        mut self,
        actions: impl Fn(&str) -> String + Send + Sync + 'static,
    ) -> Self {
        self.actions = Some(Arc::new(actions));
        self
    }
}

impl Default for Addressing {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Addressing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Addressing").field("version", &self.version).finish_non_exhaustive()
    }
}
