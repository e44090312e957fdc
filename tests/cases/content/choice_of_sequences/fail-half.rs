//! Half a branch is none.

use cases::content::choice_of_sequences::AddressStreetGroupOrBoxGroupOrCodeStreetAndCity as Street;

fn main() {
    let _ = Street { street: "a".into() };
}
