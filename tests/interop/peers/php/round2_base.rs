//! SoapBuilders round 2, base: every simple type, structs and arrays in rpc style, encoded.

use interop::round2_base::blocking::InteropTestPort;
use interop::round2_base::soapinterop::{
    ArrayOfSoapStruct, ArrayOffloat, ArrayOfint, ArrayOfstring, SoapStruct,
};
use interop::round2_base::{
    EchoBase64, EchoBoolean, EchoDate, EchoDecimal, EchoFloat, EchoFloatArray, EchoHexBinary,
    EchoInteger, EchoIntegerArray, EchoString, EchoStringArray, EchoStruct, EchoStructArray,
    EchoVoid,
};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::transport::UreqTransport;
use wsdl2rs_runtime::value::{DateTime, Decimal};

pub(crate) const CHECKS: &[Check] = &[
    ("echo_string", echo_string),
    ("echo_string_array", echo_string_array),
    ("echo_integer", echo_integer),
    ("echo_integer_array", echo_integer_array),
    ("echo_float", echo_float),
    ("echo_float_array", echo_float_array),
    ("echo_struct", echo_struct),
    ("echo_struct_array", echo_struct_array),
    ("echo_void", echo_void),
    ("echo_base64", echo_base64),
    ("echo_date", echo_date),
    ("echo_hex_binary", echo_hex_binary),
    ("echo_decimal", echo_decimal),
    ("echo_boolean", echo_boolean),
    ("gzip", gzip),
];

fn port(peer: &Peer) -> InteropTestPort<Recording<UreqTransport>> {
    InteropTestPort::new(peer.transport()).configure(peer.at("/round2_base"))
}

fn texts() -> [String; 6] {
    ["", "text", "<a>&\"'", " two  blanks ", "é\u{20AC}\u{1F600}", "line\nline"].map(str::to_owned)
}

fn structs() -> [SoapStruct; 2] {
    [SoapStruct::new("first & last", -1, 1.5), SoapStruct::new("", i32::MAX, -0.25)]
}

fn echo_string(peer: &Peer) {
    for text in texts() {
        let answer = port(peer).echo_string(&EchoString::new(text.clone())).expect("an answer");
        assert_eq!(answer.output_string, Some(text));
    }
}

fn echo_string_array(peer: &Peer) {
    for texts in [Vec::new(), vec!["one".to_owned()], texts().to_vec()] {
        let request = EchoStringArray::new(ArrayOfstring(texts.into()));
        let answer = port(peer).echo_string_array(&request).expect("an answer");
        assert_eq!(answer.output_string_array, Some(request.input_string_array));
    }
}

fn echo_integer(peer: &Peer) {
    for number in [0, 42, i32::MIN, i32::MAX] {
        let answer = port(peer).echo_integer(&EchoInteger::new(number)).expect("an answer");
        assert_eq!(answer.output_integer, Some(number));
    }
}

fn echo_integer_array(peer: &Peer) {
    for numbers in [vec![], vec![7], vec![i32::MIN, 0, i32::MAX]] {
        let request = EchoIntegerArray::new(ArrayOfint(numbers.into()));
        let answer = port(peer).echo_integer_array(&request).expect("an answer");
        assert_eq!(answer.output_integer_array, Some(request.input_integer_array));
    }
}

fn echo_float(peer: &Peer) {
    for number in [0.0, -1.5, 0.1, 1e-30, f32::MAX, f32::INFINITY, f32::NEG_INFINITY] {
        let answer = port(peer).echo_float(&EchoFloat::new(number)).expect("an answer");
        assert_eq!(answer.output_float, Some(number));
    }
    // PHP writes `NAN`, which is no lexical form of the type.
    let answer = port(peer).echo_float(&EchoFloat::new(f32::NAN));
    assert!(matches!(answer, Err(CallError::Decode(_))), "{answer:?}");
}

fn echo_float_array(peer: &Peer) {
    for numbers in [vec![], vec![0.1, -2.5]] {
        let request = EchoFloatArray::new(ArrayOffloat(numbers.into()));
        let answer = port(peer).echo_float_array(&request).expect("an answer");
        assert_eq!(answer.output_float_array, Some(request.input_float_array));
    }
}

fn echo_struct(peer: &Peer) {
    for value in structs() {
        let answer = port(peer).echo_struct(&EchoStruct::new(value.clone())).expect("an answer");
        assert_eq!(answer.output_struct, Some(value));
    }
}

fn echo_struct_array(peer: &Peer) {
    for values in [Vec::new(), structs().to_vec()] {
        let request = EchoStructArray::new(ArrayOfSoapStruct(values.into()));
        let answer = port(peer).echo_struct_array(&request).expect("an answer");
        assert_eq!(answer.output_struct_array, Some(request.input_struct_array));
    }
}

fn echo_void(peer: &Peer) {
    port(peer).echo_void(&EchoVoid {}).expect("an answer");
}

fn echo_base64(peer: &Peer) {
    for bytes in [vec![], vec![0, 255, 128], (0..=255).collect()] {
        let request = EchoBase64::new(bytes.into());
        let answer = port(peer).echo_base64(&request).expect("an answer");
        assert_eq!(answer.output_base64, Some(request.input_base64));
    }
}

fn echo_date(peer: &Peer) {
    for text in ["2001-02-03T04:05:06Z", "1969-12-31T23:59:59.5+02:00"] {
        let date: DateTime = text.parse().expect("a time");
        let answer = port(peer).echo_date(&EchoDate::new(date)).expect("an answer");
        assert_eq!(answer.output_date, Some(date));
    }
}

fn echo_hex_binary(peer: &Peer) {
    for bytes in [vec![], vec![0, 255, 0xAB]] {
        let request = EchoHexBinary::new(bytes.into());
        let answer = port(peer).echo_hex_binary(&request).expect("an answer");
        assert_eq!(answer.output_hex_binary, Some(request.input_hex_binary));
    }
}

fn echo_decimal(peer: &Peer) {
    for text in ["0", "-123456789012345678901234567890.5", "0.000000000000000000001"] {
        let number: Decimal = text.parse().expect("a number");
        let answer = port(peer).echo_decimal(&EchoDecimal::new(number.clone())).expect("an answer");
        assert_eq!(answer.output_decimal, Some(number));
    }
}

fn echo_boolean(peer: &Peer) {
    for value in [true, false] {
        let answer = port(peer).echo_boolean(&EchoBoolean::new(value)).expect("an answer");
        assert_eq!(answer.output_boolean, Some(value));
    }
}

fn gzip(peer: &Peer) {
    let port = port(peer).configure(peer.at("/round2_base?gzip"));
    let texts = vec!["the same text".to_owned(); 1000];
    let request = EchoStringArray::new(ArrayOfstring(texts.into()));
    let answer = port.echo_string_array(&request).expect("an answer");
    assert_eq!(answer.output_string_array, Some(request.input_string_array));
}
