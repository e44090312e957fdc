//! A group has all of its required members.

use cases::content::part_names::OrderGGroup;

fn main() {
    let _ = OrderGGroup { g: String::new(), h: String::new(), i: String::new() };
}
