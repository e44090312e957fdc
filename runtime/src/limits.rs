//! How much of a foreign document, message or connection is taken before it is refused.
//!
//! Every bound has a default that real services stay under by far, and an error that names the
//! bound and its value.

use std::time::Duration;

/// All bounds on what a peer may send. The defaults suit replies of SOAP services.
///
/// Three bounds are not here, for nothing changes them: a number has at most 1 000 digits, a time at
/// most 18 digits after the point of its seconds, and no redirect is followed.
///
/// ```
/// let mut limits = wsdl2rs_runtime::limits::Limits::default();
/// limits.depth = 20;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of a body as they come from the wire, before any `Content-Encoding` is undone; of one
    /// in several parts, see `mime_message`.
    pub wire_body: usize,
    /// Bytes of a document after `Content-Encoding` and character encoding are undone.
    /// The reader refuses 4 GiB whatever is set.
    pub decoded_body: usize,
    /// How many times larger than its wire form a body may become.
    pub decode_ratio: usize,
    /// Decoded bytes below which `decode_ratio` is not looked at.
    pub decode_ratio_from: usize,
    /// Levels of elements; the root element is level 1. Also bounds the recursion of decoders.
    pub depth: usize,
    /// Attributes of one element, namespace declarations not counted.
    pub attributes: usize,
    /// Bytes of one attribute value as written in the document.
    pub attribute_value: usize,
    /// Namespace declarations that hold at one place. At most 32 000 are taken whatever is set.
    pub namespaces_in_scope: usize,
    /// Namespace declarations on one element.
    pub namespaces_per_element: usize,
    /// Namespaces in one document that neither the reader nor the generated module knows. At
    /// most 32 000 are taken whatever is set.
    pub distinct_namespaces: usize,
    /// Bytes of one qualified name.
    pub name: usize,
    /// Child elements of one element.
    pub children: usize,
    /// Elements in one document.
    pub elements: usize,
    /// Bytes of text of one element.
    pub text: usize,
    /// Bytes of raw XML copied out of one document, with the declarations added to it.
    pub raw_xml: usize,
    /// Bytes of one MIME message, on the wire and decoded, in the place of `wire_body` and
    /// `decoded_body`; the latter holds for its root. Also how many bytes its elements may refer to
    /// in all, where they refer to a part more than once.
    pub mime_message: usize,
    /// Parts of one MIME message, its root among them.
    pub mime_parts: usize,
    /// Bytes of the header of one MIME part.
    pub mime_part_header: usize,
    /// Bytes of one MIME part.
    pub mime_part: usize,
    /// Bytes of a fault's text that an error keeps.
    pub fault_text: usize,
    /// Bytes of a body that is not SOAP that an error keeps.
    pub error_snippet: usize,
    /// Time to open a connection.
    pub connect_timeout: Duration,
    /// Time for one attempt, from connecting to the last byte of the reply.
    pub attempt_timeout: Duration,
    /// Time for a call with all its attempts. An attempt that would take longer is given up, by
    /// transports that were not made from a client of the caller's own.
    pub total_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        const KIB: usize = 1024;
        const MIB: usize = 1024 * KIB;
        Self {
            wire_body: 16 * MIB,
            decoded_body: 32 * MIB,
            decode_ratio: 100,
            decode_ratio_from: MIB,
            depth: 100,
            attributes: 500,
            attribute_value: 64 * KIB,
            namespaces_in_scope: 1_024,
            namespaces_per_element: 64,
            distinct_namespaces: 4_096,
            name: KIB,
            children: 50_000,
            elements: 1_000_000,
            text: 16 * MIB,
            raw_xml: 32 * MIB,
            mime_message: 80 * MIB,
            mime_parts: 50,
            mime_part_header: 8 * KIB,
            mime_part: 64 * MIB,
            fault_text: 8 * KIB,
            error_snippet: 2 * KIB,
            connect_timeout: Duration::from_secs(10),
            attempt_timeout: Duration::from_secs(30),
            total_timeout: Duration::from_secs(60),
        }
    }
}
