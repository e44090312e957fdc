//! Tests of the elements of WSDL and its bindings.

use super::{Definitions, PartContent};
use crate::syntax::soap::{SoapVersion, Style, Use};
use crate::syntax::testing::{definitions, findings_at_mark, read};

/// The findings of a document with this content, in which `^` marks the place.
fn findings(content: &str) -> String {
    findings_at_mark(&definitions(content))
}

/// The document with this content, which is valid.
fn valid(content: &str) -> Definitions {
    let mut read = read(&[("a.wsdl", &definitions(content))]);
    assert_eq!(read.findings, [""; 0], "{content}");
    read.documents.definitions.remove(0)
}

#[test]
fn what_the_schema_of_wsdl_refuses() {
    let rows = [
        ("^<w:mesage name='m'/>", "error R2028"),
        ("^<w:message/>", "error R2028"),
        ("<w:message name='m'>^<w:part/></w:message>", "error R2028"),
        ("<w:message name='m'><w:part name='^a b' type='xs:int'/></w:message>", "error R2028"),
        ("<w:message name='^1m'/>", "warning s4s-name"),
        ("<w:message name='m' ^x='1'/>", "warning R2028-ignored"),
        ("<w:message name='m' xmlns:f='urn:f' f:x='1'/>", ""),
        ("^text", "warning R2028-ignored"),
        ("^<unknown/>", "warning R2028-ignored"),
        ("<f:x xmlns:f='urn:f'/>", ""),
        ("<f:x xmlns:f='urn:f' w:required='false'/>", ""),
        ("<f:x xmlns:f='urn:f' w:required='^true'/>", "error W2R-required-extension"),
        (
            "<a:UsingAddressing xmlns:a='http://www.w3.org/2006/05/addressing/wsdl' w:required='1'/>",
            "",
        ),
        ("<w:portType name='p'>^<w:operation/></w:portType>", "error R2028"),
        (
            "<w:portType name='p'><w:operation name='o'>^<w:input/></w:operation></w:portType>",
            "error R2028",
        ),
        ("^<w:binding name='b'/>", "error R2028"),
        ("<w:service name='s'>^<w:port name='p'/></w:service>", "error R2028"),
        ("<w:types>^<xs:element name='e'/></w:types>", "error R2028"),
        ("<w:types>^<xs:import namespace='urn:o'/></w:types>", "warning R2028-ignored"),
        (
            "<w:types><x:schema xmlns:x='^http://www.w3.org/1999/XMLSchema'/></w:types>",
            "warning W2R-draft",
        ),
    ];
    for (content, expected) in rows {
        assert_eq!(findings(content), expected, "{content}");
    }
}

#[test]
fn what_the_schemas_of_the_bindings_refuse() {
    let rows = [
        ("<soap:binding style='^wrapped'/>", "error R2029"),
        ("<soap:binding transport='urn:x' ^verb='GET'/>", "warning R2029-ignored"),
        ("<soap:binding/>^<soap12:binding/>", "warning R2029-ignored"),
        (
            "<w:operation name='o'><soap:operation style='^literal'/></w:operation>",
            "warning R2029-ignored",
        ),
        (
            "<w:operation name='o'><w:input><soap:body use='^plain'/></w:input></w:operation>",
            "error R2029",
        ),
        (
            "<w:operation name='o'><w:input>^<soap:header use='literal'/></w:input></w:operation>",
            "warning R2029-ignored",
        ),
        ("<http:binding verb='GET'/>", ""),
        ("^<http:binding/>", "error R2029"),
        ("^<http:bind/>", "warning R2029-ignored"),
        (
            "<mime:multipartRelated><mime:part><mime:content part='a' type='b'/></mime:part></mime:multipartRelated>",
            "",
        ),
        ("<mime:content ^parts='a'/>", "warning R2029-ignored"),
    ];
    for (content, expected) in rows {
        let found = findings(&format!("<w:binding name='b' type='t:p'>{content}</w:binding>"));
        assert_eq!(found, expected, "{content}");
    }
}

#[test]
fn parts_refer_to_elements_or_types() {
    let part = |attributes: &str| {
        format!("<w:message name='m'><w:part name='p' {attributes}/></w:message>")
    };
    let content = |definitions: &Definitions| match &definitions.messages[0].parts[0].content {
        PartContent::Element(name) => format!("element {}", name.value),
        PartContent::Type(name) => format!("type {}", name.value),
        PartContent::Missing => "missing".to_owned(),
    };
    let rows = [
        ("element='t:e'", "element {urn:w}e", ""),
        ("type='t:t'", "type {urn:w}t", ""),
        ("", "missing", ""),
        ("element='t:e' type='^t:t'", "element {urn:w}e", "warning R2028-ignored"),
        ("element='^q:e'", "missing", "warning src-qname"),
        ("element='^'", "missing", "warning R2028"),
    ];
    for (attributes, expected, finding) in rows {
        let text = definitions(&part(&attributes.replace('^', "")));
        let read = read(&[("a.wsdl", &text)]);
        assert_eq!(content(&read.documents.definitions[0]), expected, "{attributes}");
        assert_eq!(findings(&part(attributes)), finding, "{attributes}");
    }
}

#[test]
fn operations_keep_order_actions_and_faults() {
    let found = valid(
        "<w:portType name='p'><w:documentation>Port</w:documentation>\
         <w:operation name='o' parameterOrder='a b'>\
         <w:input message='t:i' xmlns:m='http://www.w3.org/2007/05/addressing/metadata' m:Action='urn:i'/>\
         <w:output name='out' message='t:o'/><w:fault name='f' message='t:f'/></w:operation>\
         <w:operation name='n'><w:output message='t:o'/><w:input message='t:i'/></w:operation></w:portType>",
    );
    let port_type = &found.port_types[0];
    assert_eq!(port_type.documentation.text, "Port");
    let [first, second] = port_type.operations.as_slice() else { panic!("there are two") };
    assert_eq!(first.parameter_order, ["a", "b"]);
    let input = first.input.as_ref().expect("it has an input");
    assert_eq!(input.action.as_ref().map(|action| action.value.as_str()), Some("urn:i"));
    assert_eq!((first.faults.len(), first.output_first, second.output_first), (1, false, true));
}

#[test]
fn bindings_are_read_through_mime_parts() {
    let found = valid(
        "<w:binding name='b' type='t:p'><soap12:binding style='rpc' transport='urn:x'/>\
         <w:operation name='o'><soap12:operation soapAction='urn:a' soapActionRequired='false'/>\
         <w:input><mime:multipartRelated><mime:part>\
         <soap12:body use='encoded' parts='a b' namespace='urn:n' encodingStyle='urn:e'/>\
         <soap12:header message='t:h' part='p' use='literal'>\
         <soap12:headerfault message='t:h' part='f' use='literal'/></soap12:header></mime:part>\
         <mime:part><mime:content part='c' type='image/png'/></mime:part></mime:multipartRelated></w:input>\
         <w:fault name='f'><soap12:fault name='f' use='literal'/></w:fault></w:operation></w:binding>\
         <w:service name='s'><w:port name='p' binding='t:b'><soap12:address location=' http://h/ '/></w:port></w:service>",
    );
    let binding = &found.bindings[0];
    let soap = binding.soap.as_ref().expect("it has a SOAP binding");
    assert_eq!(soap.version, SoapVersion::V12);
    assert_eq!(soap.style.as_ref().map(|style| style.value), Some(Style::Rpc));
    let operation = &binding.operations[0];
    let soap = operation.soap.as_ref().expect("it has a SOAP operation");
    assert_eq!(soap.action_required, Some(false));
    let input = operation.input.as_ref().expect("it has an input");
    let body = input.body.as_ref().expect("it has a body");
    assert_eq!(body.parts.as_ref().map(|parts| parts.value.len()), Some(2));
    assert_eq!(body.usage.as_ref().map(|usage| usage.value), Some(Use::Encoded));
    assert_eq!((input.headers.len(), input.headers[0].faults.len()), (1, 1));
    assert_eq!(input.extensions.len(), 1);
    assert!(operation.faults[0].soap.is_some());
    let address = found.services[0].ports[0].address.as_ref().expect("it has an address");
    assert_eq!(address.location.value, "http://h/");
}

#[test]
fn extensions_are_kept_as_trees() {
    let found = valid(
        "<p:Policy xmlns:p='http://www.w3.org/ns/ws-policy' Name='n' w:required='true'>\
         <p:All><x:y xmlns:x='urn:x'> text </x:y></p:All></p:Policy>",
    );
    let policy = &found.extensions[0];
    assert_eq!(policy.name.to_string(), "{http://www.w3.org/ns/ws-policy}Policy");
    assert_eq!(policy.attributes[0].1, "n");
    assert_eq!(policy.children[0].children[0].text, "text");
}

#[test]
fn findings_are_about_a_component() {
    let text = definitions(
        "<w:types><xs:schema targetNamespace='urn:s'><xs:complexType name='c'><xs:sequence>\
         <xs:element/></xs:sequence></xs:complexType><xs:x/></xs:schema></w:types>\
         <w:message name='m'><w:part/></w:message><w:x/>",
    );
    let components = read(&[("a.wsdl", &text)]).components;
    assert_eq!(components, ["{urn:s}c", "", "{urn:w}m", ""]);
}
