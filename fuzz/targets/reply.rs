//! See `tests/src/fuzz/reply.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wsdl2rs_tests::fuzz::target("reply")(data));
