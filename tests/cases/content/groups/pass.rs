//! One type for all.

use cases::content::groups::{Order, Payment, Place, Tour, Visit};

pub fn main() {
    let place = Place { street: "a".into(), city: "b".into() };
    let card = Payment::Card("1".into());
    let order = Order { street: "a".into(), city: "b".into(), payment: card.clone() };
    let visit = Visit::new().with_place(place.clone()).with_payment(vec![card]);
    assert_eq!(visit.payment[0], order.payment);
    assert_eq!(Tour::new([place.clone(), place]).place.len(), 2);
}
