//! Document style, wrapped: values, derived types, headers, faults, one-way.

use interop::docwrapped::blocking::DocumentWrappedPort;
use interop::docwrapped::{
    AnyPerson, Colour, Crash, Divmod, EchoPerson, Employee, Fail, FailFault, FireAndForget, Person,
    Promote, Sum, WithHeader,
};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::soap::{FaultKind, HeaderBlock};
use wsdl2rs_runtime::transport::UreqTransport;
use wsdl2rs_runtime::value::Nillable;

pub(crate) const CHECKS: &[Check] = &[
    ("echo", echo),
    ("absent", absent),
    ("derived_type_in_a_request", derived_type_in_a_request),
    ("derived_type_in_an_answer", derived_type_in_an_answer),
    ("numbers", numbers),
    ("several_results", several_results),
    ("declared_fault", declared_fault),
    ("undeclared_fault", undeclared_fault),
    ("one_way", one_way),
    ("header", header),
    ("strict", strict),
];

fn port(peer: &Peer) -> DocumentWrappedPort<Recording<UreqTransport>> {
    DocumentWrappedPort::new(peer.transport()).configure(peer.at("/docwrapped"))
}

fn person() -> Person {
    Person::new("Ada <Lovelace> & \"friends\" \u{1F600}")
        .with_id("p'1\"\n")
        .with_age(36)
        .with_tag(["".to_owned(), " two  blanks ".to_owned(), "]]>".to_owned()].map(Into::into))
        .with_born("1815-12-10T01:02:03.004Z".parse().expect("a time"))
        .with_balance(
            "-12345678901234567890.0001"
                .parse::<wsdl2rs_runtime::value::Decimal>()
                .expect("a number"),
        )
        .with_colour(Colour::DarkBlue)
}

fn echo(peer: &Peer) {
    let person = AnyPerson::from(person());
    let answer = port(peer).echo_person(&EchoPerson::new().with_person(person.clone()));
    assert_eq!(answer.expect("an answer").person, Some(person));
}

fn absent(peer: &Peer) {
    let port = port(peer);
    assert_eq!(port.echo_person(&EchoPerson::new()).expect("an answer").person, None);
    let person = AnyPerson::from(Person::new("").with_age(Nillable::nil()));
    let answer = port.echo_person(&EchoPerson::new().with_person(person.clone()));
    assert_eq!(answer.expect("an answer").person, Some(person));
}

fn derived_type_in_a_request(peer: &Peer) {
    let person = AnyPerson::from(
        Employee::new("Ada").with_age(36).with_boss("Charles").with_colour(Colour::Red),
    );
    let answer = port(peer).echo_person(&EchoPerson::new().with_person(person.clone()));
    assert_eq!(answer.expect("an answer").person, Some(person));
}

fn derived_type_in_an_answer(peer: &Peer) {
    let answer =
        port(peer).promote(&Promote::new().with_person(Person::new("Ada").with_age(36).into()));
    let Some(AnyPerson::Employee(employee)) = answer.expect("an answer").person else {
        panic!("no employee");
    };
    assert_eq!(*employee, Employee::new("Ada").with_age(36).with_boss("Grete"));
}

fn numbers(peer: &Peer) {
    let port = port(peer);
    let sum =
        |numbers: &[f64]| port.sum(&Sum::new().with_x(numbers.to_vec())).expect("an answer").sum;
    assert_eq!(sum(&[]), 0.0);
    assert_eq!(sum(&[0.1, 1e300, -1e300]), 0.0);
    assert_eq!(sum(&[5e-324]), 5e-324);
    assert_eq!(sum(&[f64::INFINITY, 1.0]), f64::INFINITY);
    assert!(sum(&[f64::INFINITY, f64::NEG_INFINITY]).is_nan());
}

fn several_results(peer: &Peer) {
    let answer = port(peer).divmod(&Divmod { a: -17, b: 5 }).expect("an answer");
    assert_eq!((answer.q, answer.r), (Some(-3), Some(-2)));
}

fn declared_fault(peer: &Peer) {
    let Err(CallError::Fault(fault)) = port(peer).fail(&Fail::new(7)) else {
        panic!("no fault");
    };
    assert_eq!((fault.kind(), fault.reason()), (FaultKind::Receiver, "order refused"));
    let Some(FailFault::OrderException(Nillable::Value(info))) = fault.detail() else {
        panic!("{:?}", fault.detail());
    };
    assert_eq!((info.code, info.hint.as_deref()), (7, Some("try <later> & again")));
}

fn undeclared_fault(peer: &Peer) {
    let Err(CallError::Fault(fault)) = port(peer).crash(&Crash {}) else {
        panic!("no fault");
    };
    assert_eq!((fault.kind(), fault.reason()), (FaultKind::Receiver, "boom"));
}

fn one_way(peer: &Peer) {
    port(peer).fire_and_forget(&FireAndForget::new().with_note("later")).expect("it is taken");
}

fn header(peer: &Peer) {
    let port = port(peer);
    let request = WithHeader::new().with_text("t");
    let session = Nillable::Value("é & <s>".to_owned());
    let reply = port
        .with_headers(|headers| headers.with_session(HeaderBlock::new(session).must_understand()))
        .with_header(&request)
        .expect("an answer");
    assert_eq!(reply.text.as_deref(), Some("t"));
    assert_eq!(reply.headers.session, Some(Nillable::Value("é & <s>-seen".to_owned())));
}

fn strict(peer: &Peer) {
    let port = port(peer)
        .configure(|settings| settings.read_options(wsdl2rs_runtime::xml::ReadOptions::strict()));
    let answer = port.promote(&Promote::new().with_person(person().into()));
    assert!(matches!(answer.expect("an answer").person, Some(AnyPerson::Employee(_))));
}
