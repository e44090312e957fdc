//! The header of one attempt: its texts, and how they are written (SOAP Message Security 1.1,
//! sections 6.2 and 10; UsernameToken Profile 1.1, section 3.1).

use std::time::{Duration, SystemTime};

use super::token::Stamped;
use super::{Security, WSSE};
use crate::QName;
use crate::secret::Secret;
use crate::security::SignError;
use crate::soap::{HeaderBlock, Headers, Version};
use crate::value::DateTime;
use crate::xml::{WriteError, Writer};

/// The name of the header.
pub(crate) const NAME: QName = QName::from_static(WSSE, "Security");

/// Its start tag without attributes.
const START: &str = "<wsse:Security xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\" xmlns:wsu=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\"";

const TEXT: &str = "<wsse:Password Type=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText\">";

const DIGEST: &str = "<wsse:Password Type=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest\">";

const NONCE: &str = "<wsse:Nonce EncodingType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary\">";

/// A header that is ready to be written. Its secrets are wiped on drop.
pub(crate) struct Stamp {
    block: HeaderBlock<()>,
    created: String,
    /// The end of the timestamp, where there is one.
    expires: Option<String>,
    token: Option<Stamped>,
}

impl Security {
    /// The header of an attempt that is made now.
    pub(crate) fn stamp(&self) -> Result<Stamp, SignError> {
        let now = self.clock.now();
        let created = text(now)?;
        let expires = match self.lifetime {
            Some(lifetime) => Some(text(end(now, lifetime)?)?),
            None => None,
        };
        let token = match &self.token {
            Some(token) => Some(token.stamp(&created, &*self.nonces)?),
            None => None,
        };
        Ok(Stamp { block: self.block.clone(), created, expires, token })
    }
}

fn end(now: SystemTime, lifetime: Duration) -> Result<SystemTime, SignError> {
    now.checked_add(lifetime).ok_or(SignError::Clock)
}

/// A time in UTC with milliseconds.
fn text(time: SystemTime) -> Result<String, SignError> {
    super::receive::unix_millis(time)
        .map(|millis| DateTime::from_unix_millis(millis).to_text_millis())
        .ok_or(SignError::Clock)
}

impl Stamp {
    /// The headers with this one behind.
    pub(crate) fn put<'h>(&'h self, headers: Headers<'h>) -> Headers<'h> {
        headers.written(NAME, |version, writer| self.write(version, writer))
    }

    /// What must not be shown where a server repeats it.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &Secret> {
        let tokens = self.token.iter();
        tokens.flat_map(|token| {
            [&token.secret].into_iter().chain(&token.password).chain(&token.nonce)
        })
    }

    fn write(&self, version: Version, writer: &mut Writer) -> Result<(), WriteError> {
        self.block.write_start(START, version, writer)?;
        if let Some(expires) = &self.expires {
            writer.raw("<wsu:Timestamp><wsu:Created>");
            writer.text(&self.created)?;
            writer.raw("</wsu:Created><wsu:Expires>");
            writer.text(expires)?;
            writer.raw("</wsu:Expires></wsu:Timestamp>");
        }
        if let Some(token) = &self.token {
            self.write_token(token, writer)?;
        }
        writer.raw("</wsse:Security>");
        Ok(())
    }

    fn write_token(&self, token: &Stamped, writer: &mut Writer) -> Result<(), WriteError> {
        writer.raw("<wsse:UsernameToken><wsse:Username>");
        writer.text(&token.user)?;
        writer.raw("</wsse:Username>");
        if let Some(password) = &token.password {
            writer.raw(if token.is_digest { DIGEST } else { TEXT });
            writer.text(password.expose())?;
            writer.raw("</wsse:Password>");
        }
        if let Some(nonce) = &token.nonce {
            writer.raw(NONCE);
            writer.text(nonce.expose())?;
            writer.raw("</wsse:Nonce><wsu:Created>");
            writer.text(&self.created)?;
            writer.raw("</wsu:Created>");
        }
        writer.raw("</wsse:UsernameToken>");
        Ok(())
    }
}
