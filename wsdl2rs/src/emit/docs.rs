//! Doc comments: one attribute a line.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::doc::Doc;

/// The doc attributes of an item.
pub(super) fn emit(doc: &Doc) -> TokenStream {
    let lines = doc.lines().iter().map(|line| line_of(line));
    quote! { #(#[doc = #lines])* }
}

/// A line with the space that `///` has before text.
fn line_of(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}
