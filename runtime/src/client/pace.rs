//! How long a call may take, how often it is tried, and whether that does harm.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::{Operation, RetryPolicy, Settings};
use crate::security::{Random, SystemRandom};
use crate::xml::Limits;

/// The part of the settings that says when a client goes on and when it gives up.
#[derive(Clone)]
pub(super) struct Pace {
    pub(super) policy: RetryPolicy,
    pub(super) random: Arc<dyn Random>,
    idempotent: Option<bool>,
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
}

impl Pace {
    /// Whether an operation may be sent again after it may have been processed.
    pub(super) fn is_idempotent<O: Operation>(&self) -> bool {
        self.idempotent.unwrap_or(O::IDEMPOTENT)
    }

    /// The time for a call.
    pub(super) fn total(&self, limits: &Limits) -> Duration {
        self.timeout.unwrap_or(limits.total_timeout)
    }

    /// The time for an attempt, where it is not left to the transport.
    pub(super) fn attempt(&self) -> Option<Duration> {
        self.attempt_timeout.or(self.timeout)
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            policy: RetryPolicy::default(),
            random: Arc::new(SystemRandom),
            idempotent: None,
            timeout: None,
            attempt_timeout: None,
        }
    }
}

impl Settings {
    /// Makes up to so many attempts, one by default, with the waits of [`RetryPolicy::new`] or of
    /// the policy that was set before.
    ///
    /// Another attempt follows where the request certainly was not sent. Where the operation is
    /// idempotent, it follows too when the answer got lost on the way, and on the HTTP statuses
    /// 429, 502, 503 and 504. What would fail again in the same way is not tried again: a refused
    /// certificate, an answer over a limit. No attempt begins after the time for the call.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.pace.policy = self.pace.policy.with_attempts(attempts);
        self
    }

    /// Tries calls again by this policy; see [`attempts`](Self::attempts) for when.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.pace.policy = policy;
        self
    }

    /// Says that it does no harm when an operation is done twice, so that it may be sent again
    /// after a failure that leaves open whether the server has seen it; or that it does harm,
    /// whatever [`Operation::IDEMPOTENT`] says.
    ///
    /// It holds for all operations of the client. A contract does not say which of them only read,
    /// so a client for those is made of the one for all:
    ///
    /// ```
    /// # use wsdl2rs_runtime::client::blocking::Client;
    /// # use wsdl2rs_runtime::transport::recorded::Recorded;
    /// # let client = Client::new(Recorded::default(), "https://quotes.example/");
    /// let reading = client.with(|settings| settings.idempotent(true).attempts(3));
    /// # let _ = reading;
    /// ```
    #[must_use]
    pub fn idempotent(mut self, idempotent: bool) -> Self {
        self.pace.idempotent = Some(idempotent);
        self
    }

    /// Bounds the time for a call with all its attempts and the waits between them. It takes the
    /// place of `Limits::total_timeout`, and, where no [`attempt_timeout`](Self::attempt_timeout)
    /// is set, of the transport's time for one attempt.
    #[must_use]
    pub fn timeout(mut self, time: Duration) -> Self {
        self.pace.timeout = Some(time);
        self
    }

    /// Bounds the time for one attempt, from connecting to the last byte of the answer. It takes
    /// the place of the transport's own time; the time for connecting stays the transport's.
    #[must_use]
    pub fn attempt_timeout(mut self, time: Duration) -> Self {
        self.pace.attempt_timeout = Some(time);
        self
    }

    /// Takes random numbers from `source`: for the waits between attempts, and for nonces.
    #[must_use]
    pub fn random(mut self, source: impl Random + 'static) -> Self {
        self.pace.random = Arc::new(source);
        self
    }
}

impl fmt::Debug for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pace")
            .field("policy", &self.policy)
            .field("idempotent", &self.idempotent)
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .finish_non_exhaustive()
    }
}
