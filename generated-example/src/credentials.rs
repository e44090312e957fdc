//! Credentials of a real account: from a file or from the environment, read anew for each attempt,
//! so that keys can be exchanged while a client lives.

use std::fs;
use std::path::{Path, PathBuf};

use wsdl2rs_runtime::secret::Secret;
use wsdl2rs_runtime::security::{Credentials, CredentialsError, CredentialsProvider};

const KEY_ID: &str = "AWS_ACCESS_KEY_ID";
const SECRET_KEY: &str = "AWS_SECRET_ACCESS_KEY";

/// Where the credentials of the caller are.
pub(crate) enum Source {
    /// In the embedded service.
    Given(Credentials),
    /// In a file.
    File(PathBuf),
    /// In two environment variables.
    Environment,
}

impl CredentialsProvider for Source {
    fn credentials(&self) -> Result<Credentials, CredentialsError> {
        match self {
            Self::Given(credentials) => Ok(credentials.clone()),
            Self::File(path) => from_file(path),
            Self::Environment => Credentials::from_env(KEY_ID, SECRET_KEY),
        }
    }
}

fn from_file(path: &Path) -> Result<Credentials, CredentialsError> {
    let failed = |reason: &str| CredentialsError::new(format!("{}: {reason}", path.display()));
    let text = Secret::new(fs::read_to_string(path).map_err(|error| failed(&error.to_string()))?);
    parse(text.expose())
        .ok_or_else(|| failed(&format!("expected the lines {KEY_ID}=... and {SECRET_KEY}=...")))
}

/// Lines of `NAME=value`; other names, and lines that begin with `#`, are passed over.
fn parse(text: &str) -> Option<Credentials> {
    let value = |wanted: &str| {
        let mut pairs = text.lines().filter_map(|line| line.split_once('='));
        let (_, value) = pairs.find(|(name, _)| name.trim() == wanted)?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    Some(Credentials::new(value(KEY_ID)?, Secret::new(value(SECRET_KEY)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lines_are_needed() {
        let rows = [
            ("AWS_ACCESS_KEY_ID=id\nAWS_SECRET_ACCESS_KEY=a=b", Some(("id", "a=b"))),
            (
                "# mine\r\nAWS_SECRET_ACCESS_KEY = key\r\nAWS_ACCESS_KEY_ID = id\r\n",
                Some(("id", "key")),
            ),
            ("AWS_ACCESS_KEY_ID=id", None),
            ("AWS_ACCESS_KEY_ID=id\nAWS_SECRET_ACCESS_KEY=", None),
            ("#AWS_ACCESS_KEY_ID=id\nAWS_SECRET_ACCESS_KEY=key", None),
            ("", None),
        ];
        for (text, expected) in rows {
            let found = parse(text);
            let found = found.as_ref().map(|found| (found.key_id(), found.secret_key().expose()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
