//! Nothing to give.

use cases::structs::empty::Ping;

pub fn main() {
    assert_eq!(Ping::default(), Ping {});
}
