//! Tests of the elements of XML Schema: what is refused and where, and what the structs hold.

use super::{
    ComplexContent, Component, Derivations, Element, ElementName, FacetKind, Form,
    NamespaceConstraint, Occurs, Particle, ProcessContents, SimpleTypeUse, SimpleVariety, TypeUse,
    ValueConstraint,
};
use crate::syntax::testing::{findings_at_mark, read, schema};
use crate::vocabulary::{Namespace, QName};

/// The findings of a schema with this content, in which `^` marks the place.
fn findings(content: &str) -> String {
    findings_at_mark(&schema(content))
}

#[test]
fn what_the_schema_for_schemas_refuses() {
    let rows = [
        ("^<xs:elment name='e'/>", "error s4s-elt-invalid-content"),
        ("^<element name='e'/>", "error s4s-elt-invalid-content"),
        ("^text", "error s4s-elt-character"),
        ("^<xs:element/>", "error s4s-att-must-appear"),
        ("<xs:element name='^'/>", "error s4s-att-invalid-value"),
        ("<xs:element name='^a b'/>", "error s4s-att-invalid-value"),
        ("<xs:element name='e' ^minOcurs='0'/>", "error s4s-att-not-allowed"),
        ("<xs:element name='e' ^minOccurs='0'/>", "warning s4s-att-ignored"),
        ("<xs:element name='e' ^ref='t:e'/>", "error s4s-att-not-allowed"),
        ("<xs:element name='e' ^xs:type='t:t'/>", "error s4s-att-not-allowed"),
        ("<xs:element name='e' nillable='^yes'/>", "error s4s-att-invalid-value"),
        ("<xs:element name='e' type='^q:t'/>", "error src-qname"),
        ("<xs:element name='e' type='^t:t:t'/>", "error s4s-att-invalid-value"),
        ("<xs:element name='e' block='^list'/>", "error s4s-att-invalid-value"),
        ("<xs:element name='e' default='^1' fixed='2'/>", "error src-element"),
        ("<xs:element name='e' type='t:t'>^<xs:simpleType/></xs:element>", "error src-element"),
        ("<xs:element name='e' id='^1'/>", "error s4s-att-invalid-value"),
        (
            "<xs:element name='e' id='i'/><xs:element name='f' id='^i'/>",
            "error s4s-att-invalid-value",
        ),
    ];
    for (content, expected) in rows {
        assert_eq!(findings(content), expected, "{content}");
    }
}

#[test]
fn what_the_schema_for_schemas_refuses_in_types() {
    let rows = [
        (
            "<xs:complexType name='t'><xs:sequence/>^<xs:choice/></xs:complexType>",
            "error s4s-elt-invalid-content",
        ),
        (
            "<xs:complexType name='t'><xs:anyAttribute/>^<xs:sequence/></xs:complexType>",
            "error s4s-elt-invalid-content",
        ),
        (
            "<xs:complexType name='t'>^<xs:element name='e'/></xs:complexType>",
            "error s4s-elt-invalid-content",
        ),
        (
            "<xs:complexType name='t'><xs:sequence/>^<xs:annotation/></xs:complexType>",
            "error s4s-elt-invalid-content",
        ),
        ("<xs:complexType name='t'>^<xs:complexContent/></xs:complexType>", "error src-ct"),
        ("<xs:complexType name='t' ^base='t:t'/>", "warning s4s-att-ignored"),
        ("^<xs:simpleType name='t'/>", "error src-simple-type"),
        ("<xs:simpleType name='t'>^<xs:list/></xs:simpleType>", "error src-simple-type"),
        ("<xs:simpleType name='t'>^<xs:union/></xs:simpleType>", "error src-simple-type"),
        (
            "<xs:simpleType name='t'><xs:restriction base='xs:int'>^<xs:length/></xs:restriction></xs:simpleType>",
            "error s4s-att-must-appear",
        ),
        ("<xs:attribute name='^xmlns'/>", "error src-attribute"),
        (
            "<xs:group name='g'><xs:sequence ^minOccurs='0'/></xs:group>",
            "error s4s-att-not-allowed",
        ),
        ("^<xs:notation name='n'/>", "error s4s-att-must-appear"),
        ("<xs:import namespace='^urn:t'/>", "error src-import"),
        ("<xs:element name='e'/>^<xs:import namespace='urn:o'/>", "warning s4s-elt-order"),
        ("^<xs:override schemaLocation='o.xsd'/>", "error W2R-xsd-1.1"),
        (
            "<xs:complexType name='t'>^<xs:assert test='1'/></xs:complexType>",
            "warning W2R-xsd-1.1-unchecked",
        ),
    ];
    for (content, expected) in rows {
        assert_eq!(findings(content), expected, "{content}");
    }
}

#[test]
fn particles_are_checked() {
    let rows = [
        ("<xs:element name='e' minOccurs='2'/>", "error p-props-correct"),
        ("<xs:element name='e' minOccurs='-1'/>", "error s4s-att-invalid-value"),
        ("<xs:element name='e' maxOccurs='many'/>", "error s4s-att-invalid-value"),
        ("<xs:element name='e' maxOccurs='0'/>", ""),
        ("<xs:element name='e' ref='t:e'/>", "error src-element"),
        ("<xs:element ref='t:e' type='t:t'/>", "error s4s-att-not-allowed"),
        ("<xs:element ref='t:e'><xs:simpleType/></xs:element>", "error s4s-elt-invalid-content"),
        ("<xs:group name='g'/>", "error s4s-att-must-appear"),
        ("<xs:any namespace='##all'/>", "error s4s-att-invalid-value"),
        ("<xs:any processContents='none'/>", "error s4s-att-invalid-value"),
        ("<xs:all/>", "error cos-all-limited"),
        ("<xs:attribute name='a'/>", "error s4s-elt-invalid-content"),
    ];
    for (particle, expected) in rows {
        let content = format!(
            "<xs:complexType name='t'><xs:sequence>{particle}</xs:sequence></xs:complexType>"
        );
        assert!(findings(&content).starts_with(expected), "{particle}: {}", findings(&content));
        assert_eq!(findings(&content).is_empty(), expected.is_empty(), "{particle}");
    }
    let in_all = [
        ("<xs:element name='e'/>", ""),
        ("^<xs:element name='e' maxOccurs='2'/>", "warning cos-all-limited.2"),
        ("^<xs:any/>", "error cos-all-limited"),
        ("^<xs:sequence/>", "error cos-all-limited"),
    ];
    for (particle, expected) in in_all {
        let content =
            format!("<xs:complexType name='t'><xs:all>{particle}</xs:all></xs:complexType>");
        assert_eq!(findings(&content), expected, "{particle}");
    }
}

#[test]
fn attributes_are_checked() {
    let rows = [
        ("<xs:attribute name='a' use='needed'/>", "error s4s-att-invalid-value"),
        ("<xs:attribute name='a' use='required' default='1'/>", "error src-attribute"),
        ("<xs:attribute name='a' use='prohibited' default='1'/>", "error src-attribute"),
        ("<xs:attribute name='a' use='required' fixed='1'/>", ""),
        ("<xs:attribute name='a' ref='t:a'/>", "error src-attribute"),
        ("<xs:attribute ref='t:a' type='t:t'/>", "error s4s-att-not-allowed"),
        ("<xs:attribute name='a' minOccurs='0'/>", "warning s4s-att-ignored"),
        (
            "<xs:attribute name='a'><xs:complexType/></xs:attribute>",
            "error s4s-elt-invalid-content",
        ),
        ("<xs:attributeGroup name='g'/>", "error s4s-att-must-appear"),
        ("<xs:anyAttribute minOccurs='0'/>", "error s4s-att-not-allowed"),
        ("<xs:anyAttribute/><xs:anyAttribute/>", "error s4s-elt-invalid-content"),
    ];
    for (attribute, expected) in rows {
        let found = findings(&format!("<xs:complexType name='t'>{attribute}</xs:complexType>"));
        assert!(found.starts_with(expected), "{attribute}: {found}");
        assert_eq!(found.is_empty(), expected.is_empty(), "{attribute}: {found}");
    }
}

/// The components of a schema with this content, which is valid.
fn components(content: &str) -> Vec<Component> {
    let mut read = read(&[("a.xsd", &schema(content))]);
    assert_eq!(read.findings, [""; 0], "{content}");
    std::mem::take(&mut read.documents.schemas[0].components)
}

fn name(namespace: &str, local: &str) -> QName {
    QName::new(Namespace::new(namespace), local)
}

/// The elements of the only type's sequence.
fn elements(content: &str) -> Vec<Element> {
    let content =
        format!("<xs:complexType name='t'><xs:sequence>{content}</xs:sequence></xs:complexType>");
    let Some(Component::ComplexType(ty)) = components(&content).pop() else {
        panic!("it is a complex type");
    };
    let ComplexContent::Plain { particle: Some(Particle::Compositor(sequence)), .. } = ty.content
    else {
        panic!("it has a compositor");
    };
    let element = |particle| {
        let Particle::Element(element) = particle else { panic!("it is no element") };
        *element
    };
    sequence.particles.into_iter().map(element).collect()
}

#[test]
fn local_names_follow_their_form() {
    let found = elements(
        "<xs:element name='q'/><xs:element name='u' form='unqualified'/><xs:element ref='t:r'/>",
    );
    let names: Vec<_> = found
        .iter()
        .map(|element| match &element.named {
            ElementName::Declared(name) | ElementName::Ref(name) => name.value.clone(),
        })
        .collect();
    assert_eq!(names, [name("urn:t", "q"), name("", "u"), name("urn:t", "r")]);
}

#[test]
fn occurrence_is_a_range() {
    let rows = [
        ("", Occurs { min: 1, max: Some(1) }),
        ("minOccurs='0'", Occurs { min: 0, max: Some(1) }),
        ("maxOccurs='unbounded'", Occurs { min: 1, max: None }),
        ("minOccurs=' 2 ' maxOccurs='2147483648'", Occurs { min: 2, max: Some(2_147_483_648) }),
        ("maxOccurs='99999999999999999999'", Occurs { min: 1, max: Some(u64::MAX) }),
        ("maxOccurs='0'", Occurs { min: 0, max: Some(0) }),
    ];
    for (attributes, occurs) in rows {
        let found = elements(&format!("<xs:element name='e' {attributes}/>"));
        assert_eq!(found[0].occurs, occurs, "{attributes}");
    }
}

#[test]
fn declarations_keep_what_is_written() {
    let content = "<xs:element name='e' type='xs:string' fixed=' a ' nillable='1' block='#all' \
                   final='extension' abstract='true' substitutionGroup='t:h' xmlns:f='urn:f' f:x='t:y[]'>\
                   <xs:annotation><xs:documentation>One</xs:documentation>\
                   <xs:documentation>Two</xs:documentation></xs:annotation></xs:element>";
    let Some(Component::Element(element)) = components(content).pop() else {
        panic!("it is an element");
    };
    assert_eq!(element.common.documentation.text, "One\n\nTwo");
    assert_eq!(element.common.foreign[0].name, name("urn:f", "x"));
    assert_eq!(element.common.foreign[0].qname, Some(name("urn:t", "y")));
    assert!(matches!(&element.ty, TypeUse::Named(ty) if ty.value.local.as_ref() == "string"));
    assert!(matches!(&element.value, Some(ValueConstraint::Fixed(value)) if value.value == " a "));
    assert!(element.is_abstract && element.nillable.is_some_and(|nillable| nillable.value));
    assert!(element.block.is_some_and(|set| set.substitution));
    let extension = Derivations { extension: true, ..Derivations::default() };
    assert_eq!(element.final_, Some(extension));
    assert_eq!(element.substitution_group.map(|head| head.value), Some(name("urn:t", "h")));
}

#[test]
fn simple_types_have_three_varieties() {
    let content = "<xs:simpleType name='u'><xs:union memberTypes='t:a t:b'>\
                   <xs:simpleType><xs:list itemType='t:c'/></xs:simpleType></xs:union></xs:simpleType>\
                   <xs:simpleType name='r'><xs:restriction base='xs:string'>\
                   <xs:enumeration value=' t:x '/><xs:pattern value='a  b'/></xs:restriction></xs:simpleType>";
    let found = components(content);
    let [Component::SimpleType(union), Component::SimpleType(restriction)] = found.as_slice()
    else {
        panic!("they are simple types");
    };
    let SimpleVariety::Union { members } = &union.variety else { panic!("it is a union") };
    assert_eq!(members.len(), 3);
    assert!(matches!(&members[2], SimpleTypeUse::Anonymous(ty)
        if matches!(ty.variety, SimpleVariety::List { .. })));
    let SimpleVariety::Restriction { facets, .. } = &restriction.variety else {
        panic!("it is a restriction");
    };
    assert_eq!((facets[0].kind, facets[0].value.value.as_str()), (FacetKind::Enumeration, " t:x "));
    assert_eq!(facets[0].qname, Some(name("urn:t", "x")));
    assert_eq!(facets[1].value.value, "a  b");
}

#[test]
fn wildcards_name_namespaces() {
    let rows = [
        ("", NamespaceConstraint::Any),
        ("namespace='##any'", NamespaceConstraint::Any),
        ("namespace='##other'", NamespaceConstraint::Not(Namespace::new("urn:t"))),
        (
            "namespace=' urn:a  ##local ##targetNamespace urn:a'",
            NamespaceConstraint::OneOf(
                ["urn:a", "", "urn:t"].into_iter().map(Namespace::new).collect(),
            ),
        ),
        ("namespace=''", NamespaceConstraint::OneOf(Vec::new())),
    ];
    for (attribute, expected) in rows {
        let content = format!(
            "<xs:attributeGroup name='g'><xs:anyAttribute processContents='lax' {attribute}/></xs:attributeGroup>"
        );
        let Some(Component::AttributeGroup(group)) = components(&content).pop() else {
            panic!("it is an attribute group");
        };
        let wildcard = group.attributes.wildcard.expect("the group has a wildcard");
        assert_eq!(wildcard.namespaces, expected, "{attribute}");
        assert_eq!(wildcard.process, ProcessContents::Lax);
    }
}

#[test]
fn a_schema_has_defaults() {
    let text = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace=' urn:t '                 attributeFormDefault='qualified' blockDefault='restriction' finalDefault='list union'/>";
    let read = read(&[("a.xsd", text)]);
    assert_eq!(read.findings, [""; 0]);
    let schema = &read.documents.schemas[0];
    assert_eq!(schema.target_namespace.as_str(), "urn:t");
    assert_eq!(schema.element_form_default, Form::Unqualified);
    assert_eq!(schema.attribute_form_default, Form::Qualified);
    assert!(schema.block_default.restriction && !schema.block_default.extension);
    assert!(schema.final_default.list && schema.final_default.union);
}
