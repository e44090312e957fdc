//! What generated array types implement alike, as macros.

/// What a newtype over an [`Array`](crate::encoding::Array) has of it, and its reading and writing:
/// the type, its items, and the number of dimensions, which the literal 1 says as well for what
/// only a list has; then the attribute `arrayType`, the item's tags, and whether places may be
/// empty.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_array {
    ($ty:ty, $item:ty, 1, $($table:tt)*) => {
        $crate::__impl_array!(@any $ty, $item, 1, $($table)*);

        impl ::core::convert::From<::std::vec::Vec<$item>> for $ty {
            fn from(items: ::std::vec::Vec<$item>) -> Self {
                Self(items.into())
            }
        }

        impl<const N: usize> ::core::convert::From<[$item; N]> for $ty {
            fn from(items: [$item; N]) -> Self {
                Self(items.into())
            }
        }

        impl ::core::iter::FromIterator<$item> for $ty {
            fn from_iter<I: ::core::iter::IntoIterator<Item = $item>>(items: I) -> Self {
                Self(items.into_iter().collect())
            }
        }
    };
    ($ty:ty, $item:ty, $rank:literal, $($table:tt)*) => {
        $crate::__impl_array!(@any $ty, $item, $rank, $($table)*);
    };
    (@any $ty:ty, $item:ty, $rank:literal, $type:literal, $start:expr, $end:expr, $sparse:literal) => {
        impl ::core::ops::Deref for $ty {
            type Target = $crate::encoding::Array<$item, $rank>;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl ::core::ops::DerefMut for $ty {
            fn deref_mut(&mut self) -> &mut Self::Target {
                &mut self.0
            }
        }

        impl ::core::convert::From<$crate::encoding::Array<$item, $rank>> for $ty {
            fn from(array: $crate::encoding::Array<$item, $rank>) -> Self {
                Self(array)
            }
        }

        impl ::core::iter::IntoIterator for $ty {
            type Item = $item;
            type IntoIter = ::std::vec::IntoIter<$item>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.into_iter()
            }
        }

        impl<'a> ::core::iter::IntoIterator for &'a $ty {
            type Item = &'a $item;
            type IntoIter = ::core::slice::Iter<'a, $item>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }

        impl $crate::codegen::v1::Blank for $ty {
            fn blank() -> Self {
                Self(::core::default::Default::default())
            }
        }

        impl $crate::codegen::v1::ReadXml for $ty {
            fn read(
                &mut self,
                reader: &mut $crate::codegen::v1::Reader<'_>,
            ) -> $crate::codegen::v1::ReadResult {
                $crate::codegen::v1::read_array(&mut self.0, Self::TABLE, reader)
            }
        }

        impl $crate::codegen::v1::WriteXml for $ty {
            fn write(
                &self,
                tag: &'static $crate::codegen::v1::Tag,
                writer: &mut $crate::codegen::v1::Writer,
            ) -> $crate::codegen::v1::WriteResult {
                $crate::codegen::v1::write_array(&self.0, Self::TABLE, tag, writer)
            }
        }

        impl $ty {
            const TABLE: &'static $crate::codegen::v1::ArrayTable =
                &$crate::codegen::v1::ArrayTable {
                    array_type: $type,
                    item: $crate::codegen::v1::Tag { start: $start, end: $end },
                    sparse: $sparse,
                };
        }
    };
}
