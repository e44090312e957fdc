//! Hostile schemas: refused in bounded time and stack.

use std::time::{Duration, Instant};

use super::{codes, resolve_schema};

/// Resolves within a few seconds, even in a debug build on a busy machine.
fn check(what: &str, text: &str, expected: &[&str]) {
    let start = Instant::now();
    let (_, found) = resolve_schema(text);
    assert_eq!(codes(&found), expected, "{what}");
    assert!(start.elapsed() < Duration::from_secs(20), "{what} took {:?}", start.elapsed());
}

/// `count` components, each made by its number.
fn repeat(count: usize, component: impl Fn(usize) -> String) -> String {
    (0..count).map(component).collect()
}

#[test]
fn long_chains_are_refused() {
    let extensions = repeat(5_000, |n| {
        format!(
            "<xs:complexType name='T{n}'><xs:complexContent><xs:extension base='T{}'/>\
             </xs:complexContent></xs:complexType>",
            n + 1
        )
    });
    let last = "<xs:complexType name='T5000'/>";
    check("a chain of extensions", &(extensions + last), &["W2R-nesting-limit"]);
    let restrictions = repeat(5_000, |n| {
        format!("<xs:simpleType name='T{n}'><xs:restriction base='T{}'/></xs:simpleType>", n + 1)
    });
    let last = "<xs:simpleType name='T5000'><xs:restriction base='xs:int'/></xs:simpleType>";
    check("a chain of restrictions", &(restrictions + last), &["W2R-nesting-limit"]);
    let heads =
        repeat(5_000, |n| format!("<xs:element name='e{n}' substitutionGroup='e{}'/>", n + 1));
    let last = "<xs:element name='e5000'/>";
    check("a chain of heads", &(heads + last), &["W2R-nesting-limit"]);
}

#[test]
fn exploding_groups_are_refused() {
    let groups = repeat(40, |n| {
        format!(
            "<xs:group name='G{n}'><xs:choice><xs:group ref='G{0}'/><xs:group ref='G{0}'/>\
             </xs:choice></xs:group>",
            n + 1
        )
    });
    let last = "<xs:group name='G40'><xs:sequence><xs:element name='e'/></xs:sequence></xs:group>\
        <xs:complexType name='T'><xs:group ref='G0'/></xs:complexType>";
    check("a choice of 2^40", &(groups + last), &["W2R-size-limit"]);
    let groups = repeat(200, |n| {
        format!(
            "<xs:group name='G{n}'><xs:sequence><xs:group ref='G{}'/></xs:sequence></xs:group>",
            n + 1
        )
    });
    let last = "<xs:group name='G200'><xs:sequence/></xs:group>";
    check("groups in groups", &(groups + last), &["W2R-nesting-limit"]);
    let groups = repeat(200, |n| {
        format!(
            "<xs:attributeGroup name='G{n}'><xs:attributeGroup ref='G{0}'/>\
             <xs:attributeGroup ref='G{0}'/><xs:attribute name='a{n}'/></xs:attributeGroup>",
            n + 1
        )
    });
    let last = "<xs:attributeGroup name='G200'/>";
    check("attribute groups in attribute groups", &(groups + last), &["W2R-nesting-limit"]);
}

#[test]
fn unions_of_unions_do_not_explode() {
    let unions = repeat(60, |n| {
        format!(
            "<xs:simpleType name='U{n}'><xs:union memberTypes='U{0} U{0}'/></xs:simpleType>",
            n + 1
        )
    });
    let last = "<xs:simpleType name='U60'><xs:restriction base='xs:int'/></xs:simpleType>\
        <xs:element name='e' type='U0' default='x'/>\
        <xs:element name='f' type='U55' default='x'/>";
    check("a union of 2^60", &(unions + last), &["e-props-correct.2"]);
}

#[test]
fn large_contents_are_linear() {
    let members = repeat(20_000, |n| format!("<xs:element name='e{n}' minOccurs='0'/>"));
    let text =
        format!("<xs:complexType name='T'><xs:sequence>{members}</xs:sequence></xs:complexType>");
    check("20,000 optional members", &text, &[]);
    let text = format!(
        "<xs:complexType name='T'><xs:choice maxOccurs='unbounded'>{members}</xs:choice>\
         </xs:complexType>"
    );
    check("20,000 alternatives, repeated", &text, &[]);
    let text = "<xs:complexType name='T'><xs:sequence minOccurs='2147483647' maxOccurs='2147483647'>\
        <xs:element name='e' maxOccurs='99999999999999999999'/></xs:sequence></xs:complexType>";
    check("huge numbers", text, &[]);
    let attributes = repeat(3_000, |n| format!("<xs:attribute name='a{n}'/>"));
    let text = format!("<xs:complexType name='T'>{attributes}</xs:complexType>");
    check("3,000 attributes", &text, &["W2R-size-limit"]);
}
