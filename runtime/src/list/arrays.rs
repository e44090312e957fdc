//! Which array lengths convert to which lists, as trait impls: so that a wrong length is an error
//! of the type checker, in `cargo check` and in an editor, with the numbers in its message.

use super::UNBOUNDED;

/// Stands for arrays in the bounds of the conversions from them.
#[derive(Debug)]
pub enum Array {}

/// Implemented where an array of `N` items has at least `MIN` of them.
#[diagnostic::on_unimplemented(
    message = "an array of length {N} does not convert to a list of at least {MIN} (minOccurs)",
    label = "length {N}, at least {MIN} required",
    note = "arrays and bounds up to 32 convert; for more, use `try_from(vec![…])`"
)]
pub trait AtLeast<const N: usize, const MIN: usize> {}

/// Implemented where an array of `N` items has at most `MAX` of them.
#[diagnostic::on_unimplemented(
    message = "an array of length {N} does not convert to a list of at most {MAX} (maxOccurs)",
    label = "length {N}, at most {MAX} allowed",
    note = "arrays and bounds up to 32 convert; for more, use `try_from(vec![…])`"
)]
pub trait AtMost<const N: usize, const MAX: usize> {}

#[doc(hidden)]
#[diagnostic::do_not_recommend]
impl<const N: usize> AtLeast<N, 0> for Array {}

#[doc(hidden)]
#[diagnostic::do_not_recommend]
impl<const MAX: usize> AtMost<0, MAX> for Array {}

/// For each number: that it is at least, and at most, each number before it and itself.
macro_rules! order {
    ([$($smaller:literal)*]) => {};
    ([$($smaller:literal)*] $number:literal $($greater:literal)*) => {
        #[doc(hidden)]
        #[diagnostic::do_not_recommend]
        impl AtMost<$number, UNBOUNDED> for Array {}
        order!(@pair $number $number);
        $(order!(@pair $smaller $number);)*
        order!([$($smaller)* $number] $($greater)*);
    };
    (@pair $smaller:literal $greater:literal) => {
        #[doc(hidden)]
        #[diagnostic::do_not_recommend]
        impl AtLeast<$greater, $smaller> for Array {}
        #[doc(hidden)]
        #[diagnostic::do_not_recommend]
        impl AtMost<$smaller, $greater> for Array {}
    };
}

order!([] 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32);

/// Conversions that must not compile, and beside each one that must.
///
/// ```
/// use wsdl2rs_runtime::list::{Bounded, NonEmpty};
/// let _: NonEmpty<u8> = [1].into();
/// let _: Bounded<u8, 1, 20> = [7; 20].into();
/// let _: Bounded<u8, 2, { usize::MAX }> = [7; 32].into();
/// let _: Bounded<u8, 0, 3> = [].into();
/// ```
///
/// ```compile_fail,E0277
/// use wsdl2rs_runtime::list::NonEmpty;
/// let _: NonEmpty<u8> = [].into();
/// ```
///
/// ```compile_fail,E0277
/// use wsdl2rs_runtime::list::Bounded;
/// let _: Bounded<u8, 1, 20> = [7; 21].into();
/// ```
///
/// ```compile_fail,E0277
/// use wsdl2rs_runtime::list::Bounded;
/// let _: Bounded<u8, 2, { usize::MAX }> = [7].into();
/// ```
#[cfg(doctest)]
struct MustNotCompile;
