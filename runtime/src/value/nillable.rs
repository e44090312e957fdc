//! Elements that may be nil (XML Schema Part 1, section 2.6.2).

use crate::codec::Blank;

/// The content of a nillable element: nil, or a value.
///
/// A nil element has no content, yet may carry attributes; `A` is what holds them. In an
/// `Option<Nillable<T>>`, absent, nil and a value are three states.
///
/// ```
/// use wsdl2rs_runtime::value::Nillable;
///
/// let price: Nillable<u32> = 5.into();
/// assert_eq!(price.as_option(), Some(&5));
/// assert!(Nillable::<u32>::nil().is_nil());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Nillable<T, A = ()> {
    /// `xsi:nil="true"`, with the element's attributes.
    Nil(A),
    /// The element's value.
    Value(T),
}

impl<T, A> Nillable<T, A> {
    /// Nil, with attributes that are all absent.
    #[must_use]
    pub fn nil() -> Self
    where
        A: Default,
    {
        Self::Nil(A::default())
    }

    /// Whether it is nil.
    #[must_use]
    pub const fn is_nil(&self) -> bool {
        matches!(self, Self::Nil(_))
    }

    /// The value, unless it is nil.
    #[must_use]
    pub const fn as_option(&self) -> Option<&T> {
        match self {
            Self::Nil(_) => None,
            Self::Value(value) => Some(value),
        }
    }

    /// The value, for change in place, unless it is nil.
    #[must_use]
    pub const fn as_option_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Nil(_) => None,
            Self::Value(value) => Some(value),
        }
    }

    /// The value, unless it is nil; attributes of a nil element are dropped.
    #[must_use]
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Nil(_) => None,
            Self::Value(value) => Some(value),
        }
    }

    /// Changes the value by `change`; nil stays nil.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Nillable<U, A> {
        match self {
            Self::Nil(attributes) => Nillable::Nil(attributes),
            Self::Value(value) => Nillable::Value(change(value)),
        }
    }

    /// Nil and value as references.
    #[must_use]
    pub const fn as_ref(&self) -> Nillable<&T, &A> {
        match self {
            Self::Nil(attributes) => Nillable::Nil(attributes),
            Self::Value(value) => Nillable::Value(value),
        }
    }
}

impl<T, A> From<T> for Nillable<T, A> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T, A> From<Nillable<T, A>> for Option<T> {
    fn from(nillable: Nillable<T, A>) -> Self {
        nillable.into_option()
    }
}

/// Nil, for a value may lead back to the type that holds it.
impl<T, A: Blank> Blank for Nillable<T, A> {
    fn blank() -> Self {
        Self::Nil(A::blank())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nil_keeps_its_attributes_and_a_value_stays_one() {
        let mut value: Nillable<u8, &str> = 1.into();
        let nil: Nillable<u8, &str> = Nillable::Nil("reason");
        assert_eq!((value.is_nil(), nil.is_nil()), (false, true));
        assert_eq!((value.as_option(), nil.as_option()), (Some(&1), None));
        if let Some(value) = value.as_option_mut() {
            *value += 1;
        }
        assert_eq!(value.map(u16::from), Nillable::Value(2));
        assert_eq!(nil.map(u16::from), Nillable::Nil("reason"));
        assert_eq!(nil.as_ref(), Nillable::Nil(&"reason"));
        assert_eq!((value.into_option(), Option::from(nil)), (Some(2), None::<u8>));
        assert_eq!(Nillable::<u8>::nil(), Nillable::Nil(()));
    }
}
