//! Services, ports, bindings and operations (WSDL 1.1, sections 2 and 3).

use super::{codes, resolve_files};
use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::syntax::soap::SoapVersion;

/// A WSDL document with two elements, their messages, and these definitions.
pub(super) fn wsdl(definitions: &str) -> String {
    format!(
        "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/' name='D' \
         xmlns:soap='http://schemas.xmlsoap.org/wsdl/soap/' \
         xmlns:soap12='http://schemas.xmlsoap.org/wsdl/soap12/' \
         xmlns:http='http://schemas.xmlsoap.org/wsdl/http/' \
         xmlns:mime='http://schemas.xmlsoap.org/wsdl/mime/' \
         xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t' targetNamespace='urn:t'>\
         <types><xs:schema targetNamespace='urn:t'><xs:element name='In' type='xs:int'/>\
         <xs:element name='Out' type='xs:int'/></xs:schema></types>\
         <message name='In'><part name='in' element='t:In'/></message>\
         <message name='Out'><part name='out' element='t:Out'/></message>{definitions}\
         </definitions>"
    )
}

pub(super) fn resolve_wsdl(definitions: &str) -> (Model, Vec<Diagnostic>) {
    resolve_files(&[("t.wsdl", &wsdl(definitions))])
}

/// A portType with one operation.
const PORT_TYPE: &str = "<portType name='P'><operation name='Op'><input message='t:In'/>\
    <output message='t:Out'/></operation></portType>";

/// A binding of that operation, by the prefix of the SOAP namespace and the transport.
fn binding(name: &str, prefix: &str, transport: &str) -> String {
    format!(
        "<binding name='{name}' type='t:P'><{prefix}:binding transport='{transport}'/>\
         <operation name='Op'><{prefix}:operation soapAction='urn:op'/>\
         <input><{prefix}:body use='literal'/></input><output><{prefix}:body use='literal'/>\
         </output></operation></binding>"
    )
}

const HTTP: &str = "http://schemas.xmlsoap.org/soap/http";

/// The services as `service: port port`.
fn services(model: &Model) -> Vec<String> {
    let print = |service: &crate::model::wsdl::Service| {
        let ports: Vec<&str> = service.ports.iter().map(|port| port.name.as_str()).collect();
        format!("{}: {}", service.name.local, ports.join(" "))
    };
    model.services.iter().map(print).collect()
}

#[test]
fn ports_of_other_protocols_are_left_out() {
    let http = "<binding name='H' type='t:P'><http:binding verb='GET'/></binding>";
    let (model, found) = resolve_wsdl(&format!(
        "{PORT_TYPE}{}{}{}{http}<service name='S'>\
         <port name='One' binding='t:B1'><soap:address location=' http://h/1 '/></port>\
         <port name='Two' binding='t:B2'><soap12:address location='http://h/2'/></port>\
         <port name='Jms' binding='t:B3'/><port name='Get' binding='t:H'/></service>",
        binding("B1", "soap", HTTP),
        binding("B2", "soap12", "http://www.w3.org/2003/05/soap/bindings/HTTP/"),
        binding("B3", "soap", "http://www.example.org/jms"),
    ));
    assert_eq!(services(&model), ["S: One Two"]);
    assert_eq!(codes(&found), ["W2R-transport", "W2R-not-soap"]);
    let [one, two] = &model.services[0].ports[..] else { panic!("two ports") };
    assert_eq!((one.address.as_str(), one.version), ("http://h/1", SoapVersion::V11));
    assert_eq!((two.address.as_str(), two.version), ("http://h/2", SoapVersion::V12));
    assert_eq!(one.port_type, two.port_type);
    assert_eq!(one.operations[0].soap_action, "urn:op");
}

#[test]
fn bindings_without_service_make_one() {
    let (model, found) = resolve_wsdl(&format!("{PORT_TYPE}{}", binding("B", "soap", HTTP)));
    assert_eq!(services(&model), ["B: B"]);
    assert_eq!(model.services[0].ports[0].address, "");
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn services_of_all_documents_are_found() {
    let inner = wsdl(&format!("{PORT_TYPE}{}", binding("B", "soap", HTTP)));
    let main = "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/' xmlns:t='urn:t' \
        targetNamespace='urn:main'><import namespace='urn:t' location='i.wsdl'/>\
        <service name='S'><port name='Port' binding='t:B'>\
        <address xmlns='http://schemas.xmlsoap.org/wsdl/soap/' location='https://example.com/'/>\
        </port></service></definitions>";
    let (model, found) = resolve_files(&[("t.wsdl", main), ("i.wsdl", &inner)]);
    assert_eq!(services(&model), ["S: Port"]);
    assert!(found.is_empty(), "{found:?}");
    let entry = model.entry_namespace.as_ref().map(|namespace| namespace.as_str());
    assert_eq!(entry, Some("urn:main"));
}

#[test]
fn broken_references_cost_what_uses_them() {
    let rows: [(&str, &str, &[&str], &[&str]); 5] = [
        ("binding='t:B'", "binding='t:Bee'", &["Op"], &["W2R-unknown-definition"]),
        ("type='t:P'", "type='t:Q'", &[], &["W2R-unknown-definition", "W2R-nothing-left"]),
        (
            "<output message='t:Out'/>",
            "<output message='t:Missing'/>",
            &[],
            &["W2R-unknown-definition", "W2R-nothing-left"],
        ),
        (
            "element='t:Out'",
            "element='t:Missing'",
            &[],
            &["W2R-part-reference", "W2R-nothing-left"],
        ),
        (
            "<message name='In'>",
            "<message name='Unused'><part name='p' type='t:Nothing'/></message>\
          <message name='In'>",
            &["Op"],
            &[],
        ),
    ];
    let text = wsdl(&format!(
        "{PORT_TYPE}{}<service name='S'><port name='A' binding='t:B'>\
         <address xmlns='http://schemas.xmlsoap.org/wsdl/soap/' location='https://example.com/'/>\
         </port></service>",
        binding("B", "soap", HTTP)
    ));
    for (from, to, operations, expected) in rows {
        let (model, found) = resolve_files(&[("t.wsdl", &text.replace(from, to))]);
        let ports = model.services.iter().flat_map(|service| &service.ports);
        let bound: Vec<&str> = ports
            .flat_map(|port| &port.operations)
            .map(|operation| operation.name.as_str())
            .collect();
        assert_eq!(bound, operations, "{to}");
        assert_eq!(codes(&found), expected, "{to}: {found:?}");
    }
}

#[test]
fn overloads_are_matched_by_the_names_of_their_messages() {
    let (model, found) = resolve_wsdl(
        "<portType name='P'><operation name='Op'><input name='first' message='t:In'/></operation>\
         <operation name='Op'><input name='second' message='t:Out'/></operation></portType>\
         <binding name='B' type='t:P'><soap:binding/>\
         <operation name='Op'><soap:operation soapAction='two'/><input name='second'><soap:body/>\
         </input></operation>\
         <operation name='Op'><soap:operation soapAction='one'/><input name='first'><soap:body/>\
         </input></operation></binding>",
    );
    let operations = &model.services[0].ports[0].operations;
    let bound: Vec<(&str, &str)> = operations
        .iter()
        .map(|operation| (operation.soap_action.as_str(), &*operation.input.message.local))
        .collect();
    assert_eq!(bound, [("one", "In"), ("two", "Out")]);
    assert!(found.is_empty(), "{found:?}");
    assert!(operations.iter().all(|operation| operation.output.is_none()));
}

#[test]
fn operations_that_a_client_cannot_call() {
    let rows: [(&str, &str, &[&str]); 4] = [
        ("<output message='t:Out'/>", "Op", &["R2303"]),
        ("<output message='t:Out'/><input message='t:In'/>", "Op", &["R2303"]),
        ("<input message='t:In'/>", "Other", &["W2R-unbound-operation", "R2718"]),
        ("<input message='t:In'/>", "Op", &[]),
    ];
    for (messages, bound, expected) in rows {
        let (model, found) = resolve_wsdl(&format!(
            "<portType name='P'><operation name='Op'>{messages}</operation></portType>\
             <binding name='B' type='t:P'><soap:binding/><operation name='{bound}'>\
             <input><soap:body/></input></operation></binding>"
        ));
        assert_eq!(codes(&found), expected, "{messages}: {found:?}");
        let count = model.services[0].ports[0].operations.len();
        assert_eq!(count, usize::from(expected.is_empty()), "{messages}");
    }
}
