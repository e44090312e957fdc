//! The forms of the runtime's types in JSON.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::QName;
use crate::any::{AnyAttributes, AnyNode, AnySimpleType, AnyText, AnyType};
use crate::codec::Present;
use crate::list::{Bounded, NonEmpty};
use crate::value::*;
use crate::xml::RawXml;

/// That a value has this form, and is read from it.
fn has_form<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T, json: &str) {
    assert_eq!(serde_json::to_string(&value).expect("a value has a form"), json);
    assert_eq!(serde_json::from_str::<T>(json).expect("a form is read"), value, "{json}");
}

/// What is said of a form that is no value of the type.
fn refusal<T: DeserializeOwned + Debug>(json: &str) -> String {
    serde_json::from_str::<T>(json).expect_err(json).to_string()
}

fn text<T: TextValue>(text: &str) -> T {
    from_text(text).expect("a row has a lexical form")
}

#[test]
fn simple_types_are_their_lexical_form() {
    has_form(text::<Decimal>("12345678901234567890.10"), "\"12345678901234567890.1\"");
    has_form(text::<Integer>("-123456789012345678901"), "\"-123456789012345678901\"");
    has_form(text::<PositiveInteger>("7"), "\"7\"");
    has_form(text::<DateTime>("2026-01-31T24:00:00Z"), "\"2026-02-01T00:00:00Z\"");
    has_form(text::<Date>("-0044-03-15+01:00"), "\"-0044-03-15+01:00\"");
    has_form(text::<Time>("10:00:00.25"), "\"10:00:00.25\"");
    has_form(text::<GMonthDay>("--02-29"), "\"--02-29\"");
    has_form(text::<Duration>("-P1M2DT3S"), "\"-P1M2DT3S\"");
    has_form(text::<Base64Binary>("AAEC"), "\"AAEC\"");
    has_form(text::<HexBinary>("0aFF"), "\"0AFF\"");
    has_form(text::<Token>("a b"), "\"a b\"");
    has_form(text::<Id>("a"), "\"a\"");
    has_form(QName::new("urn:a", "b"), "\"{urn:a}b\"");
    has_form(QName::new("", "b"), "\"b\"");
    has_form(Present, "true");
}

#[test]
fn lists_are_sequences_within_their_bounds() {
    has_form(NonEmpty::from([1, 2]), "[1,2]");
    has_form(Bounded::<u8, 1, 2>::from([1]), "[1]");
    has_form(text::<NmTokens>("a b"), "[\"a\",\"b\"]");
    has_form(text::<TextList<i32>>(""), "[]");
    assert!(refusal::<NonEmpty<u8>>("[]").contains("at least 1 item"));
    assert!(refusal::<Bounded<u8, 1, 2>>("[1,2,3]").contains("1 to 2 items"));
    assert!(refusal::<NmTokens>("[]").contains("at least 1 item"));
    assert!(refusal::<NmTokens>("[\"a b\"]").contains("xs:NMTOKEN"));
}

#[test]
fn nil_is_null_unless_it_has_attributes() {
    has_form(Nillable::<u8>::from(1), "1");
    has_form(Nillable::<u8>::nil(), "null");
    has_form(vec![Nillable::<u8>::nil(), 2.into()], "[null,2]");
    let attributes = AnyAttributes::new().with(QName::new("urn:a", "why"), "gone");
    type Open = Nillable<AnyType, AnyAttributes>;
    has_form(Open::Nil(attributes), "{\"Nil\":{\"{urn:a}why\":\"gone\"}}");
    has_form(Open::Value(AnyType::from("a")), "{\"Value\":{\"content\":[{\"Text\":\"a\"}]}}");
}

#[test]
fn open_content_keeps_its_names() {
    let element: RawXml = "<a:b xmlns:a='urn:a' c='1'/>".parse().expect("it is an element");
    has_form(element.clone(), "\"<a:b xmlns:a='urn:a' c='1'/>\"");
    let name = AnyText::from_name(&QName::new("urn:a", "b"));
    has_form(AnyText::from("a:b"), "\"a:b\"");
    has_form(name.clone(), "{\"text\":\"q1:b\",\"namespace\":\"urn:a\"}");
    has_form(
        AnySimpleType::new(QName::new("urn:a", "t"), "x"),
        "{\"type_name\":\"{urn:a}t\",\"text\":\"x\"}",
    );
    let content = vec![AnyNode::Text(name), AnyNode::Element(element)];
    let value = AnyType { content, ..AnyType::new() };
    let json = serde_json::to_string(&value).expect("a value has a form");
    assert_eq!(serde_json::from_str::<AnyType>(&json).expect("a form is read"), value);
    assert!(refusal::<RawXml>("\"<a>\"").contains("not well-formed"));
    assert!(refusal::<AnyText>("{\"text\":\"b\",\"namespace\":\"urn:a\"}").contains("prefix"));
    assert!(refusal::<AnyAttributes>("{\"a\":\"1\",\"a\":\"2\"}").contains("twice"));
}

#[test]
fn numbers_that_are_not_finite_are_texts() {
    #[derive(Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    struct Prices(
        #[serde(with = "super::float")] Vec<f64>,
        #[serde(with = "super::float")] Option<Nillable<f32>>,
        #[serde(with = "super::float")] TextList<f64, NonEmpty<f64>>,
    );
    let list = TextList::new(NonEmpty::from([0.5]));
    let prices = |nillable| Prices(vec![f64::INFINITY, -0.25], nillable, list.clone());
    has_form(prices(Some(f32::NEG_INFINITY.into())), "[[\"INF\",-0.25],\"-INF\",[0.5]]");
    has_form(prices(Some(Nillable::nil())), "[[\"INF\",-0.25],null,[0.5]]");
    assert!(refusal::<Prices>("[[],null,[]]").contains("at least 1 item"));
    assert!(refusal::<Prices>("[[\"inf\"],null,[1]]").contains("xs:double"));
}

#[test]
fn what_is_no_value_is_refused() {
    assert!(refusal::<Date>("\"2026-02-30\"").contains("xs:date"));
    assert!(refusal::<Decimal>("\"1e3\"").contains("xs:decimal"));
    assert!(refusal::<PositiveInteger>("\"0\"").contains("xs:positiveInteger"));
    assert!(refusal::<QName>("\"{urn:a}b c\"").contains("xs:QName"));
    assert!(refusal::<QName>("\"a:b\"").contains("xs:QName"));
    assert!(refusal::<Present>("false").contains("true"));
}
