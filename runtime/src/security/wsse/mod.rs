//! WS-Security: who calls, and when, in a header of the message (OASIS Web Services Security: SOAP
//! Message Security 1.1, UsernameToken Profile 1.1).
//!
//! A [`Security`] header has a [`UsernameToken`], a timestamp, or both. It is made anew for every
//! attempt, so that nonce and times are fresh. Nothing in it protects the body, and a digest lets
//! whoever reads it try out passwords: so it needs TLS. Plain `http` to another machine is refused
//! as for all credentials.
//!
//! ```
//! # use wsdl2rs_runtime::client::{NoDeclaredFault, OneWay, Operation};
//! # use wsdl2rs_runtime::soap::Version;
//! # struct Ping;
//! # impl Operation for Ping {
//! #     const NAME: &'static str = "Ping";
//! #     const SOAP_ACTION: &'static str = "urn:ping";
//! #     const VERSION: Version = Version::V12;
//! #     type Input = wsdl2rs_runtime::client::NoParts;
//! #     type Output = OneWay;
//! #     type Fault = NoDeclaredFault;
//! # }
//! use std::time::Duration;
//! use wsdl2rs_runtime::client::Settings;
//! use wsdl2rs_runtime::security::wsse::{Security, UsernameToken};
//! use wsdl2rs_runtime::security::{Credentials, FixedClock};
//!
//! let token = UsernameToken::digest(Credentials::new("admin", "secret"));
//! let security = Security::new(token).with_timestamp(Duration::from_secs(300));
//! // For a test; without these two, the clock and the random numbers are the system's.
//! let security =
//!     security.with_clock(FixedClock::at_unix_millis(1_107_215_999_183)).with_nonces(|| [7; 16]);
//!
//! let settings = Settings::new("https://camera.example/").wsse(security);
//! let request = settings.prepare::<Ping>(&(), None)?;
//! let body = std::str::from_utf8(request.body())?;
//! assert!(body.contains("<wsu:Created>2005-01-31T23:59:59.183Z</wsu:Created>"));
//! assert!(body.contains("<wsu:Expires>2005-02-01T00:04:59.183Z</wsu:Expires>"));
//! assert!(body.contains("<wsse:Username>admin</wsse:Username>"));
//! assert!(!body.contains("secret"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod fault;
mod receive;
mod stamp;
mod token;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::{Clock, SignError, SystemClock};
use crate::soap::HeaderBlock;

pub use fault::SecurityFault;
pub(crate) use stamp::Stamp;
pub use token::{UsernameToken, password_digest};

/// The namespace of `Security`, `UsernameToken` and the fault codes.
const WSSE: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

/// How far the clocks of the two sides may be apart where nothing else is said.
const CLOCK_SKEW: Duration = Duration::from_secs(300);

type Nonces = dyn Fn() -> Result<[u8; 16], SignError> + Send + Sync;

/// The `Security` header of the requests of a client, and what it demands of that of the answers
/// (SOAP Message Security 1.1, section 5).
///
/// In an answer, a `Security` header that must be understood is understood where it holds a
/// timestamp alone; the timestamp must not be over. `Debug` shows no credentials.
#[derive(Clone)]
pub struct Security {
    token: Option<UsernameToken>,
    lifetime: Option<Duration>,
    skew: Duration,
    /// `mustUnderstand` and the role.
    block: HeaderBlock<()>,
    clock: Arc<dyn Clock>,
    nonces: Arc<Nonces>,
}

impl Security {
    /// A header with a token. The service must understand it.
    #[must_use]
    pub fn new(token: UsernameToken) -> Self {
        Self { token: Some(token), ..Self::timestamp_of(None) }
    }

    /// A header with a timestamp alone, which is over after so long. The service must understand
    /// it.
    #[must_use]
    pub fn timestamp(lifetime: Duration) -> Self {
        Self::timestamp_of(Some(lifetime))
    }

    fn timestamp_of(lifetime: Option<Duration>) -> Self {
        Self {
            token: None,
            lifetime,
            skew: CLOCK_SKEW,
            block: HeaderBlock::new(()).must_understand(),
            clock: Arc::new(SystemClock),
            nonces: Arc::new(random_nonce),
        }
    }

    /// The same with a timestamp, which is over after so long: 300 seconds are usual
    /// (section 10).
    #[must_use]
    pub fn with_timestamp(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }

    /// The same, and a service that does not know the header may ignore it.
    #[must_use]
    pub fn may_be_ignored(mut self) -> Self {
        self.block = self.block.may_be_ignored();
        self
    }

    /// The same for whoever acts in this role, a URI: `actor` in SOAP 1.1, `role` in SOAP 1.2.
    #[must_use]
    pub fn for_role(mut self, role: impl Into<String>) -> Self {
        self.block = self.block.for_role(role);
        self
    }

    /// Lets the clock of the service be so far from this one when the timestamp of an answer is
    /// judged; five minutes by default.
    #[must_use]
    pub fn clock_skew(mut self, skew: Duration) -> Self {
        self.skew = skew;
        self
    }

    /// The same with another clock, such as one that follows a device whose clock is wrong.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The same with nonces from elsewhere. A service may refuse one that it has seen within the
    /// last five minutes (UsernameToken Profile 1.1, section 3.1).
    #[must_use]
    pub fn with_nonces(mut self, nonces: impl Fn() -> [u8; 16] + Send + Sync + 'static) -> Self {
        self.nonces = Arc::new(move || Ok(nonces()));
        self
    }

    /// Whether there is something in it that others must not see.
    pub(crate) fn holds_credentials(&self) -> bool {
        self.token.is_some()
    }
}

fn random_nonce() -> Result<[u8; 16], SignError> {
    let mut nonce = [0; 16];
    getrandom::fill(&mut nonce).map_err(|_| SignError::Random)?;
    Ok(nonce)
}

impl fmt::Debug for Security {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Security")
            .field("token", &self.token)
            .field("lifetime", &self.lifetime)
            .field("block", &self.block)
            .finish_non_exhaustive()
    }
}
