//! The text of a branch does not say which branch it is.

use cases::content::choice_optional::Contact;

fn main() {
    let _ = Contact { mail_or_phone: Some("a@example.com".to_owned()) };
}
