//! A part cannot be forgotten.

use cases::clients::several_elements_in_the_body::Ask;

pub fn main() {
    let _ = Ask { symbol: "RUST".to_owned() };
}
