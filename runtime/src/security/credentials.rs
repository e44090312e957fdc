//! A key id with its secret key, and where the two come from.

use std::env;
use std::error::Error;
use std::fmt;

use crate::secret::Secret;

/// A key id and the secret key that goes with it.
///
/// `Debug` shows neither: the key id names an account.
#[derive(Clone)]
pub struct Credentials {
    key_id: String,
    secret_key: Secret,
}

impl Credentials {
    /// The two texts as they were issued.
    #[must_use]
    pub fn new(key_id: impl Into<String>, secret_key: impl Into<Secret>) -> Self {
        Self { key_id: key_id.into(), secret_key: secret_key.into() }
    }

    /// The texts of two environment variables, read now.
    ///
    /// # Errors
    /// When one of them is not set, is empty, or is not Unicode.
    pub fn from_env(key_id: &str, secret_key: &str) -> Result<Self, CredentialsError> {
        Ok(Self { key_id: variable(key_id)?, secret_key: Secret::new(variable(secret_key)?) })
    }

    /// The key id, which is sent.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// The secret key, which is never sent.
    #[must_use]
    pub fn secret_key(&self) -> &Secret {
        &self.secret_key
    }
}

fn variable(name: &str) -> Result<String, CredentialsError> {
    match env::var(name) {
        Ok(value) if !value.is_empty() => Ok(value),
        Ok(_) => Err(CredentialsError::new(format!("the environment variable {name} is empty"))),
        Err(env::VarError::NotPresent) => {
            Err(CredentialsError::new(format!("the environment variable {name} is not set")))
        }
        Err(env::VarError::NotUnicode(_)) => {
            Err(CredentialsError::new(format!("the environment variable {name} is not Unicode")))
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("key_id", &"***")
            .field("secret_key", &self.secret_key)
            .finish()
    }
}

/// Gives credentials, anew for every attempt, so that keys can be exchanged while a client lives.
///
/// `Credentials` themselves are a provider; so is a function.
pub trait CredentialsProvider: Send + Sync {
    /// The credentials to sign with now.
    ///
    /// # Errors
    /// When there are none.
    fn credentials(&self) -> Result<Credentials, CredentialsError>;
}

impl CredentialsProvider for Credentials {
    fn credentials(&self) -> Result<Credentials, CredentialsError> {
        Ok(self.clone())
    }
}

impl<F> CredentialsProvider for F
where
    F: Fn() -> Result<Credentials, CredentialsError> + Send + Sync,
{
    fn credentials(&self) -> Result<Credentials, CredentialsError> {
        self()
    }
}

/// Why there are no credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialsError {
    reason: String,
}

impl CredentialsError {
    /// An error with its reason, which must not show the credentials.
    #[must_use]
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl Error for CredentialsError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_come_from_the_environment() {
        // `PATH` is the one variable that is set wherever tests run.
        let credentials = Credentials::from_env("PATH", "PATH").expect("PATH is set");
        assert_eq!(credentials.key_id(), credentials.secret_key().expose());
        let error = Credentials::from_env("PATH", "WSDL2RS_NOT_SET").expect_err("it is not set");
        assert_eq!(error.to_string(), "the environment variable WSDL2RS_NOT_SET is not set");
    }

    #[test]
    fn a_function_is_a_provider() {
        let provider = || Ok(Credentials::new("id", "key"));
        assert_eq!(provider.credentials().expect("it always has some").key_id(), "id");
    }
}
