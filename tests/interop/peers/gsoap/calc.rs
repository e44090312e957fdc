//! rpc style, encoded, with a WSDL that soapcpp2 made: numbers, texts, structs, arrays, null, faults.

use interop::calc::blocking::Calc;
use interop::calc::{Add, Div, Echo, Fraction, Invert, Squares};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::soap::FaultKind;
use wsdl2rs_runtime::transport::UreqTransport;

pub(crate) const CHECKS: &[Check] = &[
    ("add", add),
    ("echo", echo),
    ("struct", structure),
    ("null", null),
    ("array", array),
    ("fault", fault),
    ("kept_connection", kept_connection),
];

fn port(peer: &Peer) -> Calc<Recording<UreqTransport>> {
    Calc::new(peer.transport()).configure(peer.at("/"))
}

fn add(peer: &Peer) {
    for (a, b) in [(1.0, 2.0), (0.1, 0.2), (f64::INFINITY, 1.0), (-1e300, 1e-300)] {
        assert_eq!(port(peer).add(&Add { a: a, b: b }).expect("an answer").result, Some(a + b));
    }
    let answer = port(peer).add(&Add { a: f64::NAN, b: 1.0 }).expect("an answer");
    assert!(answer.result.is_some_and(f64::is_nan));
}

fn echo(peer: &Peer) {
    let long: String = (0..200_000).map(|number: i32| number.to_string()).collect();
    for text in ["", "<a>&\"'", " two  blanks ", "é\u{20AC}\u{1F600}", "line\nline", &long] {
        let answer = port(peer).echo(&Echo::new(text)).expect("an answer");
        assert!(answer.result.as_deref() == Some(text), "{text:.20}");
    }
}

fn structure(peer: &Peer) {
    let answer = port(peer)
        .invert(&Invert::new(Fraction { numerator: 3, denominator: -4 }))
        .expect("an answer");
    assert_eq!(answer.result, Some(Fraction { numerator: -4, denominator: 3 }));
}

fn null(peer: &Peer) {
    let answer = port(peer)
        .invert(&Invert::new(Fraction { numerator: 0, denominator: 1 }))
        .expect("an answer");
    assert_eq!(answer.result, None);
}

fn array(peer: &Peer) {
    for numbers in [vec![], vec![3.0], vec![0.5, -2.0, 1e10]] {
        let squares: Vec<f64> = numbers.iter().map(|number| number * number).collect();
        let request = Squares::new(numbers.into_iter().collect());
        let answer = port(peer).squares(&request).expect("an answer");
        assert_eq!(answer.result, Some(squares.into_iter().collect()));
    }
}

fn fault(peer: &Peer) {
    let Err(CallError::Fault(fault)) = port(peer).div(&Div { a: 1.0, b: 0.0 }) else {
        panic!("no fault");
    };
    assert_eq!((fault.kind(), fault.reason()), (FaultKind::Receiver, "Division by zero"));
    assert_eq!(fault.detail.len(), 1);
    assert_eq!(fault.detail[0].name.to_string(), "{urn:peer:errors}problem");
}

fn kept_connection(peer: &Peer) {
    let port = port(peer);
    for number in 0..20 {
        let number = f64::from(number);
        assert_eq!(
            port.add(&Add { a: number, b: 1.0 }).expect("an answer").result,
            Some(number + 1.0)
        );
    }
}
