//! The attributes are the types' own.

use cases::attributes::groups::{Letter, Note};

pub fn main() {
    let on: wsdl2rs_runtime::value::Date = "2006-09-08".parse().expect("a date");
    let letter = Letter::new(on.clone()).with_place("here").with_to("you");
    assert_eq!(letter.on, Note::new(on).on);
}
