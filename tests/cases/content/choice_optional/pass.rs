//! Absent, or one branch.

use cases::content::choice_optional::{Contact, ContactMailOrPhone, Order};

pub fn main() {
    assert!(Order::new("n").card_or_cash.is_none());
    let contact = Contact::new().with_mail_or_phone(ContactMailOrPhone::Mail("a".into()));
    assert!(contact.mail_or_phone.is_some());
}
