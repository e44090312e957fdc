//! Reads and writes the messages of one element, for the harness of the cases. What comes of a
//! message is written into files beside each other: `NAME.strict` and `NAME.tolerant`.

use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use wsdl2rs_runtime::Element;
use wsdl2rs_runtime::xml::{self, ReadOptions};

/// Reads the document at `from` as the element, and writes what comes of it to `to`.
pub(crate) fn exchange<E: Element>(from: &Path, to: &Path)
where
    E::Value: Debug + PartialEq,
{
    let text = fs::read(from).expect("the message can be read");
    let put = |extension: &str, outcome: String| {
        fs::write(to.with_extension(extension), outcome).expect("the outcome can be written");
    };
    put("strict", outcome::<E>(&text, &ReadOptions::strict()));
    let skipped = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&skipped);
    let options = ReadOptions::default().on_skipped(move |item| {
        seen.lock().unwrap_or_else(PoisonError::into_inner).push(item.to_string());
    });
    let mut tolerant = outcome::<E>(&text, &options);
    for item in skipped.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        tolerant = format!("{item}\n{tolerant}");
    }
    put("tolerant", tolerant);
}

/// `error: …`, or `read` and the document that is written of the value.
fn outcome<E: Element>(text: &[u8], options: &ReadOptions) -> String
where
    E::Value: Debug + PartialEq,
{
    let value = match xml::from_slice_with::<E>(text, options) {
        Ok(value) => value,
        Err(error) => return format!("error: {error}\n"),
    };
    let written = match xml::to_string::<E>(&value) {
        Ok(written) => written,
        Err(error) => return format!("not written: {error}\n"),
    };
    match xml::from_str_with::<E>(&written, &ReadOptions::strict()) {
        Ok(again) if is_equal(&again, &value) => format!("read\n{written}\n"),
        Ok(again) => format!("read again as\n{again:#?}\nand first as\n{value:#?}\n{written}\n"),
        Err(error) => format!("not read again: {error}\n{written}\n"),
    }
}

/// Whether two values are equal; a value with a number that is none is equal to nothing but looks
/// the same.
fn is_equal<T: Debug + PartialEq>(one: &T, other: &T) -> bool {
    one == other || format!("{one:?}") == format!("{other:?}")
}
