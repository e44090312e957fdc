//! `xs:float` and `xs:double` (XML Schema Part 2, sections 3.2.4 and 3.2.5) in formats whose
//! numbers are finite, such as JSON: what is not finite is its lexical form.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::nillable::{WithAttributes, is_plain};
use crate::codec::Blank;
use crate::list::{Bounded, List, NonEmpty};
use crate::value::{Nillable, TextList, TextValue, ValueError, from_text, to_text};

/// Writes a number, or what holds numbers.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Floats, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.write(serializer)
}

/// Reads a number, or what holds numbers.
///
/// # Errors
/// When it is none, or a list has too few or too many.
pub fn deserialize<'de, T: Floats, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// Reads the numbers that a type holds, and makes a value of them by its constructor.
///
/// # Errors
/// Those of reading, and of the constructor.
pub fn checked<'de, H: Floats, T, D: Deserializer<'de>>(
    deserializer: D,
    new: impl FnOnce(H) -> Result<T, ValueError>,
) -> Result<T, D::Error> {
    new(H::read(deserializer)?).map_err(de::Error::custom)
}

/// Numbers and what holds them.
pub trait Floats: Sized {
    /// Whether it can be nil, which is null: then null is not absence.
    const IS_NILLABLE: bool = false;

    #[doc(hidden)]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    #[doc(hidden)]
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// A number where serde's own traits are asked for.
struct Form<T>(T);

impl<T: Floats> Serialize for Form<&T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl<'de, T: Floats> Deserialize<'de> for Form<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self)
    }
}

macro_rules! numbers {
    ($($ty:ident $serialize:ident $deserialize:ident)*) => {$(
        impl Floats for $ty {
            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if self.is_finite() || !serializer.is_human_readable() {
                    serializer.$serialize(*self)
                } else {
                    serializer.serialize_str(&to_text(self))
                }
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    deserializer.deserialize_any(Number::<Self>(PhantomData))
                } else {
                    deserializer.$deserialize(Number::<Self>(PhantomData))
                }
            }
        }

        impl Visitor<'_> for Number<$ty> {
            type Value = $ty;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a number, or the text of {}", <$ty as TextValue>::TYPE_NAME)
            }

            #[allow(clippy::cast_possible_truncation, reason = "the nearest number is meant")]
            fn visit_f64<E: de::Error>(self, value: f64) -> Result<$ty, E> {
                Ok(value as $ty)
            }

            #[allow(clippy::cast_precision_loss, reason = "the nearest number is meant")]
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<$ty, E> {
                Ok(value as $ty)
            }

            #[allow(clippy::cast_precision_loss, reason = "the nearest number is meant")]
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<$ty, E> {
                Ok(value as $ty)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<$ty, E> {
                from_text(text).map_err(E::custom)
            }
        }
    )*};
}

/// Reads one number.
struct Number<T>(PhantomData<T>);

numbers!(f32 serialize_f32 deserialize_f32 f64 serialize_f64 deserialize_f64);

impl<T: Floats> Floats for Option<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_ref().map(Form).serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if T::IS_NILLABLE {
            return T::read(deserializer).map(Some);
        }
        Ok(Option::<Form<T>>::deserialize(deserializer)?.map(|form| form.0))
    }
}

impl<T: Floats, A: Blank + Serialize + for<'de> Deserialize<'de> + 'static> Floats
    for Nillable<T, A>
{
    const IS_NILLABLE: bool = true;

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if is_plain::<A>() {
            return self.as_option().map(Form).serialize(serializer);
        }
        let form = match self {
            Self::Nil(attributes) => WithAttributes::Nil(attributes),
            Self::Value(value) => WithAttributes::Value(Form(value)),
        };
        form.serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Nillable::<Form<T>, A>::deserialize(deserializer)?.map(|form| form.0))
    }
}

fn write_items<T: Floats, S: Serializer>(items: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let mut sequence = serializer.serialize_seq(Some(items.len()))?;
    for item in items {
        sequence.serialize_element(&Form(item))?;
    }
    sequence.end()
}

fn read_items<'de, T: Floats, L: List<Item = T>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<L, D::Error> {
    let mut list = L::blank();
    for form in Vec::<Form<T>>::deserialize(deserializer)? {
        list.push_unchecked(form.0);
    }
    list.check_length().map_err(de::Error::custom)?;
    Ok(list)
}

macro_rules! lists {
    ($ty:ty, [$($bounds:tt)*]) => {
        impl<T: Floats, $($bounds)*> Floats for $ty {
            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                write_items(self.as_slice(), serializer)
            }

            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read_items(deserializer)
            }
        }
    };
}

lists!(Vec<T>, []);
lists!(NonEmpty<T>, []);
lists!(Bounded<T, MIN, MAX>, [const MIN: usize, const MAX: usize]);

impl<T: Floats, L: List<Item = T>> Floats for TextList<T, L> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_items(self.as_items().as_slice(), serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_items(deserializer).map(Self::new)
    }
}
