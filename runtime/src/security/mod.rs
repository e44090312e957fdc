//! What proves who sends a request: credentials, and signatures inside the message.

#[cfg(feature = "aws-hmac")]
pub mod aws_hmac;
mod clock;
mod credentials;
#[cfg(feature = "digest-auth")]
mod digest;
mod random;
mod redaction;
#[cfg(feature = "wsse")]
pub mod wsse;

use std::error::Error;
use std::fmt;
use std::marker::PhantomData;

use zeroize::Zeroize;

use crate::client::Operation;

pub use clock::{Clock, FixedClock, SystemClock};
pub use credentials::{Credentials, CredentialsError, CredentialsProvider};
pub use random::{FixedRandom, Random, SystemRandom};
pub use redaction::Redaction;

#[cfg(feature = "digest-auth")]
pub(crate) use digest::Digest;
#[cfg(feature = "test-util")]
pub(crate) use redaction::STARS;

/// The texts that a signed request carries. The signature is over these very texts.
///
/// Generated writers take them from the `Writer`, which gives them once, so that of a batch only
/// the first request carries them. They are wiped on drop; `Debug` shows the timestamp alone.
#[derive(Clone, PartialEq, Eq)]
pub struct MessageCredentials {
    /// Who signs, such as the text of `AWSAccessKeyId`.
    pub key_id: String,
    /// When it was signed, as it is sent.
    pub timestamp: String,
    /// The signature, as it is sent.
    pub signature: String,
}

impl fmt::Debug for MessageCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MessageCredentials")
            .field("key_id", &"***")
            .field("timestamp", &self.timestamp)
            .field("signature", &"***")
            .finish()
    }
}

impl Drop for MessageCredentials {
    fn drop(&mut self) {
        self.key_id.zeroize();
        self.signature.zeroize();
    }
}

/// Makes the credentials of one attempt to send one message.
///
/// A client asks anew for every attempt, so that each has a fresh timestamp.
pub trait SignMessage: Send + Sync {
    /// Signs a call of the operation named `action` at the present time.
    ///
    /// # Errors
    /// When there are no credentials to sign with.
    fn sign(&self, action: &str) -> Result<MessageCredentials, SignError>;

    /// The local names of the elements whose text must not be shown in a trace or a fixture.
    fn secret_elements(&self) -> &'static [&'static str];
}

/// A signature for calls of one operation. Another operation does not take it:
///
/// ```compile_fail,E0308
/// use wsdl2rs_runtime::client::{BuildError, Client, Operation, Request};
/// use wsdl2rs_runtime::security::Signature;
///
/// fn misplaced<A: Operation, B: Operation, T>(
///     client: &Client<T>,
///     request: &Request<B>,
///     signature: Signature<A>,
/// ) -> Result<(), BuildError> {
///     client.settings().prepare::<B>(request, Some(signature)).map(drop)
/// }
/// ```
pub struct Signature<O> {
    texts: MessageCredentials,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> Signature<O> {
    /// Lets `signer` sign a call of this operation.
    ///
    /// # Errors
    /// Those of the signer.
    pub fn by(signer: &(impl SignMessage + ?Sized)) -> Result<Self, SignError> {
        signer.sign(O::NAME).map(Self::from_texts)
    }

    /// The texts, as the message carries them.
    #[must_use]
    pub fn texts(&self) -> &MessageCredentials {
        &self.texts
    }

    pub(crate) fn from_texts(texts: MessageCredentials) -> Self {
        Self { texts, operation: PhantomData }
    }

    pub(crate) fn into_texts(self) -> MessageCredentials {
        self.texts
    }
}

impl<O> fmt::Debug for Signature<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Signature").field(&self.texts).finish()
    }
}

/// Why a message could not be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignError {
    /// There are no credentials.
    Credentials(CredentialsError),
    /// The clock shows a time that the signature's timestamp cannot express.
    Clock,
    /// The system has no random numbers to give.
    Random,
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Credentials(_) => f.write_str("no credentials to sign with"),
            Self::Clock => f.write_str("the clock shows a time that cannot be written"),
            Self::Random => f.write_str("the system has no random numbers"),
        }
    }
}

impl Error for SignError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Credentials(error) => Some(error),
            Self::Clock | Self::Random => None,
        }
    }
}

impl From<CredentialsError> for SignError {
    fn from(error: CredentialsError) -> Self {
        Self::Credentials(error)
    }
}
