//! Runs.
fn main() {}
