//! The names.

use cases::content::part_names::{
    Order, OrderAOrB, OrderChoice, OrderChoice2, OrderChoiceAndM, OrderChoiceAndMKOrL, OrderGGroup,
};

pub fn main() {
    let text = String::new;
    let order = Order {
        a_or_b: OrderAOrB::A(text()),
        choice: OrderChoice::C(text()),
        g_group: Some(OrderGGroup { g: text(), h: text(), i: text(), j: text() }),
        choice_and_m: Some(OrderChoiceAndM { k_or_l: OrderChoiceAndMKOrL::K(text()), m: text() }),
        choice_2: OrderChoice2::N(text()),
    };
    assert!(order.g_group.is_some());
}
