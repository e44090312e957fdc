//! The first signature scheme of Amazon Web Services: HMAC-SHA1 over the name of the operation and
//! a timestamp, in base64, inside the message (AWIS and AST developer guides; RFC 2104).
//!
//! It does **not** protect the body: whoever reads a request can put another body under its
//! signature for as long as the service takes the timestamp (15 minutes). So it needs TLS.
//!
//! ```
//! use wsdl2rs_runtime::security::aws_hmac::{Signer, verify};
//! use wsdl2rs_runtime::security::{Credentials, FixedClock, SignMessage};
//!
//! let credentials = Credentials::new("key id", "1234567890");
//! // 2005-01-31T23:59:59.183Z; without a clock of its own a signer has the system's.
//! let clock = FixedClock::at_unix_millis(1_107_215_999_183);
//! let signer = Signer::new(credentials.clone()).with_clock(clock);
//!
//! let signed = signer.sign("Thumbnail")?;
//! assert_eq!(signed.timestamp, "2005-01-31T23:59:59.183Z");
//! assert_eq!(signed.signature, "/6CoXW4d5HnNjKDDYMC7tOgCQyo=");
//!
//! // A server finds whether it is the signature of that operation at that time.
//! let key = credentials.secret_key();
//! assert!(verify(key, "Thumbnail", &signed.timestamp, &signed.signature));
//! assert!(!verify(key, "UrlInfo", &signed.timestamp, &signed.signature));
//! # Ok::<(), wsdl2rs_runtime::security::SignError>(())
//! ```

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;

use super::{
    Clock, Credentials, CredentialsProvider, MessageCredentials, SignError, SignMessage, Signature,
    SystemClock,
};
use crate::client::Operation;
use crate::secret::Secret;
use crate::value::DateTime;

/// Signs calls with the credentials of a provider at the time of a clock.
#[derive(Clone)]
pub struct Signer {
    provider: Arc<dyn CredentialsProvider>,
    clock: Arc<dyn Clock>,
}

impl Signer {
    /// A signer with the system's clock.
    #[must_use]
    pub fn new(provider: impl CredentialsProvider + 'static) -> Self {
        Self { provider: Arc::new(provider), clock: Arc::new(SystemClock) }
    }

    /// The same with another clock.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Signs a call of `O` as made at `timestamp`, which is written in UTC with milliseconds.
    ///
    /// # Errors
    /// When there are no credentials, or the timestamp has no zone.
    pub fn sign_at<O: Operation>(&self, timestamp: DateTime) -> Result<Signature<O>, SignError> {
        let millis = timestamp.to_unix_millis().ok_or(SignError::Clock)?;
        self.texts(O::NAME, millis).map(Signature::from_texts)
    }

    fn texts(&self, action: &str, unix_millis: i64) -> Result<MessageCredentials, SignError> {
        let credentials = self.provider.credentials()?;
        let timestamp = DateTime::from_unix_millis(unix_millis).to_text_millis();
        Ok(sign(&credentials, action, timestamp))
    }
}

impl SignMessage for Signer {
    fn sign(&self, action: &str) -> Result<MessageCredentials, SignError> {
        let since_epoch = self.clock.now().duration_since(SystemTime::UNIX_EPOCH);
        let millis = since_epoch.map_err(|_| SignError::Clock)?.as_millis();
        self.texts(action, i64::try_from(millis).map_err(|_| SignError::Clock)?)
    }

    fn secret_elements(&self) -> &'static [&'static str] {
        &["AWSAccessKeyId", "Signature"]
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").finish_non_exhaustive()
    }
}

/// Signs a call of the operation `action` with a timestamp that is sent as it is given.
///
/// A [`Signer`] sees to a timestamp of 24 characters, so that no two pairs of action and timestamp
/// have one string to sign; here the caller does.
#[must_use]
pub fn sign(
    credentials: &Credentials,
    action: &str,
    timestamp: impl Into<String>,
) -> MessageCredentials {
    let timestamp = timestamp.into();
    let mac = mac(credentials.secret_key(), action, &timestamp).finalize().into_bytes();
    MessageCredentials {
        key_id: credentials.key_id().to_owned(),
        timestamp,
        signature: STANDARD.encode(mac),
    }
}

/// Whether `signature` is that of the two other texts, for servers. Takes the same time wherever
/// the two differ.
///
/// That the timestamp is in the server's window, and was not seen before, is the caller's to
/// check.
#[must_use]
pub fn verify(secret_key: &Secret, action: &str, timestamp: &str, signature: &str) -> bool {
    STANDARD
        .decode(signature)
        .is_ok_and(|tag| mac(secret_key, action, timestamp).verify_slice(&tag).is_ok())
}

/// The string to sign: the action and then the timestamp, nothing between.
#[must_use]
pub fn string_to_sign(action: &str, timestamp: &str) -> String {
    format!("{action}{timestamp}")
}

fn mac(secret_key: &Secret, action: &str, timestamp: &str) -> Hmac<Sha1> {
    Hmac::<Sha1>::new_from_slice(secret_key.expose().as_bytes())
        .expect("HMAC takes keys of any length")
        .chain_update(string_to_sign(action, timestamp))
}
