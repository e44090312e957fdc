//! Values made by chance: a source that `serde` reads from. What the schema forbids is refused by
//! the types, so that what comes of it is any value that a caller can make.

use std::fmt::{self, Display};

use wsdl2rs_runtime::codegen::v1::serde::de::value::{Error, StrDeserializer};
use wsdl2rs_runtime::codegen::v1::serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use wsdl2rs_runtime::codegen::v1::serde::forward_to_deserialize_any;

use super::lexical;

/// How deep a value may be.
const MOST_DEEP: usize = 24;

/// Numbers of a fixed sequence, and texts that a schema takes.
pub(crate) struct Random<'w> {
    state: u64,
    words: &'w [String],
    depth: usize,
}

impl<'w> Random<'w> {
    pub(crate) fn new(seed: u64, words: &'w [String]) -> Self {
        let mut random =
            Self { state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1, words, depth: 0 };
        random.below(2);
        random
    }

    /// The next number, by xorshift.
    fn next(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or(0) % limit.max(1)
    }

    pub(crate) fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    pub(crate) fn choose<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.below(among.len())]
    }

    /// A text of the documents of the case.
    pub(crate) fn word(&mut self) -> &'w str {
        if self.words.is_empty() { "" } else { &self.words[self.below(self.words.len())] }
    }

    fn integer(&mut self, min: i64, max: i64) -> i64 {
        match self.below(6) {
            0 => min,
            1 => max,
            2 => self.word().parse().unwrap_or(0),
            3 => i64::from_ne_bytes(self.next().to_ne_bytes()),
            _ => i64::try_from(self.below(20)).unwrap_or(0) - 5,
        }
    }

    fn float(&mut self) -> f64 {
        let some = [0.0, -0.0, 1.0, 0.1, -2.5, 1e300, 5e-324, f64::INFINITY, f64::NEG_INFINITY];
        match self.below(4) {
            0 => self.choose(&some),
            1 => self.word().parse().unwrap_or(0.5),
            _ => {
                let value = f64::from_bits(self.next());
                if value.is_nan() { 0.25 } else { value }
            }
        }
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Error>) -> Result<T, Error> {
        if self.depth == MOST_DEEP {
            return Err(Error::custom("too deep"));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// How many items a list has.
    fn length(&mut self) -> usize {
        if self.depth > MOST_DEEP / 3 { 0 } else { self.choose(&[0, 1, 1, 2, 3]) }
    }
}

/// What a visitor says that it expects.
struct Expected<'v, V>(&'v V);

impl<'de, V: Visitor<'de>> Display for Expected<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
}

macro_rules! integers {
    ($($deserialize:ident $visit:ident $ty:ident)*) => {$(
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let (min, max) = (i64::try_from($ty::MIN).unwrap_or(i64::MIN), i64::try_from($ty::MAX).unwrap_or(i64::MAX));
            let value = self.integer(min, max);
            visitor.$visit($ty::try_from(value).unwrap_or(1))
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Random<'_> {
    type Error = Error;

    integers! {
        deserialize_i8 visit_i8 i8 deserialize_i16 visit_i16 i16 deserialize_i32 visit_i32 i32
        deserialize_i64 visit_i64 i64 deserialize_u8 visit_u8 u8 deserialize_u16 visit_u16 u16
        deserialize_u32 visit_u32 u32 deserialize_u64 visit_u64 u64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if Expected(&visitor).to_string().starts_with("a number") {
            let value = self.float();
            return if value.is_finite() {
                visitor.visit_f64(value)
            } else {
                visitor.visit_str(if value > 0.0 { "INF" } else { "-INF" })
            };
        }
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let value = !self.one_in(2);
        visitor.visit_bool(value)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let expected = Expected(&visitor).to_string();
        let text = lexical::text(self, expected.strip_prefix("the text of ").unwrap_or_default());
        visitor.visit_str(&text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.depth > MOST_DEEP / 3 || self.one_in(2) {
            return visitor.visit_none();
        }
        self.deeper(|random| visitor.visit_some(random))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let left = self.length();
        self.deeper(|random| visitor.visit_seq(Items { random, left }))
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deeper(|random| visitor.visit_seq(Items { random, left: length }))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let left = self.choose(&[0, 0, 1, 2]);
        self.deeper(|random| visitor.visit_map(Items { random, left }))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deeper(|random| visitor.visit_map(Members { random, fields }))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deeper(|random| visitor.visit_enum(Branch { random, variants }))
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

/// Items of a list, or attributes by name.
struct Items<'r, 'w> {
    random: &'r mut Random<'w>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.random).map(Some)
    }
}

impl<'de> MapAccess<'de> for Items<'_, '_> {
    type Error = Error;

    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(&mut *self.random)
    }
}

/// The members of a struct, of which few are left out.
struct Members<'r, 'w> {
    random: &'r mut Random<'w>,
    fields: &'static [&'static str],
}

impl<'de> MapAccess<'de> for Members<'_, '_> {
    type Error = Error;

    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        while let [field, rest @ ..] = self.fields {
            self.fields = rest;
            if !self.random.one_in(16) {
                let field: StrDeserializer<'_, Error> = field.into_deserializer();
                return seed.deserialize(field).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(&mut *self.random)
    }
}

/// A variant of an enum.
struct Branch<'r, 'w> {
    random: &'r mut Random<'w>,
    variants: &'static [&'static str],
}

impl<'de> EnumAccess<'de> for Branch<'_, '_> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), Error> {
        let variant: StrDeserializer<'_, Error> =
            self.random.choose(self.variants).into_deserializer();
        Ok((seed.deserialize(variant)?, self))
    }
}

impl<'de> VariantAccess<'de> for Branch<'_, '_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.random)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("no generated type has such a variant"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        Err(Error::custom("no generated type has such a variant"))
    }
}
