//! Types of elements, substitution groups, and types that can replace others (XSD 1.0 Part 1,
//! sections 3.3.2, 3.3.6 and 3.4.6).

use super::{codes, complex_type, name, resolve_schema};
use crate::model::Model;
use crate::model::xsd::Type;

/// The local names of the elements that can replace `local`.
fn substitutes(model: &Model, local: &str) -> String {
    let element = &model.elements[model.global_elements[&name(local)]];
    let names = element.substitutes.iter().map(|id| &*model.elements[*id].name.local);
    names.collect::<Vec<_>>().join(" ")
}

/// The local names of the types that can replace `local`.
fn derived(model: &Model, local: &str) -> String {
    let ty = &model.complex_types[complex_type(model, local)];
    let names = ty.derived.iter().map(|id| {
        let name = model.complex_types[*id].name.as_ref();
        &*name.expect("only named types are listed").local
    });
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn members_of_a_substitution_group_are_listed_transitively() {
    let rows = [
        ("", "b c d"),
        ("block='substitution'", ""),
        ("block='extension'", "c"),
        ("block='restriction'", "b c d"),
        ("block='#all'", ""),
        ("abstract='true'", "b c d"),
    ];
    for (attribute, expected) in rows {
        let (model, found) = resolve_schema(&format!(
            "<xs:element name='a' type='T' {attribute}/>\
             <xs:element name='b' type='E' substitutionGroup='a'/>\
             <xs:element name='c' substitutionGroup='a'/>\
             <xs:element name='n' abstract='true' type='E' substitutionGroup='b'/>\
             <xs:element name='d' substitutionGroup='n'/>\
             <xs:complexType name='T'/>\
             <xs:complexType name='E'><xs:complexContent><xs:extension base='T'/>\
             </xs:complexContent></xs:complexType>"
        ));
        assert_eq!(substitutes(&model, "a"), expected, "{attribute}");
        assert_eq!(substitutes(&model, "b"), "d", "{attribute}");
        assert!(found.is_empty(), "{attribute}: {found:?}");
        let ty = |local| model.elements[model.global_elements[&name(local)]].ty;
        assert_eq!(ty("c"), ty("a"), "the type of the head is inherited");
        assert_eq!(ty("d"), ty("b"), "the type of the head is inherited");
    }
}

#[test]
fn a_type_in_between_can_block() {
    let (model, _) = resolve_schema(
        "<xs:complexType name='A'/>\
         <xs:complexType name='M' block='extension'><xs:complexContent><xs:extension base='A'/>\
         </xs:complexContent></xs:complexType>\
         <xs:complexType name='Z'><xs:complexContent><xs:extension base='M'/>\
         </xs:complexContent></xs:complexType>\
         <xs:element name='a' type='A'/>\
         <xs:element name='m' type='M' substitutionGroup='a'/>\
         <xs:element name='z' type='Z' substitutionGroup='a'/>",
    );
    assert_eq!(substitutes(&model, "a"), "m");
    assert_eq!(derived(&model, "A"), "M Z");
    assert_eq!(derived(&model, "M"), "");
}

#[test]
fn derived_types_are_named_and_concrete() {
    let (model, found) = resolve_schema(
        "<xs:complexType name='A' abstract='true'/>\
         <xs:complexType name='N' abstract='true'><xs:complexContent><xs:extension base='A'/>\
         </xs:complexContent></xs:complexType>\
         <xs:complexType name='B'><xs:complexContent><xs:extension base='N'/>\
         </xs:complexContent></xs:complexType>\
         <xs:element name='e'><xs:complexType><xs:complexContent><xs:extension base='A'/>\
         </xs:complexContent></xs:complexType></xs:element>",
    );
    assert_eq!(derived(&model, "A"), "B");
    assert_eq!(derived(&model, "N"), "B");
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn an_element_without_type_has_any_type() {
    let (model, _) = resolve_schema("<xs:element name='a'/>");
    assert_eq!(model.elements[model.global_elements[&name("a")]].ty, Type::AnyType);
}

#[test]
fn types_of_members_must_be_derived_from_that_of_the_head() {
    let union = "<xs:simpleType name='U'><xs:union memberTypes='xs:int xs:date'/></xs:simpleType>\
        <xs:complexType name='C'/>\
        <xs:complexType name='D'><xs:complexContent><xs:extension base='C'/></xs:complexContent>\
        </xs:complexType>";
    let rows: [(&str, &str, &[&str]); 9] = [
        ("xs:string", "xs:token", &[]),
        ("xs:anySimpleType", "xs:int", &[]),
        ("xs:anyType", "D", &[]),
        ("U", "xs:int", &[]),
        ("U", "xs:short", &[]),
        ("C", "D", &[]),
        ("xs:token", "xs:string", &["e-props-correct.4"]),
        ("D", "C", &["e-props-correct.4"]),
        ("U", "xs:string", &["e-props-correct.4"]),
    ];
    for (head, member, expected) in rows {
        let (_, found) = resolve_schema(&format!(
            "{union}<xs:element name='h' type='{head}'/>\
             <xs:element name='m' type='{member}' substitutionGroup='h'/>"
        ));
        assert_eq!(codes(&found), expected, "{member} for {head}");
    }
}
