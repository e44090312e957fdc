//! Everything that generated code may name. Not covered by semantic versioning on its own: the
//! generator and the runtime share a minor version, and a mismatch fails to compile.

/// The contract of this minor version.
pub mod v1 {
    #[cfg(feature = "aws-hmac")]
    pub use crate::security::aws_hmac::Signer as AwsHmacSigner;

    pub use crate::client::{
        Answer, CallError, Client, FaultDetail, NoDeclaredFault, OneWay, Operation, Output,
        Request, Settings, blocking::Client as BlockingClient,
    };
    pub use crate::codec::{Binding, Blank, ReadXml, Tag, WriteXml};
    pub use crate::security::{CredentialsProvider, MessageCredentials};
    pub use crate::soap::{DetailEntry, Headers, Version};
    pub use crate::transport::{BlockingTransport, Transport};
    pub use crate::value::{TextValue, ValueError, WhiteSpace};
    pub use crate::xml::{ReadError, ReadOptions, Reader, WriteError, Writer};
    pub use crate::{Element, QName};
}
