//! Half a branch is none.

use cases::content::choice_of_sequences::AddressStreetGroup as Street;

fn main() {
    let _ = Street { street: "a".into() };
}
