//! Everything that generated code may name. Not covered by semantic versioning on its own: the
//! generator and the runtime share a minor version, and a mismatch fails to compile.

/// The contract of this minor version.
pub mod v1 {
    #[cfg(feature = "aws-hmac")]
    pub use crate::security::aws_hmac::Signer as AwsHmacSigner;

    pub use crate::any::{NamedType, TypeBinding};
    #[cfg(feature = "serde")]
    pub use crate::serial::{checked, float, present};
    #[cfg(feature = "serde")]
    pub use serde;

    #[cfg(feature = "pattern")]
    pub use crate::value::{Pattern, Spelled};

    pub use crate::client::{
        Answer, BodyContent, CallError, Client, Contents, Encoded, EncodedContents, FaultDetail,
        Input, NoDeclaredFault, NoParts, OneWay, Operation, Output, ReadHeaders, Reply, Request,
        Settings, WithHeaders, Wrapper, blocking::Client as BlockingClient, read_detail,
        read_header, read_typed_detail,
    };
    pub use crate::codec::{
        Alternatives, AttributeEntry, AttributeValue, Binding, Blank, Complex, Content, Entry,
        First, KnownAttribute, KnownElement, Members, Model, NoPrefixes, Open, Polymorphic,
        Present, Process, ReadXml, Table, Tag, UNBOUNDED, Wildcard, WildcardNamespaces, WriteXml,
        check_fixed_attribute, check_order, default_value, enumerated_name, enumerated_value,
        is_in_order, no_union_member, not_enumerated, read_any_attribute, read_as, read_default,
        read_element, read_fixed, read_part, read_polymorphic, read_simple, read_text,
        union_member, write_any, write_any_attributes, write_as, write_credential, write_default,
        write_element, write_fixed, write_included, write_simple, write_text,
    };
    pub use crate::encoding::{ArrayTable, read_array, write_array};
    pub use crate::security::{CredentialsProvider, MessageCredentials, SignMessage};
    pub use crate::soap::addressing::Action;
    pub use crate::soap::{DetailEntry, HeaderBlock, Headers, Version};
    pub use crate::transport::Piece;
    pub use crate::transport::{BlockingTransport, Transport};
    pub use crate::value::{
        DeclarePrefix, ListItem, Measured, Prefixes, TextValue, ValueError, WhiteSpace, facet,
        from_text, normalized,
    };
    pub use crate::xml::{ReadError, ReadOptions, Reader, WriteError, Writer};
    pub use crate::{
        __attribute as attribute, __complex as complex, __element as element,
        __global_element as global_element, __named_type as named_type,
    };
    pub use crate::{
        __impl_array as impl_array, __impl_element as impl_element, __impl_part as impl_part,
        __impl_simple as impl_simple, __impl_text as impl_text,
    };
    pub use crate::{Element, QName};
    pub use bytes::Bytes;

    /// What reading gives: the value is read in place.
    pub type ReadResult = Result<(), ReadError>;
    /// What writing gives.
    pub type WriteResult = Result<(), WriteError>;
}
