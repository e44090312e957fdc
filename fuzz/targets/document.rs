//! See `tests/src/fuzz/document.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wsdl2rs_tests::fuzz::target("document")(data));
