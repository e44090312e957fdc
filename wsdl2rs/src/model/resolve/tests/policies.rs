//! What policies demand of a port (WS-Policy 1.5 Framework, section 4; Attachment, section 4).

use super::codes;
use super::services::resolve_wsdl;
use crate::model::wsdl::{Addressing, Demand};

/// The prefixes of policies, for an element.
const PREFIXES: &str = "xmlns:wsp='http://www.w3.org/ns/ws-policy' \
    xmlns:old='http://schemas.xmlsoap.org/ws/2004/09/policy' \
    xmlns:wsu='http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd' \
    xmlns:sp='http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702' \
    xmlns:sp05='http://schemas.xmlsoap.org/ws/2005/07/securitypolicy' \
    xmlns:wsam='http://www.w3.org/2007/05/addressing/metadata' \
    xmlns:wsaw='http://www.w3.org/2006/05/addressing/wsdl' \
    xmlns:wsap='http://schemas.xmlsoap.org/ws/2004/08/addressing/policy' \
    xmlns:wsoma='http://schemas.xmlsoap.org/ws/2004/09/policy/optimizedmimeserialization' \
    xmlns:net='http://schemas.microsoft.com/ws/06/2004/policy/http' xmlns:x='urn:x'";

/// What a port demands beside addressing, and the rules that were broken.
type Found = (Addressing, Vec<Demand>, Vec<&'static str>);

/// What a port demands, with extension elements of the document, of the binding, of the port and
/// of the message.
fn demands(document: &str, binding: &str, port: &str, message: &str) -> Found {
    let with_prefixes = |elements: &str| {
        // The first tag of each element declares the prefixes.
        elements.replace(" @", &format!(" {PREFIXES}"))
    };
    let (model, found) = resolve_wsdl(&format!(
        "{}<portType name='P'><operation name='Op'><input message='t:In'/></operation></portType>\
         <binding name='B' type='t:P'>{}<soap:binding/><operation name='Op'>\
         <input>{}<soap:body use='literal'/></input></operation></binding>\
         <service name='S'><port name='One' binding='t:B'>{}<soap:address location='http://h/'/>\
         </port></service>",
        with_prefixes(document),
        with_prefixes(binding),
        with_prefixes(message),
        with_prefixes(port),
    ));
    let port = &model.services[0].ports[0];
    (port.addressing, port.demands.clone(), codes(&found))
}

/// The same of a policy of the binding with this content.
fn policy(content: &str) -> Found {
    demands("", &format!("<wsp:Policy @>{content}</wsp:Policy>"), "", "")
}

const REQUIRED: &[&str] = &["W2R-policy"];
const OPTIONAL: &[&str] = &["W2R-policy-optional"];

#[test]
fn what_is_known_of_addressing() {
    use Addressing::{Offered, Required, Submission, Unsaid};
    let rows = [
        ("", Unsaid, &[][..]),
        ("<wsam:Addressing/>", Required, &[]),
        ("<wsaw:UsingAddressing/>", Required, &[]),
        ("<wsap:UsingAddressing/>", Submission, &[]),
        ("<wsam:Addressing wsp:Optional='true'/>", Offered, &[]),
        ("<wsaw:UsingAddressing old:Optional='1'/>", Offered, &[]),
        ("<wsp:ExactlyOne><wsp:All/><wsam:Addressing/></wsp:ExactlyOne>", Offered, &[]),
        ("<wsp:ExactlyOne><wsam:Addressing/><wsp:All/></wsp:ExactlyOne>", Offered, &[]),
        ("<wsp:ExactlyOne><wsam:Addressing/><x:A/></wsp:ExactlyOne>", Required, &[]),
        ("<wsp:ExactlyOne><x:A/></wsp:ExactlyOne><wsam:Addressing/>", Required, REQUIRED),
        (
            "<wsam:Addressing><wsp:Policy><wsam:AnonymousResponses/></wsp:Policy></wsam:Addressing>",
            Required,
            &[],
        ),
        (
            "<wsam:Addressing><wsp:Policy><wsam:NonAnonymousResponses/></wsp:Policy>\
             </wsam:Addressing>",
            Required,
            REQUIRED,
        ),
    ];
    for (content, addressing, codes) in rows {
        assert_eq!(policy(content), (addressing, Vec::new(), codes.to_vec()), "{content}");
    }
    let using = |required: &str| format!("<wsaw:UsingAddressing @{required}/>");
    let required = " d:required='true' xmlns:d='http://schemas.xmlsoap.org/wsdl/'";
    for (binding, port, addressing) in [
        (using(""), String::new(), Offered),
        (String::new(), using(""), Offered),
        (using(required), String::new(), Required),
        (using(""), using(required), Required),
    ] {
        let found = demands("", &binding, &port, "");
        assert_eq!(found, (addressing, Vec::new(), Vec::new()), "{binding} {port}");
    }
}

const TLS: &str = "<sp:TransportBinding><wsp:Policy><sp:TransportToken><wsp:Policy><sp:HttpsToken/>\
    </wsp:Policy></sp:TransportToken><sp:AlgorithmSuite><wsp:Policy><sp:Basic256/></wsp:Policy>\
    </sp:AlgorithmSuite><sp:IncludeTimestamp/></wsp:Policy></sp:TransportBinding>";

#[test]
fn what_is_known_of_security() {
    use Demand::{BasicAuth, ClientCertificate, DigestAuth, Mtom, Timestamp, Tls, UsernameToken};
    let user = "<sp:SignedSupportingTokens><wsp:Policy><sp:UsernameToken><wsp:Policy>\
                <sp:WssUsernameToken10/></wsp:Policy></sp:UsernameToken></wsp:Policy>\
                </sp:SignedSupportingTokens>";
    let https = |inner: &str| {
        format!(
            "<sp:TransportBinding><wsp:Policy><sp:TransportToken><wsp:Policy>{inner}</wsp:Policy>\
             </sp:TransportToken></wsp:Policy></sp:TransportBinding>"
        )
    };
    let nested = |inner: &str| {
        https(&format!("<sp:HttpsToken><wsp:Policy>{inner}</wsp:Policy></sp:HttpsToken>"))
    };
    let rows = [
        (TLS.to_owned(), vec![Tls, Timestamp], &[][..]),
        (format!("{TLS}{user}"), vec![Tls, UsernameToken, Timestamp], &[]),
        (
            format!("{user}<sp:SignedParts><sp:Body/></sp:SignedParts>{TLS}"),
            vec![Tls, UsernameToken, Timestamp],
            &[],
        ),
        (nested("<sp:RequireClientCertificate/>"), vec![Tls, ClientCertificate], &[]),
        (nested("<sp:HttpBasicAuthentication/>"), vec![Tls, BasicAuth], &[]),
        (nested("<sp:HttpDigestAuthentication/>"), vec![Tls, DigestAuth], &[]),
        (
            https("<sp05:HttpsToken RequireClientCertificate='true'/>"),
            vec![Tls, ClientCertificate],
            &[],
        ),
        (https("<sp05:HttpsToken RequireClientCertificate='false'/>"), vec![Tls], &[]),
        ("<net:BasicAuthentication/>".to_owned(), vec![BasicAuth], &[]),
        ("<wsoma:OptimizedMimeSerialization/>".to_owned(), vec![Mtom], &[]),
        ("<wsoma:OptimizedMimeSerialization wsp:Optional='true'/>".to_owned(), vec![], &[]),
        // Without TLS, parts are protected by signatures.
        ("<sp:SignedParts><sp:Body/></sp:SignedParts>".to_owned(), vec![], REQUIRED),
        ("<sp:SymmetricBinding/>".to_owned(), vec![], REQUIRED),
        ("<sp:EndorsingSupportingTokens/>".to_owned(), vec![], REQUIRED),
        ("<net:NegotiateAuthentication/>".to_owned(), vec![], REQUIRED),
    ];
    for (content, known, codes) in rows {
        assert_eq!(policy(&content), (Addressing::Unsaid, known, codes.to_vec()), "{content}");
    }
}

#[test]
fn what_is_not_known_is_required_or_not() {
    let rows = [
        ("<x:A/>", REQUIRED),
        ("<x:A wsp:Optional='false'/>", REQUIRED),
        ("<x:A wsp:Optional='true'/>", OPTIONAL),
        ("<x:A wsp:Ignorable='true'/>", &[]),
        ("<x:A xmlns:m='urn:m' m:visibility='private'/>", &[]),
        ("<m:KeyStore xmlns:m='http://schemas.sun.com/2006/03/wss/server'/>", &[]),
        ("<wsp:ExactlyOne><x:A/><wsp:All/></wsp:ExactlyOne>", &[]),
        ("<wsp:ExactlyOne><x:A/><x:B/></wsp:ExactlyOne>", REQUIRED),
        ("<wsp:ExactlyOne/>", &[]),
        (
            "<wsp:ExactlyOne><wsp:All><x:A wsp:Optional='true'/></wsp:All></wsp:ExactlyOne>",
            OPTIONAL,
        ),
    ];
    for (content, codes) in rows {
        assert_eq!(policy(content), (Addressing::Unsaid, Vec::new(), codes.to_vec()), "{content}");
    }
}

#[test]
fn policies_are_found_by_reference() {
    let referred = |uri: &str| format!("<wsp:PolicyReference @ URI='{uri}'/>");
    let policy = |attribute: &str, content: &str| {
        format!("<wsp:Policy @ {attribute}>{content}</wsp:Policy>")
    };
    let demanded = policy("wsu:Id='A'", "<wsam:Addressing/>");
    let of = |document: &str, uri: &str| demands(document, &referred(uri), "", "");
    let found = |addressing, codes: &[&'static str]| (addressing, Vec::new(), codes.to_vec());
    let required = || found(Addressing::Required, &[]);
    assert_eq!(of(&demanded, "#A"), required());
    assert_eq!(of(&policy("xml:id='A'", "<wsam:Addressing/>"), "#A"), required());
    assert_eq!(of(&policy("Name='urn:p'", "<wsam:Addressing/>"), "urn:p"), required());
    let through = policy("wsu:Id='B'", "<wsp:PolicyReference URI='#A'/>");
    assert_eq!(of(&format!("{demanded}{through}"), "#B"), required());
    assert_eq!(demands(&demanded, "", &referred("#A"), ""), required());
    assert_eq!(of(&demanded, "#B"), found(Addressing::Unsaid, REQUIRED));
    assert_eq!(of("", "http://example.com/policy"), found(Addressing::Unsaid, REQUIRED));
    let unknown = policy("wsu:Id='A'", "<x:A/>");
    assert_eq!(demands(&unknown, "", "", &referred("#A")), found(Addressing::Unsaid, REQUIRED));
    let (model, reported) = resolve_wsdl(&format!(
        "{}<portType name='P'><operation name='Op'><input message='t:In'/></operation></portType>\
         <binding name='B' type='t:P' {PREFIXES} wsp:PolicyURIs=' #A  #B '><soap:binding/>\
         <operation name='Op'><input/></operation></binding>",
        demanded.replace(" @", &format!(" {PREFIXES}")),
    ));
    assert_eq!(model.services[0].ports[0].addressing, Addressing::Required);
    assert_eq!(codes(&reported), REQUIRED);
    // A circle, and references that double at each step, end.
    let circle = policy("wsu:Id='A'", "<wsp:PolicyReference URI='#A'/>");
    assert_eq!(of(&circle, "#A"), found(Addressing::Unsaid, &[]));
    let doubling: String = (0..60)
        .map(|at| {
            let next = format!("<wsp:PolicyReference URI='#p{}'/>", at + 1);
            policy(&format!("wsu:Id='p{at}'"), &next.repeat(2))
        })
        .collect();
    let doubling = doubling + &policy("wsu:Id='p60'", "");
    assert_eq!(of(&doubling, "#p0"), found(Addressing::Unsaid, &[]));
}
