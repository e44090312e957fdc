//! See `tests/src/fuzz/pattern.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wsdl2rs_tests::fuzz::target("pattern")(data));
