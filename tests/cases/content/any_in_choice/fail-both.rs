//! Two branches at once.

use cases::content::any_in_choice::{Item, ItemCodeOrAny};

fn main() {
    let any = "<x xmlns='urn:x'/>".parse().expect("well-formed");
    let _ = Item { code_or_any: ItemCodeOrAny::Code(1), any };
}
