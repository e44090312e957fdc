//! When a call is tried again: how often, after which failures, and how long after them.
//!
//! The waiting is exponential back-off with full jitter; a server that says when it wants to be
//! asked again is heard (`Retry-After`, RFC 9110, section 10.2.3).

use std::time::{Duration, SystemTime};

use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, StatusCode};

use crate::security::Random;
use crate::transport::TransportErrorKind;

/// How often a call is tried, and how long is waited in between.
///
/// Before the n-th repetition a random time is waited, between nothing and the first wait times
/// 2ⁿ⁻¹, but no longer than the longest wait. A `Retry-After` of the server makes it longer, up to
/// the longest wait.
///
/// ```
/// use std::time::Duration;
/// use wsdl2rs_runtime::client::{RetryPolicy, Settings};
///
/// let patient = RetryPolicy::new(5)
///     .first_wait(Duration::from_millis(50))
///     .longest_wait(Duration::from_secs(5));
/// let settings = Settings::new("https://quotes.example/").retry(patient);
/// # let _ = settings;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    attempts: u32,
    first_wait: Duration,
    longest_wait: Duration,
}

impl RetryPolicy {
    /// Up to so many attempts, the first one counted; a first wait of 200 milliseconds at most, and
    /// the longest 20 seconds.
    #[must_use]
    pub const fn new(attempts: u32) -> Self {
        Self {
            attempts,
            first_wait: Duration::from_millis(200),
            longest_wait: Duration::from_secs(20),
        }
    }

    /// Bounds the wait before the second attempt; each further bound is twice the one before.
    #[must_use]
    pub const fn first_wait(mut self, wait: Duration) -> Self {
        self.first_wait = wait;
        self
    }

    /// Bounds every wait, whatever the server asks for.
    #[must_use]
    pub const fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    /// Up to how many attempts are made.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The policy with another number of attempts.
    pub(super) const fn with_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The wait after so many failures, from 1; `asked` is what the server says.
    pub(super) fn wait(
        &self,
        failures: u32,
        asked: Option<Duration>,
        random: &dyn Random,
    ) -> Duration {
        let factor = 1_u32.checked_shl(failures.saturating_sub(1)).unwrap_or(u32::MAX);
        let bound = self.first_wait.saturating_mul(factor).min(self.longest_wait);
        let back_off = up_to(bound, random);
        asked.map_or(back_off, |asked| asked.min(self.longest_wait).max(back_off))
    }
}

/// One attempt.
impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new(1)
    }
}

/// A random time from nothing to `bound`, to the nanosecond.
fn up_to(bound: Duration, random: &dyn Random) -> Duration {
    let nanos = u64::try_from(bound.as_nanos()).unwrap_or(u64::MAX);
    let mut bytes = [0; 8];
    random.fill(&mut bytes);
    let share = u128::from(u64::from_le_bytes(bytes)) * (u128::from(nanos) + 1);
    let nanos = u64::try_from(share >> 64).expect("a share is no more than the whole");
    Duration::from_nanos(nanos)
}

/// Whether a failure of this kind may be gone at another time.
pub(super) fn is_passing(kind: TransportErrorKind) -> bool {
    use TransportErrorKind as Kind;
    match kind {
        Kind::Connect
        | Kind::Timeout
        | Kind::Canceled
        | Kind::Reset
        | Kind::Truncated
        | Kind::Protocol
        | Kind::Other => true,
        // The same request has the same fate: it is the certificate, the limit, the file or the
        // script.
        Kind::Unsupported
        | Kind::Tls
        | Kind::Limit
        | Kind::Encoding
        | Kind::Source
        | Kind::Mismatch => false,
    }
}

/// Whether an answer with this status says that another time may be better. It does not say that
/// the request was not processed.
pub(super) fn is_refusal(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::TOO_MANY_REQUESTS
            | StatusCode::BAD_GATEWAY
            | StatusCode::SERVICE_UNAVAILABLE
            | StatusCode::GATEWAY_TIMEOUT
    )
}

/// The wait that a server asks for: in seconds, or up to a date, which is measured by the server's
/// own clock where it tells the time.
pub(super) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let date = |text: &str| httpdate::parse_http_date(text.trim()).ok();
    let then = date(text)?;
    let now = headers.get(DATE).and_then(|value| date(value.to_str().ok()?)).unwrap_or(now);
    Some(then.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;
    use crate::security::FixedRandom;

    #[test]
    fn waits_double_up_to_the_longest_one() {
        let policy = RetryPolicy::new(9)
            .first_wait(Duration::from_millis(100))
            .longest_wait(Duration::from_secs(2));
        let most = FixedRandom::new(0xff);
        // The failures so far, what the server asks for, the shortest and the longest wait.
        let rows = [
            (1, None, 0, 100),
            (2, None, 0, 200),
            (3, None, 0, 400),
            (5, None, 0, 1_600),
            (6, None, 0, 2_000),
            (40, None, 0, 2_000),
            (u32::MAX, None, 0, 2_000),
            (1, Some(0), 0, 100),
            (1, Some(1_500), 1_500, 1_500),
            (6, Some(500), 500, 2_000),
            (1, Some(86_400_000), 2_000, 2_000),
        ];
        for (failures, asked, least, longest) in rows {
            let asked = asked.map(Duration::from_millis);
            let wait = |random: &dyn Random| policy.wait(failures, asked, random).as_millis();
            assert_eq!(wait(&FixedRandom::new(0)), least, "{failures} {asked:?}");
            assert_eq!(wait(&most), longest, "{failures} {asked:?}");
        }
        let half = policy.wait(1, None, &FixedRandom::new(0x80));
        assert!((50..52).contains(&half.as_millis()), "{half:?}");
        let endless = RetryPolicy::new(2).first_wait(Duration::MAX).longest_wait(Duration::MAX);
        assert_eq!(endless.wait(1, Some(Duration::MAX), &most), Duration::MAX);
    }

    #[test]
    fn a_server_says_when_to_come_again() {
        let now = httpdate::parse_http_date("Sun, 06 Nov 1994 08:49:30 GMT").expect("a date");
        let rows = [
            ("7", None, Some(7)),
            (" 7 ", None, Some(7)),
            ("0", None, Some(0)),
            ("99999999999999999999999", None, Some(u64::MAX)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", None, Some(7)),
            ("Sunday, 06-Nov-94 08:49:37 GMT", None, Some(7)),
            ("Sun Nov  6 08:49:37 1994", None, Some(7)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some("Sun, 06 Nov 1994 08:49:35 GMT"), Some(2)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some("yesterday"), Some(7)),
            ("Sun, 06 Nov 1994 08:49:20 GMT", None, Some(0)),
            ("", None, None),
            ("-1", None, None),
            ("1.5", None, None),
            ("soon", None, None),
        ];
        for (text, date, expected) in rows {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, HeaderValue::from_static(text));
            if let Some(date) = date {
                headers.insert(DATE, HeaderValue::from_static(date));
            }
            let expected = expected.map(Duration::from_secs);
            assert_eq!(retry_after(&headers, now), expected, "{text} {date:?}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }

    #[test]
    fn what_may_pass_is_tried_again() {
        for (status, expected) in
            [(200, false), (400, false), (401, false), (429, true), (500, false)]
        {
            let status = StatusCode::from_u16(status).expect("a status");
            assert_eq!(is_refusal(status), expected, "{status}");
        }
        assert!(is_passing(TransportErrorKind::Reset));
        assert!(!is_passing(TransportErrorKind::Tls));
    }
}
