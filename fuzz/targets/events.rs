//! See `tests/src/fuzz/events.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wsdl2rs_tests::fuzz::target("events")(data));
