//! The text has the type of the simple content.

use cases::content::simple_content::Price;

fn main() {
    let _ = Price { currency: "EUR".to_owned(), value: "cheap".to_owned() };
}
