//! The time that goes into signatures, from the system or from a test.

use std::time::{Duration, SystemTime};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present time.
    fn now(&self) -> SystemTime;
}

/// The clock of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}

/// A clock that stands still, for tests and for replaying recorded exchanges.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(SystemTime);

impl FixedClock {
    /// A clock that always shows `time`.
    #[must_use]
    pub fn new(time: SystemTime) -> Self {
        Self(time)
    }

    /// A clock that always shows the time so many milliseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Panics
    /// Where the system has no such time: on Windows after the year 30 828.
    #[must_use]
    pub fn at_unix_millis(millis: u64) -> Self {
        Self(SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
    }
}

impl Clock for FixedClock {
    fn now(&self) -> SystemTime {
        self.0
    }
}
