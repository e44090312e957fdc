//! See `tests/src/fuzz/head.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wsdl2rs_tests::fuzz::target("head")(data));
