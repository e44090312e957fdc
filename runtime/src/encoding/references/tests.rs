//! What becomes of messages with references.

use super::resolve;
use crate::limits::Limits;
use crate::xml::{ErrorKind, RawXml, ReadOptions};

fn message(body: &str) -> String {
    format!(
        "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/' \
         xmlns:c='http://schemas.xmlsoap.org/soap/encoding/'><e:Body>{body}</e:Body></e:Envelope>"
    )
}

/// The body of the message with its references resolved.
fn body(body: &str) -> Result<String, String> {
    let text = message(body);
    let resolved = resolve(&text, &ReadOptions::default()).map_err(|error| error.to_string())?;
    resolved.parse::<RawXml>().map_err(|error| format!("{error} in {resolved}"))?;
    let (_, rest) = resolved.split_once("<e:Body>").unwrap_or_default();
    Ok(rest.split_once("</e:Body>").unwrap_or_default().0.to_owned())
}

#[test]
fn a_value_stands_where_it_is_referred_to() {
    let rows = [
        ("<r><a href='#1'/></r><m id='1'>x</m>", "<r><a id='1'>x</a></r>"),
        ("<r><a href='#1'/><b href='#1'/></r><m id='1'/>", "<r><a id='1'></a><b id='1'></b></r>"),
        // Inline, before and after.
        ("<r><a id='1'>x</a><b href='#1'/></r>", "<r><a id='1'>x</a><b id='1'>x</b></r>"),
        ("<r><b href='#1'/><a id='1'>x</a></r>", "<r><b id='1'>x</b><a id='1'>x</a></r>"),
        // References within what is referred to.
        (
            "<r><a href='#1'/></r><m id='1'><n href='#2'/></m><m id='2' t='u'>x</m>",
            "<r><a id='1'><n id='2' t='u'>x</n></a></r>",
        ),
        ("<r><a href='#1'/></r><m id='1' href='#2'/><m id='2'>x</m>", "<r><a id='2'>x</a></r>"),
        // The wrapper is what is not independent.
        ("<m c:root='0' id='1'/><r><a href='#1'/></r>", "<r><a c:root='0' id='1'></a></r>"),
        ("<r href='#1'/><m id='1'><a>x</a></m>", "<r id='1'><a>x</a></r>"),
        // Attributes are those of the value, but for its place in an array.
        (
            "<r><a c:position='[2]' t='v' href='#1'/></r><m id='1' t='u' >x</m>",
            "<r><a id='1' t='u' xmlns:refx=\"http://schemas.xmlsoap.org/soap/encoding/\" \
             refx:position=\"[2]\">x</a></r>",
        ),
        // What has content refers to nothing, nor does what no reference is.
        ("<r><a href='#1'>x</a></r>", "<r><a href='#1'>x</a></r>"),
        ("<r>href</r><m id='1'/>", "<r>href</r><m id='1'/>"),
    ];
    for (before, after) in rows {
        assert_eq!(body(before).as_deref(), Ok(after), "{before}");
    }
}

#[test]
fn prefixes_mean_what_they_meant() {
    let rows = [
        (
            "<r><a href='#1'/></r><m id='1' xmlns:p='urn:p' t='p:T'>x</m>",
            "<r><a id='1' xmlns:p='urn:p' t='p:T'>x</a></r>",
        ),
        // Declared around the value, and otherwise around the reference.
        (
            "<r xmlns:p='urn:q'><s xmlns:p='urn:p'><a id='1' t='p:T'/></s><b href='#1'/></r>",
            "<r xmlns:p='urn:q'><s xmlns:p='urn:p'><a id='1' t='p:T'/></s>\
             <b xmlns:p=\"urn:p\" id='1' t='p:T'></b></r>",
        ),
        // The name of the reference has a prefix of its own, free or taken.
        (
            "<r><p:a xmlns:p='urn:p' href='#1'/></r><m id='1'>x</m>",
            "<r><p:a xmlns:p=\"urn:p\" id='1'>x</p:a></r>",
        ),
        (
            "<r><p:a xmlns:p='urn:p' href='#1'/></r><m id='1' xmlns:p='urn:q'>x</m>",
            "<r><refx-name:a xmlns:refx-name=\"urn:p\" id='1' xmlns:p='urn:q'>x</refx-name:a></r>",
        ),
        // Out of a default namespace, and into one.
        (
            "<r xmlns='urn:d'><a href='#1'/></r><m id='1'><n/></m>",
            "<r xmlns='urn:d'><refx-name:a xmlns:refx-name=\"urn:d\" xmlns=\"\" id='1'><n/>\
             </refx-name:a></r>",
        ),
        (
            "<r><a href='#1'/></r><m id='1' xmlns='urn:d'><n/></m>",
            "<r><a id='1' xmlns='urn:d'><n/></a></r>",
        ),
    ];
    for (before, after) in rows {
        assert_eq!(body(before).as_deref(), Ok(after), "{before}");
    }
}

#[test]
fn references_that_lead_to_no_value_are_errors() {
    let rows = [
        ("<r><a href='#2'/></r><m id='1'/>", "reference \"#2\" leads to no element"),
        ("<r><a href='#1'/></r><m id='1'/><m id='1'/>", "leads to several elements"),
        ("<r><a href='cid:1'/></r>", "reference \"cid:1\" leads out of the message"),
        ("<r><a href='http://example.com/'/></r>", "leads out of the message"),
        ("<r><a href='#1'/></r><m id='1' href='#1'/>", "leads back to itself"),
        ("<r><a href='#1'/></r><m id='1'><n href='#1'/></m>", "leads back to itself"),
        (
            "<r><a href='#1'/></r><m id='1'><n href='#2'/></m><m id='2'><n href='#1'/></m>",
            "/Envelope/Body/m[2]/n, line 1, column 184: reference \"#1\" leads back to itself",
        ),
        ("<r><a id='1'><b href='#1'/></a></r>", "leads back to itself"),
    ];
    for (before, expected) in rows {
        let error = body(before).expect_err(before);
        assert!(error.contains(expected), "{before}: {error}");
    }
}

#[test]
fn other_documents_are_left_alone() {
    let rows = ["<r href='#1'/>", "<r href='#1'>", "href", "<e:Envelope href='#1'/>"];
    for text in rows {
        let resolved = resolve(text, &ReadOptions::default()).expect("it is left alone");
        assert_eq!(resolved, text);
    }
}

/// Each of many values refers ten times to the next.
#[test]
fn a_tree_that_grows_without_measure_is_refused_in_time() {
    let mut text = "<r><a href='#0'/></r>".to_owned();
    for level in 0..50 {
        text.push_str(&format!("<m id='{level}'>"));
        text.push_str(&format!("<a href='#{}'/>", level + 1).repeat(10));
        text.push_str("</m>");
    }
    text.push_str("<m id='50'>x</m>");
    let limit = |text: &str, limits: Limits| {
        let options = ReadOptions::default().with_limits(limits);
        let error = resolve(&message(text), &options).expect_err("it is over a limit");
        let ErrorKind::Limit { limit, .. } = error.kind() else { panic!("{error}") };
        *limit
    };
    let small = Limits { decoded_body: 1 << 20, ..Limits::default() };
    assert_eq!(limit(&text, small), "decoded_body");
    let chain: String =
        (0..200).map(|at| format!("<m id='{at}'><a href='#{}'/></m>", at + 1)).collect();
    let chain = format!("<r><a href='#0'/></r>{chain}<m id='200'/>");
    assert_eq!(limit(&chain, Limits::default()), "depth");
    let chain: String = (0..200).map(|at| format!("<m id='{at}' href='#{}'/>", at + 1)).collect();
    let chain = format!("<r><a href='#0'/></r>{chain}<m id='200'/>");
    assert_eq!(limit(&chain, Limits::default()), "depth");
}

/// Many references to as many values, each with many declarations around it.
#[test]
fn many_declarations_are_compared_within_the_limit() {
    let declarations: String = (0..60).map(|at| format!(" xmlns:p{at}='urn:{at}'")).collect();
    let (mut references, mut values) = (String::new(), String::new());
    for at in 0..20_000 {
        references.push_str(&format!("<a xmlns:q='urn:q'><b href='#{at}'/></a>"));
        values.push_str(&format!("<v id='{at}'/>"));
    }
    let text = format!("<r{declarations}>{references}</r><m id='m'{declarations}>{values}</m>");
    let resolved = body(&text);
    assert!(resolved.is_ok() || resolved.is_err_and(|error| error.contains("decoded_body")));
}
