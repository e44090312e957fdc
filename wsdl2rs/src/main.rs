//! The command line of wsdl2rs.
fn main() {}
