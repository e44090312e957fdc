//! What a service says is wrong with the `Security` header (SOAP Message Security 1.1, section 12).

use super::WSSE;
use crate::soap::Fault;

/// A fault about the `Security` header of the request.
///
/// ```
/// use wsdl2rs_runtime::client::CallError;
/// use wsdl2rs_runtime::security::wsse::SecurityFault;
///
/// fn advice<F>(error: &CallError<F>) -> &'static str {
///     match error {
///         CallError::Fault(fault) => match SecurityFault::of(fault) {
///             Some(SecurityFault::FailedAuthentication) => "user name or password is wrong",
///             Some(SecurityFault::MessageExpired) => "look at the clocks",
///             _ => "ask the service",
///         },
///         _ => "ask the network",
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SecurityFault {
    /// `UnsupportedSecurityToken`: the token is of a kind that the service does not take.
    UnsupportedSecurityToken,
    /// `UnsupportedAlgorithm`.
    UnsupportedAlgorithm,
    /// `InvalidSecurity`: the header could not be processed.
    InvalidSecurity,
    /// `InvalidSecurityToken`.
    InvalidSecurityToken,
    /// `FailedAuthentication`: the token could not be authenticated.
    FailedAuthentication,
    /// `FailedCheck`: a signature or a decryption is wrong.
    FailedCheck,
    /// `SecurityTokenUnavailable`: a token that is referred to could not be found.
    SecurityTokenUnavailable,
    /// `MessageExpired`: the timestamp is over, or a nonce was used before.
    MessageExpired,
}

impl SecurityFault {
    /// What the codes of a fault say, the innermost that is one; none where the fault is about
    /// something else.
    #[must_use]
    pub fn of(fault: &Fault) -> Option<Self> {
        let codes = fault.subcodes.iter().rev().chain([&fault.code]);
        let mut own = codes.filter(|code| {
            // `MessageExpired` is of the utility namespace, and servers mix the two.
            code.namespace() == WSSE || code.namespace().ends_with("wssecurity-utility-1.0.xsd")
        });
        own.find_map(|code| match code.local() {
            "UnsupportedSecurityToken" => Some(Self::UnsupportedSecurityToken),
            "UnsupportedAlgorithm" => Some(Self::UnsupportedAlgorithm),
            "InvalidSecurity" => Some(Self::InvalidSecurity),
            "InvalidSecurityToken" => Some(Self::InvalidSecurityToken),
            "FailedAuthentication" => Some(Self::FailedAuthentication),
            "FailedCheck" => Some(Self::FailedCheck),
            "SecurityTokenUnavailable" => Some(Self::SecurityTokenUnavailable),
            "MessageExpired" => Some(Self::MessageExpired),
            _ => None,
        })
    }
}
