//! A branch has the type of its own element.

use cases::content::choice::OrderCardOrCash;

fn main() {
    let _ = OrderCardOrCash::Cash("4000".to_owned());
}
