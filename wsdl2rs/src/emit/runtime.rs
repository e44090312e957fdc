//! Every path into the runtime, once.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::ir::ty::Builtin;

/// The module that generated code may name, for an import.
pub(super) fn contract() -> TokenStream {
    quote! { ::wsdl2rs_runtime::codegen::v1 }
}

/// An item of the contract.
pub(super) fn contract_item(name: &str) -> TokenStream {
    let name = format_ident!("{name}");
    quote! { ::wsdl2rs_runtime::codegen::v1::#name }
}

/// The Rust type of a built-in simple type: a name of the language, or of the runtime.
pub(super) fn builtin(builtin: Builtin) -> Result<TokenStream, &'static str> {
    use Builtin as B;
    let name = match builtin {
        B::AnySimpleType | B::String => "String",
        B::Boolean => return Ok(quote! { bool }),
        B::Float => return Ok(quote! { f32 }),
        B::Double => return Ok(quote! { f64 }),
        B::Long => return Ok(quote! { i64 }),
        B::Int => return Ok(quote! { i32 }),
        B::Short => return Ok(quote! { i16 }),
        B::Byte => return Ok(quote! { i8 }),
        B::UnsignedLong => return Ok(quote! { u64 }),
        B::UnsignedInt => return Ok(quote! { u32 }),
        B::UnsignedShort => return Ok(quote! { u16 }),
        B::UnsignedByte => return Ok(quote! { u8 }),
        B::QName | B::Notation => "QName",
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
    Err(name)
}
