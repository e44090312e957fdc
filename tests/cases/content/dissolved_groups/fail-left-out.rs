//! A required member of a group that is dissolved cannot be left out.

use cases::content::dissolved_groups::Order;

fn main() {
    let _ = Order {
        a: String::new(),
        b: String::new(),
        c: None,
        d: Vec::new(),
        f: None,
        g: None,
    };
}
