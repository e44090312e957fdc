//! The shapes of bodies, headers and faults (WSDL 1.1, sections 3.5 to 3.7).

use super::codes;
use super::services::resolve_wsdl;
use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::model::wsdl::{Body, BoundMessage, BoundOperation, PartContent};
use crate::model::xsd::Type;
use crate::syntax::soap::Use;

/// The bound operation whose input has these parts and is bound like this, in this style.
fn bound(parts: &str, style: &str, input: &str) -> (Model, Vec<Diagnostic>) {
    resolve_wsdl(&format!(
        "<message name='M'>{parts}</message>\
         <portType name='P'><operation name='Op'><input message='t:M'/></operation></portType>\
         <binding name='B' type='t:P'><soap:binding style='{style}'/><operation name='Op'>\
         <input>{input}</input></operation></binding>"
    ))
}

fn operation(model: &Model) -> Option<&BoundOperation> {
    model.services.first()?.ports.first()?.operations.first()
}

/// The body as `element In`, or `wrapper(part: content, …)`; and then the headers.
fn print(model: &Model, message: &BoundMessage) -> String {
    let content = |content: &PartContent| match content {
        PartContent::Element(id) => format!("<{}>", model.elements[*id].name.local),
        PartContent::Type(Type::Simple(_)) => "simple".to_owned(),
        PartContent::Type(Type::AnyType | Type::Complex(_)) => "complex".to_owned(),
    };
    let mut text = match &message.body {
        Body::Empty => "empty".to_owned(),
        Body::Element(id) => format!("element {}", model.elements[*id].name.local),
        Body::Parts { wrapper, parts, .. } => {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| format!("{}: {}", part.name, content(&part.content)))
                .collect();
            let wrapper = wrapper.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{wrapper}({})", parts.join(", "))
        }
    };
    for header in &message.headers {
        let element = &model.elements[header.element].name.local;
        text += &format!(" header {}: <{element}>", header.part);
    }
    text
}

/// Parts, style, what binds the input, the shape, the findings.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

const ELEMENT: &str = "<part name='a' element='t:In'/>";
const TYPED: &str = "<part name='a' type='xs:int'/><part name='b' type='xs:anyType'/>";
const TWO: &str = "<part name='a' element='t:In'/><part name='b' element='t:Out'/>";

const ROWS: &[Row] = &[
    (ELEMENT, "document", "<soap:body/>", "element In", &[]),
    ("", "document", "<soap:body/>", "empty", &[]),
    (ELEMENT, "document", "", "element In", &[]),
    (TWO, "document", "<soap:body/>", "(a: <In>, b: <Out>)", &["R2201"]),
    (TWO, "document", "<soap:body parts='b'/>", "element Out", &[]),
    (TWO, "document", "<soap:body parts=''/>", "empty", &[]),
    (TYPED, "document", "<soap:body/>", "(a: simple, b: complex)", &["R2204"]),
    (TYPED, "rpc", "<soap:body namespace='urn:r'/>", "{urn:r}Op(a: simple, b: complex)", &[]),
    (TYPED, "rpc", "<soap:body namespace='urn:r' parts='b'/>", "{urn:r}Op(b: complex)", &[]),
    (TYPED, "rpc", "<soap:body/>", "Op(a: simple, b: complex)", &["R2717"]),
    ("", "rpc", "<soap:body namespace='urn:r'/>", "{urn:r}Op()", &[]),
    (ELEMENT, "rpc", "<soap:body namespace='urn:r'/>", "{urn:r}Op(a: complex)", &["R2203"]),
    (
        TWO,
        "document",
        "<soap:body/><soap:header message='t:M' part='b' use='literal'/>",
        "element In header b: <Out>",
        &[],
    ),
    (
        ELEMENT,
        "document",
        "<soap:body/><soap:header message='t:Out' part='out' use='literal'>\
         <soap:headerfault message='t:Out' part='out' use='literal'/></soap:header>",
        "element In header out: <Out>",
        &[],
    ),
    (
        ELEMENT,
        "document",
        "<soap:body/><soap:header message='t:Out' part='out' use='literal'>\
         <soap:headerfault message='t:Out' part='no' use='literal'/></soap:header>",
        "element In header out: <Out>",
        &["W2R-header-fault"],
    ),
    (
        TWO,
        "document",
        "<mime:multipartRelated><mime:part><soap:body/></mime:part><mime:part>\
         <mime:content part='b' type='image/png'/></mime:part></mime:multipartRelated>",
        "element In",
        &["W2R-attachment"],
    ),
    (TWO, "document", "<soap:body parts='c'/>", "", &["W2R-unknown-part", "W2R-nothing-left"]),
    (
        ELEMENT,
        "document",
        "<soap:body/><soap:header message='t:Out' part='x' use='literal'/>",
        "",
        &["W2R-unknown-part", "W2R-nothing-left"],
    ),
    (
        "<part name='a' type='t:Out'/>",
        "rpc",
        "<soap:body namespace='urn:r'/>",
        "{urn:r}Op(a: simple)",
        &["W2R-part-reference"],
    ),
];

#[test]
fn shapes_of_messages() {
    for (parts, style, input, shape, expected) in ROWS {
        let (model, found) = bound(parts, style, input);
        let printed = operation(&model).map_or(String::new(), |op| print(&model, &op.input));
        assert_eq!(printed, *shape, "{style} {parts} {input}");
        assert_eq!(codes(&found), *expected, "{style} {parts} {input}: {found:?}");
    }
}

#[test]
fn the_use_of_a_body_is_literal_unless_said() {
    for (input, usage) in [
        ("<soap:body/>", Use::Literal),
        ("<soap:body use='literal'/>", Use::Literal),
        (
            "<soap:body use='encoded' encodingStyle='http://schemas.xmlsoap.org/soap/encoding/'/>",
            Use::Encoded,
        ),
    ] {
        let (model, _) = bound(ELEMENT, "document", input);
        assert_eq!(operation(&model).map(|op| op.input.usage), Some(usage), "{input}");
    }
}

#[test]
fn the_response_wrapper_of_rpc_has_its_suffix() {
    let (model, _) = resolve_wsdl(
        "<message name='M'><part name='a' type='xs:int'/></message>\
         <portType name='P'><operation name='Op'><input message='t:M'/><output message='t:M'/>\
         </operation></portType><binding name='B' type='t:P'><soap:binding style='document'/>\
         <operation name='Op'><soap:operation style='rpc'/>\
         <input><soap:body namespace='urn:r'/></input>\
         <output><soap:body namespace='urn:r'/></output></operation></binding>",
    );
    let output = operation(&model).and_then(|op| op.output.as_ref()).expect("an output");
    assert_eq!(print(&model, output), "{urn:r}OpResponse(a: simple)");
}

#[test]
fn faults_have_one_part() {
    let rows: [(&str, &[&str], &[&str]); 5] = [
        ("<fault name='F' message='t:Out'/>", &["F <Out>"], &[]),
        ("<fault name='F' message='t:Two'/>", &[], &["W2R-fault-parts"]),
        ("<fault name='F' message='t:Missing'/>", &[], &["W2R-unknown-definition"]),
        (
            "<fault name='Unbound' message='t:Out'/><fault name='F' message='t:In'/>",
            &["Unbound <Out>", "F <In>"],
            &[],
        ),
        ("", &[], &["W2R-unknown-fault"]),
    ];
    for (faults, expected, rules) in rows {
        let (model, found) = resolve_wsdl(&format!(
            "<message name='Two'>{TWO}</message><portType name='P'><operation name='Op'>\
             <input message='t:In'/><output message='t:Out'/>{faults}</operation></portType>\
             <binding name='B' type='t:P'><soap:binding/><operation name='Op'>\
             <input><soap:body/></input><output><soap:body/></output>\
             <fault name='F'><soap:fault name='F' use='literal'/></fault></operation></binding>"
        ));
        let faults = &operation(&model).expect("the operation stays").faults;
        let printed: Vec<String> = faults
            .iter()
            .map(|fault| match &fault.content {
                PartContent::Element(id) => {
                    format!("{} <{}>", fault.name, model.elements[*id].name.local)
                }
                PartContent::Type(_) => fault.name.clone(),
            })
            .collect();
        assert_eq!(printed, expected);
        assert_eq!(codes(&found), rules, "{found:?}");
    }
}
