//! The offset of a zone from UTC (XML Schema Part 2, section 3.2.7.1).

use std::fmt;
use std::num::NonZeroI16;

use super::fault::Fault;
use super::write;
use crate::value::ValueError;

/// How far local time is ahead of UTC: whole minutes from -14:00 to +14:00.
///
/// ```
/// use wsdl2rs_runtime::value::Offset;
///
/// assert_eq!(Offset::from_minutes(-300)?.to_string(), "-05:00");
/// assert_eq!(Offset::UTC.to_string(), "Z");
/// assert!(Offset::from_minutes(841).is_err());
/// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Offset(NonZeroI16);

/// What is added to the minutes, so that `Option<Offset>` needs no more room than they do.
const BIAS: i16 = 1_000;

impl Offset {
    /// No offset: `Z`, or `+00:00`.
    pub const UTC: Self = match NonZeroI16::new(BIAS) {
        Some(biased) => Self(biased),
        None => panic!("the bias is not zero"),
    };

    /// The offset of so many minutes, positive to the east.
    ///
    /// # Errors
    /// When it is not from -840 to 840.
    pub fn from_minutes(minutes: i16) -> Result<Self, ValueError> {
        Self::checked(minutes).map_err(|fault| fault.error("zone", "a zone"))
    }

    pub(super) fn checked(minutes: i16) -> Result<Self, Fault> {
        let biased = if (-840..=840).contains(&minutes) { minutes + BIAS } else { 0 };
        NonZeroI16::new(biased).map(Self).ok_or(Fault::Zone)
    }

    /// The offset in minutes, positive to the east.
    #[must_use]
    pub const fn minutes(self) -> i16 {
        self.0.get() - BIAS
    }

    pub(super) fn seconds(self) -> i64 {
        i64::from(self.minutes()) * 60
    }
}

/// `Z`, or such as `+02:00`.
impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        write::zone(&mut text, Some(*self));
        f.pad(&text)
    }
}

impl fmt::Debug for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Offset({self})")
    }
}
