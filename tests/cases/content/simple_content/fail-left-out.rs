//! The attributes are not all: there is a text as well.

use cases::content::simple_content::Price;

fn main() {
    let _ = Price { currency: "EUR".to_owned() };
}
