//! SoapBuilders round 3, group D: document style, bare; types of several namespaces.

use interop::round3_compound2::blocking::SoapInteropCompound2Port;
use interop::round3_compound2::employee::Employee;
use interop::round3_compound2::person::Person;
use interop::support::{Check, Peer};

pub(crate) const CHECKS: &[Check] = &[("echo_employee", echo_employee)];

fn echo_employee(peer: &Peer) {
    let port = SoapInteropCompound2Port::new(peer.transport());
    let port = port.configure(peer.at("/round3_groupD_compound2"));
    let employee = Employee::new(Person::new("A & B", false), 1234.5, 7);
    assert_eq!(port.echo_employee(&employee).expect("an answer"), employee);
}
