//! A text alone leaves open which of the three states is meant.

use cases::occurs::optional_nillable::Order;

fn main() {
    let _ = Order { note: "soon".to_owned() };
}
