//! What speed is measured with: messages, this project's codec on them, and other ways to read and
//! write them into equal types. `docs/performance.md` has the figures and the commands.
#![forbid(unsafe_code)]

pub mod message;
pub mod ours;
pub mod rivals;
pub mod schema;
pub mod task;

mod random;

/// Bindings of `wsdl/records.wsdl`.
pub mod records {
    wsdl2rs_runtime::include_bindings!("records");
}

/// Bindings of `wsdl/AWSAlexa.wsdl`.
pub mod awis {
    wsdl2rs_runtime::include_bindings!("AWSAlexa");
}

/// Any error of what is measured.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The namespace of the records.
pub const NAMESPACE: &str = "http://example.com/records";
