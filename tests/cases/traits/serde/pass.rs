//! The JSON of a value, and what is refused of JSON.

use cases::traits::serde::{Cents, Currency, Isin, Limit, Line, Order, Share, elements};
use wsdl2rs_runtime::codegen::v1::serde::Deserialize;
use wsdl2rs_runtime::value::Nillable;
use wsdl2rs_runtime::xml::from_str;

const FULL: &str = include_str!("messages/ok-full.xml");
const LEAST: &str = include_str!("messages/ok-least.xml");

fn order(document: &str) -> Order {
    from_str::<elements::Order>(document).expect("it is an order")
}

/// The value that `json` has when the text `old` in it is `new`.
fn changed(json: &str, old: &str, new: &str) -> Result<Order, String> {
    assert!(json.contains(old), "{old}");
    serde_json::from_str(&json.replacen(old, new, 1)).map_err(|error| error.to_string())
}

fn read<T: for<'de> Deserialize<'de>>(json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

pub fn main() {
    for (document, json) in [(FULL, include_str!("full.json")), (LEAST, include_str!("least.json"))]
    {
        let order = order(document);
        let written = serde_json::to_string_pretty(&order).expect("it has a form");
        assert_eq!(written, json.trim_end());
        assert_eq!(read(json), Ok(order));
    }

    // Absent, nil and a value are three states.
    let json = serde_json::to_string(&order(LEAST)).expect("it has a form");
    let note = |start: &str| changed(&json, "{", start).map(|order| order.note);
    assert_eq!(note("{"), Ok(None));
    assert_eq!(note("{\"note\":null,"), Ok(Some(Nillable::nil())));
    assert_eq!(note("{\"note\":\"n\","), Ok(Some("n".to_owned().into())));

    // What the schema forbids is refused.
    let rows = [
        ("US0378331005", "US", "length"),
        (r#""count":0"#, r#""count":-1"#, "minInclusive"),
        ("EUR", "USD", "USD"),
        ("{urn:case}market", "market", "market"),
        ("1.00", "1.0", "[0-9]"),
        (r#"{"line":{"amount":"1.00"}}"#, "", "1 to 3 items, found 0"),
        (r#""kind""#, r#""kin""#, "missing field `kind`"),
        (r#""a1""#, r#""1""#, "xs:ID"),
        (r#""EUR","#, r#""EUR","any":"<a><b></a>","#, "not well-formed"),
        (r#""EUR","#, r#""EUR","hidden":false,"#, "true"),
        (r#""EUR","#, r#""EUR","due":"2026-02-30T00:00:00","#, "xs:dateTime"),
    ];
    for (old, new, message) in rows {
        match changed(&json, old, new) {
            Err(error) => assert!(error.contains(message), "{new}: {error}"),
            Ok(order) => panic!("{new} is read: {order:?}"),
        }
    }
    assert!(read::<Cents>("\"7.50\"").is_ok());
    assert!(read::<Share>("-0.5").is_err());
    let shown = |json| read::<Limit>(json).map(|limit| limit.to_string());
    assert_eq!(shown("{\"double\":\"NaN\"}"), Ok("NaN".to_owned()));
    assert!(read::<Isin>("12").is_err());
    assert_eq!(read("{\"double\":1}"), Ok(Limit::Double(1.0)));
    assert_eq!(read("{\"currency\":\"us-dollar\"}"), Ok(Limit::Currency(Currency::UsDollar)));
    assert!(read::<Line>("{\"amount\":\"1.00\",\"more\":1}").is_ok());
}
