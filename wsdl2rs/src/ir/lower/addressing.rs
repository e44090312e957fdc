//! What a port says of addressing headers → the constant of its operations; what else its policies
//! demand → a line of its documentation.

use crate::ir::client::Action;
use crate::model::wsdl::{self, Addressing, BoundOperation, Demand, Port};

/// The action of an operation, where the runtime does not know it by itself: without one it takes
/// the `soapAction`.
pub(super) fn action(port: &Port, operation: &BoundOperation) -> Option<Action> {
    let (uri, is_given) = match &operation.action {
        wsdl::Action::Given(uri) => (uri.clone(), true),
        wsdl::Action::Made(uri) => (uri.clone(), false),
    };
    let is_known = uri == operation.soap_action;
    match port.addressing {
        Addressing::Required => Some(Action::Required(uri)),
        Addressing::Submission => Some(Action::Submission(uri)),
        Addressing::Offered if !is_known => Some(Action::Offered(uri)),
        // By itself it asks for nothing (WS-Addressing 1.0 Metadata, section 4.4.1).
        Addressing::Unsaid if is_given && !is_known => Some(Action::Offered(uri)),
        Addressing::Offered | Addressing::Unsaid => None,
    }
}

/// What the caller has to see to.
pub(super) fn demands(port: &Port) -> Option<String> {
    let words: Vec<&str> = port.demands.iter().copied().filter_map(word).collect();
    let (last, others) = words.split_last()?;
    let all = match others {
        [] => (*last).to_owned(),
        others => format!("{} and {last}", others.join(", ")),
    };
    Some(format!("Its policy asks for {all}."))
}

fn word(demand: Demand) -> Option<&'static str> {
    match demand {
        // That is the address's to say.
        Demand::Tls => None,
        Demand::ClientCertificate => Some("a certificate of the client"),
        Demand::BasicAuth => Some("a user by HTTP (`Settings::basic_auth`)"),
        Demand::DigestAuth => Some("a user by HTTP (`Settings::digest_auth`)"),
        Demand::UsernameToken => Some("a user by WS-Security (`Settings::wsse`)"),
        Demand::Timestamp => Some("a timestamp by WS-Security (`Settings::wsse`)"),
        Demand::Mtom => Some("messages in MTOM"),
    }
}
