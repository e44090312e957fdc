//! The group of the base is the base's type.

use cases::types::extension::{Employee, Person, PersonStreetAndCity};
use wsdl2rs_runtime::value::Decimal;

pub fn main() {
    let place = Some(PersonStreetAndCity { street: "b".into(), city: "c".into() });
    let person = Person { id: 1, name: "a".into(), street_and_city: place.clone() };
    let employee = Employee {
        id: 1, since: None, name: "a".into(), street_and_city: place, salary: Decimal::from(1),
    };
    assert_eq!(person.street_and_city, employee.street_and_city);
}
