//! Runs the generated clients against an embedded service.
fn main() {}
