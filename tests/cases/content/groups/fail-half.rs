//! A group has all of its required members.

use cases::content::groups::{Place, Visit};

fn main() {
    let _ = Visit::new().with_place(Place { street: "Main Street".to_owned() });
}
