//! A value that a facet forbids is not there.

use cases::simple::enumeration_restricted::Short;

fn main() {
    let _ = Short::Xxl;
}
