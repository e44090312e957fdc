//! What generated types implement alike, as macros: only the path of the type differs, and the
//! generator has fewer tokens to make and to lay out.

/// `Blank` and `Complex` of a struct whose fields are attributes and elements, one row each: the
/// index, the field, and in parentheses the number of the namespace, the prefix with its colon, the
/// local name, and how often it occurs or whether it is required.
#[doc(hidden)]
#[macro_export]
macro_rules! __complex {
    (
        $ty:ty, $name:literal $(($type_namespace:literal, $type_local:literal))?, $content:ident;
        $(attributes {
            $($place:literal $attribute:ident: (
                $number:literal, $start:literal, $named:literal, $required:literal
            );)*
        })?
        $($index:literal $field:ident: (
            $namespace:literal, $prefix:literal, $local:literal, $min:literal, $($max:tt)+
        );)*
    ) => {
        impl $crate::codegen::v1::Blank for $ty {
            fn blank() -> Self {
                Self {
                    $($($attribute: $crate::codegen::v1::Blank::blank(),)*)?
                    $($field: $crate::codegen::v1::Blank::blank(),)*
                }
            }
        }

        impl $crate::codegen::v1::Complex for $ty {
            fn table(&self) -> &'static $crate::codegen::v1::Table {
                static TABLE: $crate::codegen::v1::Table = $crate::codegen::v1::Table::new(
                    $name,
                    &[$($($crate::codegen::v1::AttributeEntry {
                        namespace: $number,
                        local: $named,
                        required: $required,
                    },)*)?],
                    $crate::codegen::v1::Content::$content,
                    &[$($crate::codegen::v1::Entry {
                        namespace: $namespace,
                        local: $local,
                        tag: $crate::codegen::v1::Tag {
                            start: ::core::concat!("<", $prefix, $local, ">"),
                            end: ::core::concat!("</", $prefix, $local, ">"),
                        },
                        min: $min,
                        max: $($max)+,
                        open: None,
                    },)*],
                )
                $(.of_type($type_namespace, $type_local))?;
                &TABLE
            }

            $(
                fn read_attribute(
                    &mut self,
                    index: usize,
                    position: usize,
                    reader: &$crate::codegen::v1::Reader<'_>,
                ) -> $crate::codegen::v1::ReadResult {
                    match index {
                        $($place => $crate::codegen::v1::AttributeValue::read_attribute(
                            &mut self.$attribute,
                            position,
                            reader,
                        ),)*
                        _ => Ok(()),
                    }
                }

                fn write_attributes(
                    &self,
                    writer: &mut $crate::codegen::v1::Writer,
                ) -> $crate::codegen::v1::WriteResult {
                    $($crate::codegen::v1::AttributeValue::write_attribute(
                        &self.$attribute,
                        ::core::concat!(" ", $start, $named, "=\""),
                        writer,
                    )?;)*
                    Ok(())
                }
            )?

            fn read_member(
                &mut self,
                index: usize,
                reader: &mut $crate::codegen::v1::Reader<'_>,
            ) -> $crate::codegen::v1::ReadResult {
                match index {
                    $($index => $crate::codegen::v1::ReadXml::read(&mut self.$field, reader),)*
                    _ => reader.skip(),
                }
            }

            fn write_content(
                &self,
                writer: &mut $crate::codegen::v1::Writer,
            ) -> $crate::codegen::v1::WriteResult {
                let table = $crate::codegen::v1::Complex::table(self);
                #[allow(unused_mut, reason = "a struct may have no member")]
                let mut members = $crate::codegen::v1::Members::new(table, writer);
                $(members.write(&self.$field);)*
                members.finish()
            }
        }
    };
}

/// The name of a type that `xsi:type` can give.
#[doc(hidden)]
#[macro_export]
macro_rules! __named_type {
    ($ty:ty, $namespace:literal, $local:literal, $binding:path;) => {
        impl $crate::codegen::v1::NamedType for $ty {
            const NAME: $crate::QName = $crate::QName::from_static($namespace, $local);
            const BINDING: &'static $crate::codegen::v1::TypeBinding = &$binding;
        }
    };
}

/// `Element` of a marker: its value; number of the namespace, prefix with colon, local name; and
/// the namespace, all those of the contract, and the declarations that a document begins with.
#[doc(hidden)]
#[macro_export]
macro_rules! __global_element {
    (
        $marker:ident: $value:ty;
        ($number:literal, $prefix:literal, $local:literal);
        $namespace:literal, $namespaces:path, $declarations:literal;
    ) => {
        impl $crate::Element for $marker {
            type Value = $value;
            const NAME: $crate::QName = $crate::QName::from_static($namespace, $local);
            const BINDING: $crate::codegen::v1::Binding = $crate::codegen::v1::Binding {
                namespaces: $namespaces,
                namespace: $number,
                tag: &$crate::codegen::v1::Tag {
                    start: ::core::concat!("<", $prefix, $local, ">"),
                    end: ::core::concat!("</", $prefix, $local, ">"),
                },
                declarations: $declarations,
            };
        }
    };
}

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

/// What a type that is a checked text has of `str`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_text {
    ($ty:ty) => {
        impl AsRef<str> for $ty {
            fn as_ref(&self) -> &str {
                self.get().as_ref()
            }
        }

        impl TryFrom<&str> for $ty {
            type Error = $crate::codegen::v1::ValueError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl TryFrom<String> for $ty {
            type Error = $crate::codegen::v1::ValueError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
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
