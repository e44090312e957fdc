//! A whole branch.

use cases::content::choice_of_sequences::{Address, elements};
use cases::content::choice_of_sequences::AddressStreetGroupOrBoxGroupOrCode as Branch;
use cases::content::choice_of_sequences::AddressStreetGroup as Street;

pub fn main() {
    let street = Street { street: "a".into(), city: "b".into() };
    let address = Address::new(Branch::StreetGroup(street));
    let text = wsdl2rs_runtime::xml::to_string::<elements::Address>(&address);
    assert!(text.expect("it is writable").contains("<tns:Street>a</tns:Street><tns:City>b</tns:City>"));
}
