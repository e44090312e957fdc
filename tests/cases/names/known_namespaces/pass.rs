//! A schema of WS-Addressing.

use cases::names::known_namespaces::Reference;

pub fn main() {
    let _ = Reference::new("urn:x").with_kind("k");
}
