//! Octets as text: `xs:hexBinary` and `xs:base64Binary`.

mod attachment;
mod base64;
mod hex;

pub use attachment::Attachment;
pub use base64::Base64Binary;
pub use hex::HexBinary;

/// Implements the access to the octets of a newtype around `Vec<u8>` or `Bytes`.
macro_rules! octet_access {
    ($type:ident) => {
        impl ::std::ops::Deref for $type {
            type Target = [u8];

            fn deref(&self) -> &[u8] {
                &self.0
            }
        }

        impl AsRef<[u8]> for $type {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }

        impl From<Vec<u8>> for $type {
            fn from(octets: Vec<u8>) -> Self {
                Self(octets.into())
            }
        }

        impl From<&[u8]> for $type {
            fn from(octets: &[u8]) -> Self {
                Self(octets.to_vec().into())
            }
        }

        impl<const N: usize> From<[u8; N]> for $type {
            fn from(octets: [u8; N]) -> Self {
                Self(octets.to_vec().into())
            }
        }

        impl<const N: usize> From<&[u8; N]> for $type {
            fn from(octets: &[u8; N]) -> Self {
                Self(octets.to_vec().into())
            }
        }

        impl From<$type> for Vec<u8> {
            fn from(value: $type) -> Self {
                value.0.into()
            }
        }

        $crate::value::forms::text_forms!($type);
    };
}

use octet_access;
