//! Which members of a message carry the caller's credentials.

use super::key;
use crate::diagnostic::{Diagnostic, Origin};

/// How requests are signed, and where the signature goes.
///
/// A member is named by a path: a global element or a named type by expanded name, then the local
/// names of elements, with `/` between: `{namespace}ThumbnailRequest/Request/Signature`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Signing<'a> {
    /// The scheme of Amazon's services of 2004 to 2009: HMAC-SHA1 over the operation's name and
    /// the time, in base64. It does not protect the message, only TLS does.
    AwsHmac {
        /// The member that carries the access key's id.
        key_id: &'a str,
        /// The member that carries the time of signing.
        timestamp: &'a str,
        /// The member that carries the signature.
        signature: &'a str,
    },
}

/// A [`Signing`] as set.
#[derive(Clone, Debug)]
pub(crate) struct SigningRule {
    /// The path to the access key's id.
    pub(crate) key_id: String,
    /// The path to the time of signing.
    pub(crate) timestamp: String,
    /// The path to the signature.
    pub(crate) signature: String,
    /// Where it was set.
    pub(crate) origin: Origin,
}

impl SigningRule {
    /// The rule, set at `origin`.
    pub(crate) fn new(signing: Signing<'_>, origin: Origin) -> Self {
        let Signing::AwsHmac { key_id, timestamp, signature } = signing;
        Self {
            key_id: key_id.to_owned(),
            timestamp: timestamp.to_owned(),
            signature: signature.to_owned(),
            origin,
        }
    }

    /// The paths, each once.
    fn paths(&self) -> [&str; 3] {
        [&self.key_id, &self.timestamp, &self.signature]
    }

    /// Whether one of its members has this path.
    pub(super) fn names(&self, path: &str) -> bool {
        self.paths().contains(&path)
    }

    /// What is wrong with the paths by themselves.
    pub(super) fn check(&self) -> Vec<Diagnostic> {
        let wrong = self.paths().into_iter().filter(|path| !key::is_path(path));
        wrong
            .map(|path| {
                key::invalid(&self.origin, format!("`{path}` is not a path to a member"))
                    .help("write `{namespace}Element/Member`, or `{namespace}Type/Member`")
            })
            .collect()
    }
}
