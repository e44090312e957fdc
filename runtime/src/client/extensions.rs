//! What the settings add to the header of each message, and what they make of that of the answer.

use super::{BuildError, Operation, Output, Settings, Shape};
use crate::secret::Secret;
use crate::security::Redaction;
#[cfg(feature = "wsse")]
use crate::security::wsse;
use crate::soap::Headers;
use crate::soap::addressing::{self, Action, Addressing, MessageId};

/// The specifications beside SOAP that a client follows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extensions {
    pub(crate) addressing: Option<Addressing>,
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
    /// Sends addressing headers with every request. Without this, those operations have them whose
    /// contract demands them.
    #[must_use]
    pub fn addressing(mut self, addressing: Addressing) -> Self {
        self.extensions.addressing = Some(addressing);
        self
    }

    /// Sends this `Security` header with every request, made anew for every attempt, and judges
    /// that of the answer.
    #[cfg(feature = "wsse")]
    #[must_use]
    pub fn wsse(mut self, security: wsse::Security) -> Self {
        self.extensions.security = Some(security);
        self
    }

    /// The header blocks of one attempt that the settings and the contract add.
    pub(super) fn stamp<O: Operation>(&self) -> Result<Stamp, BuildError> {
        Ok(Stamp {
            addressing: self.addresses::<O>()?,
            #[cfg(feature = "wsse")]
            security: match &self.extensions.security {
                Some(security) => Some(security.stamp().map_err(BuildError::Sign)?),
                None => None,
            },
        })
    }

    fn addresses<O: Operation>(&self) -> Result<Option<addressing::Stamp>, BuildError> {
        let own;
        let addressing = match (&self.extensions.addressing, O::ACTION) {
            (Some(addressing), _) => addressing,
            (None, Action::Unsaid | Action::Offered(_)) => return Ok(None),
            (None, Action::Required(_)) => {
                own = Addressing::new();
                &own
            }
            (None, Action::Submission(_)) => {
                own = Addressing::submission();
                &own
            }
        };
        let endpoint = self.endpoint.uri(false).map_err(BuildError::Endpoint)?;
        let subject = addressing::Subject {
            operation: O::NAME,
            soap_action: O::SOAP_ACTION,
            action: O::ACTION,
            is_one_way: matches!(O::Output::shape(), Shape::Nothing),
            endpoint,
        };
        match addressing.stamp(&subject) {
            Some(stamp) => Ok(Some(stamp)),
            None => Err(BuildError::NoAction { operation: O::NAME }),
        }
    }
}

/// The header blocks of one attempt that the settings add.
pub(super) struct Stamp {
    addressing: Option<addressing::Stamp>,
    #[cfg(feature = "wsse")]
    security: Option<wsse::Stamp>,
}

impl Stamp {
    /// The blocks, and then those of the call.
    pub(super) fn before<'h>(&'h self, headers: &'h Headers<'h>) -> Headers<'h> {
        let own = Headers::new().before(headers);
        let own = match &self.addressing {
            Some(addressing) => addressing.put(own),
            None => own,
        };
        #[cfg(feature = "wsse")]
        let own = match &self.security {
            Some(security) => security.put(own),
            None => own,
        };
        own
    }

    /// What must not be shown where a server repeats it.
    pub(super) fn redact(&self, redaction: &mut Redaction) {
        if let Some(query) = self.addressing.as_ref().and_then(addressing::Stamp::query) {
            redaction.add_value(Secret::new(query));
        }
        #[cfg(feature = "wsse")]
        if let Some(security) = &self.security {
            security.secrets().for_each(|secret| redaction.add_value(secret.clone()));
        }
    }

    /// What the message is called, where it says so.
    pub(super) fn message_id(&self) -> Option<&MessageId> {
        self.addressing.as_ref().map(addressing::Stamp::message_id)
    }
}
