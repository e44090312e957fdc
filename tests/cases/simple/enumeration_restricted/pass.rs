//! The values that are left.

use cases::simple::enumeration_restricted::{Short, Some};

pub fn main() {
    assert_eq!(Some::ALL, [Some::M, Some::Xl]);
    assert_eq!(Short::ALL, [Short::S, Short::M, Short::Xl]);
}
