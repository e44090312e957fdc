//! SoapBuilders round 4, group I: schema constructs in document style over SOAP 1.1 and 1.2.

use interop::round4_xsd::blocking::{Round4XsdTestSoap12, Round4XsdTestSoapClient};
use interop::round4_xsd::echoheader::{EchoMeComplexTypeRequest, EchoMeStringRequest};
use interop::round4_xsd::soapinterop::{
    ArrayOfSoapComplexType, ArrayOfString as Texts, ChoiceComplexType,
    ChoiceComplexTypeName0OrName1 as Choice, Enum, SoapComplexType, SoapComplexTypeComplexType,
    SoapMultiOccursComplexType,
};
use interop::round4_xsd::soapinterop_2::EchoVoidSoapHeader;
use interop::round4_xsd::*;
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::transport::UreqTransport;
use wsdl2rs_runtime::value::{DateTime, Decimal, Nillable};

pub(crate) const CHECKS: &[Check] = &[
    ("numbers", numbers),
    ("texts", texts),
    ("binary", binary),
    ("dates", dates),
    ("structs", structs),
    ("lists", lists),
    ("nested", nested),
    ("choices", choices),
    ("enumerations", enumerations),
    ("any_type", any_type),
    ("any_element", any_element),
    ("headers", headers),
    ("soap_12", soap_12),
];

fn port(peer: &Peer) -> Round4XsdTestSoapClient<Recording<UreqTransport>> {
    Round4XsdTestSoapClient::new(peer.transport()).configure(peer.at("/round4_groupI_xsd"))
}

fn numbers(peer: &Peer) {
    let port = port(peer);
    port.echo_void(&EchoVoid {}).expect("an answer");
    for number in [0, i32::MIN, i32::MAX] {
        let answer = port.echo_integer(&EchoInteger::new(number)).expect("an answer");
        assert_eq!(answer.r#return, number);
    }
    for number in [0.1, -1e-30, f32::INFINITY] {
        let answer = port.echo_float(&EchoFloat::new(number)).expect("an answer");
        assert_eq!(answer.r#return, number);
    }
    let number: Decimal = "-12345678901234567890.5".parse().expect("a number");
    let answer = port.echo_decimal(&EchoDecimal::new(number.clone())).expect("an answer");
    assert_eq!(answer.r#return, number);
    for value in [true, false] {
        let answer = port.echo_boolean(&EchoBoolean::new(value)).expect("an answer");
        assert_eq!(answer.r#return, value);
    }
}

fn texts(peer: &Peer) {
    for text in ["", " two  blanks ", "<a>&\"'", "é\u{20AC}\u{1F600}"] {
        let request = EchoString::new().with_input_string(text);
        let answer = port(peer).echo_string(&request).expect("an answer");
        assert_eq!(answer.r#return.as_deref(), Some(text));
    }
    assert_eq!(port(peer).echo_string(&EchoString::new()).expect("an answer").r#return, None);
}

fn binary(peer: &Peer) {
    let bytes: Vec<u8> = (0..=255).collect();
    let request = EchoBase64::new().with_input_base64(bytes.clone().into());
    let answer = port(peer).echo_base64(&request).expect("an answer");
    assert_eq!(answer.r#return, request.input_base64);
    let request = EchoHexBinary::new().with_input_hex_binary(bytes.into());
    let answer = port(peer).echo_hex_binary(&request).expect("an answer");
    assert_eq!(answer.r#return, request.input_hex_binary);
}

fn dates(peer: &Peer) {
    let date: DateTime = "2001-02-03T04:05:06.789-11:30".parse().expect("a time");
    let answer = port(peer).echo_date(&EchoDate::new(date)).expect("an answer");
    assert_eq!(answer.r#return, date);
}

fn value() -> SoapComplexType {
    SoapComplexType::new(-7, 0.5).with_var_string("a & b")
}

fn structs(peer: &Peer) {
    let port = port(peer);
    let request = EchoComplexType::new().with_input_complex_type(value());
    let answer = port.echo_complex_type(&request).expect("an answer");
    assert_eq!(answer.r#return, request.input_complex_type);
    let request = EchoComplexTypeAsSimpleTypes::new().with_input_complex_type(value());
    let answer = port.echo_complex_type_as_simple_types(&request).expect("an answer");
    let parts = (answer.output_string.as_deref(), answer.output_integer, answer.output_float);
    assert_eq!(parts, (Some("a & b"), -7, 0.5));
    let request = EchoSimpleTypesAsComplexType::new(-7, 0.5).with_input_string("a & b");
    let answer = port.echo_simple_types_as_complex_type(&request).expect("an answer");
    assert_eq!(answer.r#return, Some(value()));
}

fn lists(peer: &Peer) {
    let port = port(peer);
    let numbers = ArrayOfInt::new().with_int([1, -2, 3]);
    let request = EchoIntegerMultiOccurs::new().with_input_integer_multi_occurs(numbers);
    let answer = port.echo_integer_multi_occurs(&request).expect("an answer");
    assert_eq!(answer.r#return, [1, -2, 3]);
    let numbers = ArrayOfFloat::new().with_float([0.5]);
    let request = EchoFloatMultiOccurs::new().with_input_float_multi_occurs(numbers);
    assert_eq!(port.echo_float_multi_occurs(&request).expect("an answer").r#return, [0.5]);
    let texts = ArrayOfString::new().with_string(["a", ""].map(|text| text.to_owned().into()));
    let request = EchoStringMultiOccurs::new().with_input_string_multi_occurs(texts);
    assert_eq!(port.echo_string_multi_occurs(&request).expect("an answer").r#return, ["a", ""]);
    let values = [value(), SoapComplexType::new(0, 0.0)];
    let list = ArrayOfSoapComplexType::new().with_soap_complex_type(values.clone().map(Into::into));
    let request = EchoComplexTypeMultiOccurs::new().with_input_complex_type_multi_occurs(list);
    let answer = port.echo_complex_type_multi_occurs(&request).expect("an answer");
    assert_eq!(answer.r#return, values);
}

fn nested(peer: &Peer) {
    let port = port(peer);
    let outer = SoapComplexTypeComplexType::new(1, 1.5).with_var_complex_type(value());
    let request = EchoNestedComplexType::new().with_input_complex_type(outer);
    let answer = port.echo_nested_complex_type(&request).expect("an answer");
    assert_eq!(answer.r#return, request.input_complex_type);
    let texts = Texts::new().with_string([Nillable::Value("a".to_owned()), Nillable::nil()]);
    let outer = SoapMultiOccursComplexType::new(1, 1.5).with_var_multi_occurs(texts);
    let request = EchoNestedMultiOccurs::new().with_input_complex_type(outer);
    let answer = port.echo_nested_multi_occurs(&request).expect("an answer");
    assert_eq!(answer.r#return, request.input_complex_type);
}

fn choices(peer: &Peer) {
    for choice in [Choice::Name0("a".to_owned()), Choice::Name1("<b>".to_owned())] {
        let choice = ChoiceComplexType::new().with_name0_or_name1(choice);
        let request = EchoChoice::new().with_input_choice(choice);
        let answer = port(peer).echo_choice(&request).expect("an answer");
        assert_eq!(answer.r#return, request.input_choice);
    }
}

fn enumerations(peer: &Peer) {
    for &value in Enum::ALL {
        let answer = port(peer).echo_enum(&EchoEnum::new(value)).expect("an answer");
        assert_eq!(answer.r#return, value);
    }
}

fn any_type(peer: &Peer) {
    let request = EchoAnyType::new().with_input_any_type("text & more");
    let answer = port(peer).echo_any_type(&request).expect("an answer").r#return;
    assert!(format!("{answer:?}").contains("text & more"), "{answer:?}");
}

/// PHP makes an object of an element that it knows, and cannot write it back; so none is sent.
fn any_element(peer: &Peer) {
    let request = EchoAnyElement::new();
    assert_eq!(port(peer).echo_any_element(&request).expect("an answer").r#return, None);
}

fn headers(peer: &Peer) {
    let port = port(peer).with_headers(|headers| {
        headers
            .with_echo_me_string_request(EchoMeStringRequest::new().with_var_string("a & b"))
            .with_echo_me_complex_type_request(EchoMeComplexTypeRequest::new(7, 0.5))
    });
    let reply = port.echo_void_soap_header(&EchoVoidSoapHeader {}).expect("an answer");
    let text = reply.headers.echo_me_string_response.as_ref().expect("a header");
    assert_eq!(text.var_string.as_deref(), Some("a & b"));
    let value = reply.headers.echo_me_complex_type_response.as_ref().expect("a header");
    assert_eq!((value.var_string.as_deref(), value.var_int, value.var_float), (None, 7, 0.5));
}

fn soap_12(peer: &Peer) {
    let port = Round4XsdTestSoap12::new(peer.transport());
    let port = port.configure(peer.at("/round4_groupI_xsd?v12"));
    let request = EchoComplexType::new().with_input_complex_type(value());
    let answer = port.echo_complex_type(&request).expect("an answer");
    assert_eq!(answer.r#return, request.input_complex_type);
    let request = EchoString::new().with_input_string("é & <t>");
    let answer = port.echo_string(&request).expect("an answer");
    assert_eq!(answer.r#return, request.input_string);
}
