//! The integers on one side of zero (XML Schema Part 2, sections 3.3.14, 3.3.15, 3.3.20, 3.3.25).

use super::Integer;
use crate::value::forms::text_forms;
use crate::value::{TextValue, ValueError};

macro_rules! one_sided_integers {
    ($(
        $(#[$doc:meta])*
        $type:ident, $name:literal, $expected:literal, $holds:expr;
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $type(Integer);

        impl $type {
            /// The number as an integer that may have any sign.
            #[must_use]
            pub fn as_integer(&self) -> &Integer {
                &self.0
            }

            pub(crate) const fn unchecked(value: i64) -> Self {
                Self(Integer::new(value))
            }
        }

        impl TextValue for $type {
            const TYPE_NAME: &'static str = $name;
            const PLAIN: bool = true;

            fn parse(text: &str) -> Result<Self, ValueError> {
                Integer::parse_as($name, text)?.try_into()
            }

            fn write(&self, out: &mut String) {
                self.0.write(out);
            }
        }

        text_forms!($type);

        impl From<$type> for Integer {
            fn from(value: $type) -> Self {
                value.0
            }
        }

        /// An error for a number on the wrong side of zero.
        impl TryFrom<Integer> for $type {
            type Error = ValueError;

            fn try_from(value: Integer) -> Result<Self, ValueError> {
                let holds: fn(i8) -> bool = $holds;
                if holds(value.signum()) {
                    Ok(Self(value))
                } else {
                    Err(ValueError::new($name, $expected))
                }
            }
        }
    )+};
}

one_sided_integers! {
    /// A whole number of any size that is 0 or more.
    ///
    /// ```
    /// use wsdl2rs_runtime::value::NonNegativeInteger;
    ///
    /// let count = NonNegativeInteger::from(5_u32);
    /// assert_eq!(u16::try_from(&count)?, 5);
    /// assert!("-1".parse::<NonNegativeInteger>().is_err());
    /// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
    /// ```
    NonNegativeInteger, "xs:nonNegativeInteger", "expected a number of at least 0", |sign| sign >= 0;
    /// A whole number of any size that is 1 or more.
    ///
    /// ```
    /// use wsdl2rs_runtime::value::PositiveInteger;
    ///
    /// let count = PositiveInteger::try_from(5)?;
    /// assert_eq!(count.to_string(), "5");
    /// assert!(PositiveInteger::try_from(0).is_err());
    /// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
    /// ```
    PositiveInteger, "xs:positiveInteger", "expected a number of at least 1", |sign| sign > 0;
    /// A whole number of any size that is 0 or less.
    NonPositiveInteger, "xs:nonPositiveInteger", "expected a number of at most 0", |sign| sign <= 0;
    /// A whole number of any size that is -1 or less.
    NegativeInteger, "xs:negativeInteger", "expected a number of at most -1", |sign| sign < 0;
}

macro_rules! checked_from {
    ($($type:ident: $($machine:ty),+;)+) => {$($(
        /// An error for a number on the wrong side of zero.
        impl TryFrom<$machine> for $type {
            type Error = ValueError;

            fn try_from(value: $machine) -> Result<Self, ValueError> {
                Integer::from(value).try_into()
            }
        }
    )+)+};
}

checked_from! {
    NonNegativeInteger: i8, i16, i32, i64;
    PositiveInteger: i8, i16, i32, i64, u8, u16, u32, u64, usize;
    NonPositiveInteger: i8, i16, i32, i64;
    NegativeInteger: i8, i16, i32, i64;
}

macro_rules! non_negative_from {
    ($($machine:ty),+) => {$(
        impl From<$machine> for NonNegativeInteger {
            fn from(value: $machine) -> Self {
                Self(Integer::from(value))
            }
        }
    )+};
}

non_negative_from!(u8, u16, u32, u64, usize);

/// Conversions to the machine integers; a number that does not fit is an error.
macro_rules! to_machine {
    ($($type:ident: $($machine:ty),+;)+) => {$($(
        impl TryFrom<&$type> for $machine {
            type Error = ValueError;

            fn try_from(value: &$type) -> Result<Self, ValueError> {
                Self::try_from(&value.0)
            }
        }

        impl TryFrom<$type> for $machine {
            type Error = ValueError;

            fn try_from(value: $type) -> Result<Self, ValueError> {
                Self::try_from(&value.0)
            }
        }
    )+)+};
}

to_machine! {
    NonNegativeInteger: i8, i16, i32, i64, u8, u16, u32, u64;
    PositiveInteger: i8, i16, i32, i64, u8, u16, u32, u64;
    NonPositiveInteger: i8, i16, i32, i64;
    NegativeInteger: i8, i16, i32, i64;
}

impl From<PositiveInteger> for NonNegativeInteger {
    fn from(value: PositiveInteger) -> Self {
        Self(value.0)
    }
}

impl From<NegativeInteger> for NonPositiveInteger {
    fn from(value: NegativeInteger) -> Self {
        Self(value.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::from_text;

    #[test]
    fn each_type_keeps_to_its_side_of_zero() {
        // Text; whether it is non-negative, positive, non-positive, negative.
        let rows = [
            ("0", [true, false, true, false]),
            ("-0", [true, false, true, false]),
            ("+0", [true, false, true, false]),
            ("1", [true, true, false, false]),
            ("+126789675432330000000", [true, true, false, false]),
            ("-1", [false, false, true, true]),
            ("-126789675432330000000", [false, false, true, true]),
            ("1.0", [false; 4]),
            ("", [false; 4]),
        ];
        for (text, expected) in rows {
            let found = [
                from_text::<NonNegativeInteger>(text).is_ok(),
                from_text::<PositiveInteger>(text).is_ok(),
                from_text::<NonPositiveInteger>(text).is_ok(),
                from_text::<NegativeInteger>(text).is_ok(),
            ];
            assert_eq!(found, expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(number: u64) {
            let number = Integer::from(number);
            let count = NonNegativeInteger::try_from(number.clone())?;
            prop_assert_eq!(from_text(&count.to_string()), Ok(count.clone()));
            prop_assert_eq!(Integer::from(count), number);
        }
    }

    #[test]
    fn errors_name_the_type_and_the_bound() {
        let rows = [
            ("0", "not a valid xs:positiveInteger: expected a number of at least 1"),
            ("x", "not a valid xs:positiveInteger: expected digits, with or without a sign"),
        ];
        for (text, message) in rows {
            let error = from_text::<PositiveInteger>(text).expect_err("an invalid row");
            assert_eq!(error.to_string(), message);
        }
    }
}
