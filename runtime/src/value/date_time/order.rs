//! The order of dates and times (XML Schema Part 2, section 3.2.7.4): by the instant at which they
//! start; where one value alone has a zone, only if they are more than 14 hours apart.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::Offset;

/// Where a value starts: seconds by its own clock, 10^-18 seconds, and its zone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) seconds: i64,
    pub(super) attosecond: u64,
    pub(super) offset: Option<Offset>,
}

/// The widest that a zone can move a clock.
const WIDEST: i64 = 14 * 3_600;

impl Start {
    /// In UTC where there is a zone, else by the clock alone.
    fn key(&self) -> (i64, u64) {
        (self.seconds - self.offset.map_or(0, Offset::seconds), self.attosecond)
    }
}

impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        self.offset.is_some() == other.offset.is_some() && self.key() == other.key()
    }
}

impl Eq for Start {}

impl Hash for Start {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.offset.is_some(), self.key()).hash(state);
    }
}

impl PartialOrd for Start {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let (a, b) = (self.key(), other.key());
        if self.offset.is_some() == other.offset.is_some() {
            Some(a.cmp(&b))
        } else if (a.0 + WIDEST, a.1) < b {
            Some(Ordering::Less)
        } else if a > (b.0 + WIDEST, b.1) {
            Some(Ordering::Greater)
        } else {
            None
        }
    }
}

/// Implements equality, hash and partial order of a type by its `start`.
macro_rules! order_by_start {
    ($($type:ident),+) => {$(
        /// Whether both start at the same instant, by their zones or both without one.
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.start() == other.start()
            }
        }

        impl Eq for $type {}

        impl ::std::hash::Hash for $type {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                self.start().hash(state);
            }
        }

        /// Nothing where one value alone has a zone, and that zone decides.
        impl PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<::std::cmp::Ordering> {
                self.start().partial_cmp(&other.start())
            }
        }

        impl ::std::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!(stringify!($type), "({})"), self)
            }
        }

        $crate::value::forms::text_forms!($type);
    )+};
}

pub(super) use order_by_start;
