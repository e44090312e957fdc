//! A part cannot be forgotten, and cannot be another one's.

use cases::clients::rpc_literal::{Currency, Range, calls};

pub fn main() {
    let range = Range::new("2026-01-01".parse().expect("a date"));
    let _ = calls::GetPrices { symbol: "RUST".to_owned(), currency: Currency::Eur };
    let _ = calls::GetPrices { symbol: "RUST".to_owned(), range, currency: "EUR" };
}
