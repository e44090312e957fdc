//! SoapBuilders round 2, group B: structs in structs, arrays in structs, arrays of two dimensions.

use interop::round2_group_b::blocking::InteropTestPortB;
use interop::round2_group_b::soapinterop::{
    ArrayOfString2D, ArrayOfstring, SoapArrayStruct, SoapStruct, SoapStructStruct,
};
use interop::round2_group_b::{
    Echo2DStringArray, EchoNestedArray, EchoNestedStruct, EchoSimpleTypesAsStruct,
    EchoStructAsSimpleTypes,
};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::encoding::Array;
use wsdl2rs_runtime::transport::UreqTransport;
use wsdl2rs_runtime::value::Nillable;

pub(crate) const CHECKS: &[Check] = &[
    ("echo_struct_as_simple_types", echo_struct_as_simple_types),
    ("echo_simple_types_as_struct", echo_simple_types_as_struct),
    ("echo_2d_string_array", echo_2d_string_array),
    ("echo_nested_struct", echo_nested_struct),
    ("echo_nested_array", echo_nested_array),
];

fn port(peer: &Peer) -> InteropTestPortB<Recording<UreqTransport>> {
    InteropTestPortB::new(peer.transport()).configure(peer.at("/round2_groupB"))
}

fn value() -> SoapStruct {
    SoapStruct::new("text <&>".to_owned(), 7, 0.5)
}

fn echo_struct_as_simple_types(peer: &Peer) {
    let request = EchoStructAsSimpleTypes::new(value());
    let answer = port(peer).echo_struct_as_simple_types(&request).expect("an answer");
    let parts = (answer.output_string.as_deref(), answer.output_integer, answer.output_float);
    assert_eq!(parts, (Some("text <&>"), Some(7), Some(0.5)));
}

fn echo_simple_types_as_struct(peer: &Peer) {
    let request = EchoSimpleTypesAsStruct::new("text <&>", 7, 0.5);
    let answer = port(peer).echo_simple_types_as_struct(&request).expect("an answer");
    assert_eq!(answer.r#return, Some(value()));
}

fn echo_2d_string_array(peer: &Peer) {
    for (sizes, count) in [([2, 3], 6), ([1, 1], 1), ([3, 1], 3)] {
        let items = (0..count).map(|number| format!("item {number}")).collect();
        let array = Array::new(sizes, items).expect("it has its size");
        let request = Echo2DStringArray::new(ArrayOfString2D(array));
        let answer = port(peer).echo2_d_string_array(&request).expect("an answer");
        assert_eq!(answer.r#return, Some(request.input2_d_string_array));
    }
}

fn echo_nested_struct(peer: &Peer) {
    let nothing = SoapStruct::new(Nillable::nil(), Nillable::nil(), Nillable::nil());
    for inner in [value(), nothing] {
        let outer = SoapStructStruct::new("outer".to_owned(), Nillable::nil(), 1.5, inner);
        let request = EchoNestedStruct::new(outer);
        let answer = port(peer).echo_nested_struct(&request).expect("an answer");
        assert_eq!(answer.r#return, Some(request.input_struct));
    }
}

fn echo_nested_array(peer: &Peer) {
    for texts in [vec![], vec!["a".to_owned(), String::new()]] {
        let array = ArrayOfstring(texts.into());
        let value = SoapArrayStruct::new("outer".to_owned(), 1, 1.5, array);
        let request = EchoNestedArray::new(value);
        let answer = port(peer).echo_nested_array(&request).expect("an answer");
        assert_eq!(answer.r#return, Some(request.input_struct));
    }
}
