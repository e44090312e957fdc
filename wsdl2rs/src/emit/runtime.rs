//! Every path into the runtime, once.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::model::xsd::Builtin;

/// The module that generated code may name.
pub(super) fn contract() -> TokenStream {
    quote! { ::wsdl2rs_runtime::codegen::v1 }
}

/// An item of the contract, by its absolute path.
pub(super) fn contract_item(name: &str) -> TokenStream {
    let name = format_ident!("{name}");
    quote! { ::wsdl2rs_runtime::codegen::v1::#name }
}

/// A value type.
pub(super) fn value(name: &str) -> TokenStream {
    let name = format_ident!("{name}");
    quote! { ::wsdl2rs_runtime::value::#name }
}

/// A list type.
pub(super) fn list(name: &str) -> TokenStream {
    let name = format_ident!("{name}");
    quote! { ::wsdl2rs_runtime::list::#name }
}

/// The Rust type of a built-in simple type, other than `String`, which a module may hide.
pub(super) fn builtin(builtin: Builtin) -> TokenStream {
    use Builtin as B;
    let name = match builtin {
        B::AnySimpleType | B::String => return quote! { ::std::string::String },
        B::Boolean => return quote! { bool },
        B::Float => return quote! { f32 },
        B::Double => return quote! { f64 },
        B::Long => return quote! { i64 },
        B::Int => return quote! { i32 },
        B::Short => return quote! { i16 },
        B::Byte => return quote! { i8 },
        B::UnsignedLong => return quote! { u64 },
        B::UnsignedInt => return quote! { u32 },
        B::UnsignedShort => return quote! { u16 },
        B::UnsignedByte => return quote! { u8 },
        B::QName | B::Notation => return quote! { ::wsdl2rs_runtime::QName },
        B::Decimal => "Decimal",
        B::Duration => "Duration",
        B::DateTime => "DateTime",
        B::Time => "Time",
        B::Date => "Date",
        B::GYearMonth => "GYearMonth",
        B::GYear => "GYear",
        B::GMonthDay => "GMonthDay",
        B::GDay => "GDay",
        B::GMonth => "GMonth",
        B::HexBinary => "HexBinary",
        B::Base64Binary => "Base64Binary",
        B::AnyUri => "AnyUri",
        B::NormalizedString => "NormalizedString",
        B::Token => "Token",
        B::Language => "Language",
        B::NmToken => "NmToken",
        B::NmTokens => "NmTokens",
        B::Name => "XmlName",
        B::NcName => "NcName",
        B::Id => "Id",
        B::IdRef => "IdRef",
        B::IdRefs => "IdRefs",
        B::Entity => "Entity",
        B::Entities => "Entities",
        B::Integer => "Integer",
        B::NonPositiveInteger => "NonPositiveInteger",
        B::NegativeInteger => "NegativeInteger",
        B::NonNegativeInteger => "NonNegativeInteger",
        B::PositiveInteger => "PositiveInteger",
    };
    value(name)
}
