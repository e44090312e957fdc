//! A user name with a password, as text or digest (UsernameToken Profile 1.1, section 3.1).

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha1::{Digest as _, Sha1};
use zeroize::Zeroizing;

use super::Nonces;
use crate::secret::Secret;
use crate::security::{Credentials, CredentialsProvider, SignError};

/// Who calls. The provider is asked for every attempt: the key id of its credentials is the user
/// name, and the secret key the password.
#[derive(Clone)]
pub struct UsernameToken {
    provider: Arc<dyn CredentialsProvider>,
    password: Password,
    /// Whether nonce and time are sent beside a password as text, or none.
    dated: bool,
}

/// What of the password is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Password {
    Text,
    Digest,
    DigestOfSha1,
    Absent,
}

impl UsernameToken {
    /// The password as it is (`PasswordText`).
    #[must_use]
    pub fn text(credentials: impl CredentialsProvider + 'static) -> Self {
        Self::new(credentials, Password::Text)
    }

    /// A digest of the password with a fresh nonce and the time (`PasswordDigest`).
    #[must_use]
    pub fn digest(credentials: impl CredentialsProvider + 'static) -> Self {
        Self::new(credentials, Password::Digest)
    }

    /// As [`digest`](Self::digest), of the SHA-1 hash of the password, for services that know that
    /// alone: the profile takes the password "or an equivalent".
    #[must_use]
    pub fn digest_of_sha1(credentials: impl CredentialsProvider + 'static) -> Self {
        Self::new(credentials, Password::DigestOfSha1)
    }

    /// The name without a password.
    #[must_use]
    pub fn without_password(user: impl Into<String>) -> Self {
        Self::new(Credentials::new(user, ""), Password::Absent)
    }

    fn new(credentials: impl CredentialsProvider + 'static, password: Password) -> Self {
        let dated = matches!(password, Password::Digest | Password::DigestOfSha1);
        Self { provider: Arc::new(credentials), password, dated }
    }

    /// The same with a nonce and the time, which a digest has anyway.
    #[must_use]
    pub fn with_nonce(mut self) -> Self {
        self.dated = true;
        self
    }

    /// The texts of one attempt.
    pub(super) fn stamp(&self, created: &str, nonces: &Nonces) -> Result<Stamped, SignError> {
        let credentials = self.provider.credentials()?;
        let nonce = if self.dated { Some(nonces()?) } else { None };
        let nonce = nonce.unwrap_or_default();
        let secret = credentials.secret_key();
        let password = match self.password {
            Password::Text => Some(secret.clone()),
            Password::Digest => Some(digest(&nonce, created, secret.expose().as_bytes())),
            Password::DigestOfSha1 => {
                let mut hash = Zeroizing::new([0; 20]);
                hash.copy_from_slice(&Sha1::digest(secret.expose()));
                Some(digest(&nonce, created, &*hash))
            }
            Password::Absent => None,
        };
        let is_digest = self.password != Password::Text;
        let user = credentials.key_id().to_owned();
        let nonce = self.dated.then(|| Secret::new(STANDARD.encode(nonce)));
        Ok(Stamped { user, secret: secret.clone(), password, is_digest, nonce })
    }
}

/// The texts of a token.
pub(super) struct Stamped {
    pub(super) user: String,
    /// The password itself, which is in the message only where it is sent as text.
    pub(super) secret: Secret,
    pub(super) password: Option<Secret>,
    pub(super) is_digest: bool,
    pub(super) nonce: Option<Secret>,
}

/// The text of a `PasswordDigest`: base64 of SHA-1 over the octets of the nonce, of `created` as it
/// is sent, and of the password in UTF-8.
///
/// A server compares it with the one that it was sent, and sees to it that `created` is of now and
/// that the nonce is new.
///
/// ```
/// use wsdl2rs_runtime::secret::Secret;
/// use wsdl2rs_runtime::security::wsse::password_digest;
///
/// let digest = password_digest(&[7; 16], "2005-01-31T23:59:59.183Z", &Secret::new("secret"));
/// assert_eq!(digest.expose(), "JGbujKPx9RxVl9Lt22RiCZjJAXY=");
/// ```
#[must_use]
pub fn password_digest(nonce: &[u8], created: &str, password: &Secret) -> Secret {
    digest(nonce, created, password.expose().as_bytes())
}

fn digest(nonce: &[u8], created: &str, password: &[u8]) -> Secret {
    let hash = Sha1::new().chain_update(nonce).chain_update(created).chain_update(password);
    Secret::new(STANDARD.encode(hash.finalize()))
}

impl fmt::Debug for UsernameToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UsernameToken").field("password", &self.password).finish_non_exhaustive()
    }
}
