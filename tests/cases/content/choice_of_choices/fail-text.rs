//! An element without content has no text.

use cases::content::choice_of_choices::AnyAOrBOrC;

fn main() {
    let _ = AnyAOrBOrC::C("c".to_owned());
}
