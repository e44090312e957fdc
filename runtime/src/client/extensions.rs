//! What the settings add to the header of each message, and what they make of that of the answer.

use crate::security::Redaction;
#[cfg(feature = "wsse")]
use crate::security::wsse;
use crate::soap::Headers;

use super::{BuildError, Settings};

/// The specifications beside SOAP that a client follows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extensions {
    #[cfg(feature = "wsse")]
    pub(crate) security: Option<wsse::Security>,
}

impl Extensions {
    /// Whether requests carry what must not be seen on the way.
    pub(super) fn holds_credentials(&self) -> bool {
        #[cfg(feature = "wsse")]
        return self.security.as_ref().is_some_and(wsse::Security::holds_credentials);
        #[cfg(not(feature = "wsse"))]
        false
    }
}

/// Specifications beside SOAP.
impl Settings {
    /// Sends this `Security` header with every request, made anew for every attempt, and judges
    /// that of the answer.
    #[cfg(feature = "wsse")]
    #[must_use]
    pub fn wsse(mut self, security: wsse::Security) -> Self {
        self.extensions.security = Some(security);
        self
    }

    /// The header blocks of one attempt that the settings add.
    pub(super) fn stamp(&self) -> Result<Stamp, BuildError> {
        Ok(Stamp {
            #[cfg(feature = "wsse")]
            security: match &self.extensions.security {
                Some(security) => Some(security.stamp().map_err(BuildError::Sign)?),
                None => None,
            },
        })
    }
}

/// The header blocks of one attempt that the settings add.
#[derive(Default)]
pub(super) struct Stamp {
    #[cfg(feature = "wsse")]
    security: Option<wsse::Stamp>,
}

impl Stamp {
    /// The blocks, and then those of the call.
    pub(super) fn before<'h>(&'h self, headers: &'h Headers<'h>) -> Headers<'h> {
        let own = Headers::new().before(headers);
        #[cfg(feature = "wsse")]
        let own = match &self.security {
            Some(security) => security.put(own),
            None => own,
        };
        own
    }

    /// What must not be shown where a server repeats it.
    pub(super) fn redact(&self, redaction: &mut Redaction) {
        #[cfg(feature = "wsse")]
        if let Some(security) = &self.security {
            security.secrets().for_each(|secret| redaction.add_value(secret.clone()));
        }
        #[cfg(not(feature = "wsse"))]
        let _ = redaction;
    }
}
