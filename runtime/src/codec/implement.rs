//! What generated types implement alike, as macros: only the path of the type differs, and the
//! generator has fewer tokens to make and to lay out.

/// `ReadXml` and `WriteXml` of a type that is `Complex`, as the content of an element.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_element {
    ($ty:ty) => {
        impl $crate::codegen::v1::ReadXml for $ty {
            fn read(
                &mut self,
                reader: &mut $crate::codegen::v1::Reader<'_>,
            ) -> $crate::codegen::v1::ReadResult {
                $crate::codegen::v1::read_element(self, reader)
            }
        }

        impl $crate::codegen::v1::WriteXml for $ty {
            fn write(
                &self,
                tag: &'static $crate::codegen::v1::Tag,
                writer: &mut $crate::codegen::v1::Writer,
            ) -> $crate::codegen::v1::WriteResult {
                $crate::codegen::v1::write_element(self, tag, writer)
            }
        }
    };
}

/// `ReadXml` and `WriteXml` of a type that is `Complex`, as a part of the content of another: it
/// has no element, so no tags and no `xsi:nil`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_part {
    ($ty:ty) => {
        impl $crate::codegen::v1::ReadXml for $ty {
            const JUDGES_NIL: bool = true;

            fn read(
                &mut self,
                reader: &mut $crate::codegen::v1::Reader<'_>,
            ) -> $crate::codegen::v1::ReadResult {
                $crate::codegen::v1::read_part(self, reader)
            }
        }

        impl $crate::codegen::v1::WriteXml for $ty {
            fn write(
                &self,
                _tag: &'static $crate::codegen::v1::Tag,
                writer: &mut $crate::codegen::v1::Writer,
            ) -> $crate::codegen::v1::WriteResult {
                $crate::codegen::v1::Complex::write_content(self, writer)
            }
        }
    };
}

/// `FromStr`, `ReadXml` and `WriteXml` of a type that is a `TextValue`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_simple {
    ($ty:ty) => {
        impl ::core::str::FromStr for $ty {
            type Err = $crate::codegen::v1::ValueError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::codegen::v1::from_text(text)
            }
        }

        impl $crate::codegen::v1::ReadXml for $ty {
            fn read(
                &mut self,
                reader: &mut $crate::codegen::v1::Reader<'_>,
            ) -> $crate::codegen::v1::ReadResult {
                $crate::codegen::v1::read_simple(self, reader)
            }
        }

        impl $crate::codegen::v1::WriteXml for $ty {
            fn write(
                &self,
                tag: &'static $crate::codegen::v1::Tag,
                writer: &mut $crate::codegen::v1::Writer,
            ) -> $crate::codegen::v1::WriteResult {
                $crate::codegen::v1::write_simple(self, tag, writer)
            }
        }
    };
}
