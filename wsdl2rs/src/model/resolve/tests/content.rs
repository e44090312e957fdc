//! {content type} and {attribute uses} (XSD 1.0 Part 1, section 3.4.2).

use super::{codes, complex_type, content, name, resolve_schema};
use crate::model::Model;
use crate::model::xsd::{ArrayItem, Type, ValueConstraint};

/// The base type, with `a`, of all rows.
const BASE: &str = "<xs:complexType name='B'><xs:sequence><xs:element name='a' type='xs:string'/>\
    </xs:sequence></xs:complexType>";

/// An extension of `B` with this content.
fn extension(content: &str) -> String {
    format!(
        "{BASE}<xs:complexType name='T'><xs:complexContent><xs:extension base='B'>{content}\
         </xs:extension></xs:complexContent></xs:complexType>"
    )
}

#[test]
fn content_of_a_type_without_base() {
    let rows = [
        ("", "empty"),
        ("<xs:sequence/>", "empty"),
        ("<xs:choice minOccurs='0'/>", "empty"),
        ("<xs:choice/>", "()"),
        ("<xs:sequence maxOccurs='0' minOccurs='0'><xs:any/></xs:sequence>", "empty"),
        ("<xs:sequence><xs:any minOccurs='0' maxOccurs='unbounded'/></xs:sequence>", "(#any*)"),
        (
            "<xs:sequence minOccurs='2' maxOccurs='3'><xs:element name='a'/>\
             <xs:element name='b' minOccurs='0' maxOccurs='0'/></xs:sequence>",
            "(a){2,3}",
        ),
        ("<xs:all><xs:element name='a' minOccurs='0'/><xs:element name='b'/></xs:all>", "(a? & b)"),
        (
            "<xs:choice maxOccurs='unbounded'><xs:element name='a'/><xs:sequence>\
             <xs:element name='b'/></xs:sequence></xs:choice>",
            "(a | (b))+",
        ),
        ("<xs:group ref='G' minOccurs='0'/>", "&G?"),
    ];
    let group = "<xs:group name='G'><xs:sequence><xs:element name='g'/></xs:sequence></xs:group>";
    for (own, expected) in rows {
        let text = format!("{group}<xs:complexType name='T'>{own}</xs:complexType>");
        let (model, found) = resolve_schema(&text);
        assert_eq!(content(&model, "T"), expected, "{own}");
        assert!(found.is_empty(), "{own}: {found:?}");
        let mixed = text.replace("name='T'", "name='T' mixed='true'");
        let expected = match expected {
            "empty" => "mixed".to_owned(),
            other => format!("mixed {other}"),
        };
        assert_eq!(content(&resolve_schema(&mixed).0, "T"), expected, "{own}");
    }
}

#[test]
fn content_of_an_extension_is_the_base_and_then_its_own() {
    let rows = [
        ("", "(a)"),
        ("<xs:sequence/>", "(a)"),
        ("<xs:sequence><xs:element name='b'/></xs:sequence>", "((a), (b))"),
        (
            "<xs:choice><xs:element name='b'/><xs:any namespace='##other'/></xs:choice>",
            "((a), (b | #any))",
        ),
        ("<xs:attribute name='x'/>", "(a)"),
    ];
    for (own, expected) in rows {
        let (model, found) = resolve_schema(&extension(own));
        assert_eq!(content(&model, "T"), expected, "{own}");
        assert!(found.is_empty(), "{own}: {found:?}");
    }
}

#[test]
fn an_extension_of_any_type_may_contain_anything() {
    let (model, _) = resolve_schema(
        "<xs:complexType name='T'><xs:complexContent mixed='true'><xs:extension base='xs:anyType'>\
         <xs:sequence><xs:element name='b'/></xs:sequence></xs:extension></xs:complexContent>\
         </xs:complexType>",
    );
    assert_eq!(content(&model, "T"), "mixed (#any*, (b))");
    assert!(model.complex_types[complex_type(&model, "T")].attribute_wildcard.is_some());
}

#[test]
fn a_mixed_extension_of_an_unmixed_base_is_taken_as_mixed() {
    let own = "<xs:sequence><xs:element name='b'/></xs:sequence>";
    let (model, found) =
        resolve_schema(&extension(own).replace("name='T'", "name='T' mixed='true'"));
    assert_eq!(content(&model, "T"), "mixed ((a), (b))");
    assert_eq!(codes(&found), ["cos-ct-extends.1.4.2"]);
}

#[test]
fn an_all_group_that_extends_one_is_joined_with_it() {
    let all = |name: &str| format!("<xs:all><xs:element name='{name}'/></xs:all>");
    let (model, found) = resolve_schema(&format!(
        "<xs:complexType name='A'>{}</xs:complexType><xs:complexType name='T'><xs:complexContent>\
         <xs:extension base='A'>{}</xs:extension></xs:complexContent></xs:complexType>",
        all("a"),
        all("b"),
    ));
    assert_eq!(content(&model, "T"), "(a & b)");
    assert_eq!(codes(&found), ["cos-all-limited.1.2"]);
}

#[test]
fn simple_content() {
    let rows = [
        ("<xs:extension base='xs:int'/>", "simple int"),
        ("<xs:extension base='S'/>", "simple S"),
        ("<xs:extension base='C'/>", "simple S"),
        ("<xs:restriction base='C'/>", "simple S"),
        ("<xs:restriction base='C'><xs:maxLength value='2'/></xs:restriction>", "simple anonymous"),
        (
            "<xs:restriction base='C'><xs:simpleType><xs:restriction base='S'/></xs:simpleType>\
             </xs:restriction>",
            "simple anonymous",
        ),
        (
            "<xs:restriction base='M'><xs:simpleType><xs:restriction base='xs:int'/>\
             </xs:simpleType></xs:restriction>",
            "simple anonymous",
        ),
    ];
    let bases = "<xs:simpleType name='S'><xs:restriction base='xs:string'/></xs:simpleType>\
        <xs:complexType name='C'><xs:simpleContent><xs:extension base='S'/></xs:simpleContent>\
        </xs:complexType><xs:complexType name='M' mixed='true'><xs:sequence>\
        <xs:element name='a' minOccurs='0'/></xs:sequence></xs:complexType>";
    for (own, expected) in rows {
        let (model, found) = resolve_schema(&format!(
            "{bases}<xs:complexType name='T'><xs:simpleContent>{own}</xs:simpleContent>\
             </xs:complexType>"
        ));
        assert_eq!(content(&model, "T"), expected, "{own}");
        assert!(found.is_empty(), "{own}: {found:?}");
    }
}

/// The attributes of `T`: `x!` is required, `x=v` has a default, `x==v` a fixed value.
fn attributes(model: &Model) -> String {
    let ty = &model.complex_types[complex_type(model, "T")];
    let uses = ty.attributes.iter().map(|used| {
        let name = &model.attributes[used.attribute].name.local;
        let required = if used.required { "!" } else { "" };
        match &used.value {
            Some(ValueConstraint::Default(value)) => format!("{name}{required}={}", value.value),
            Some(ValueConstraint::Fixed(value)) => format!("{name}{required}=={}", value.value),
            None => format!("{name}{required}"),
        }
    });
    uses.collect::<Vec<_>>().join(" ")
}

#[test]
fn attributes_of_base_groups_and_self() {
    let shared = "<xs:attribute name='global' type='xs:string' fixed='f'/>\
        <xs:attributeGroup name='G'><xs:attribute name='g'/><xs:attributeGroup ref='H'/>\
        </xs:attributeGroup>\
        <xs:attributeGroup name='H'><xs:attribute ref='global'/></xs:attributeGroup>\
        <xs:complexType name='B'><xs:attribute name='x' type='xs:string'/>\
        <xs:attribute name='y' type='xs:string'/></xs:complexType>";
    let rows = [
        ("extension", "<xs:attribute name='z' use='required'/>", "x y z!"),
        (
            "extension",
            "<xs:attributeGroup ref='G'/><xs:attributeGroup ref='H'/>",
            "x y g global==f",
        ),
        ("extension", "<xs:attribute name='p' use='prohibited'/>", "x y"),
        ("restriction", "", "x y"),
        ("restriction", "<xs:attribute name='x' use='prohibited'/>", "y"),
        ("restriction", "<xs:attribute name='x' type='xs:string' use='required'/>", "x! y"),
        ("restriction", "<xs:attribute name='y' type='xs:string' default='d'/>", "x y=d"),
    ];
    for (method, own, expected) in rows {
        let (model, found) = resolve_schema(&format!(
            "{shared}<xs:complexType name='T'><xs:complexContent><xs:{method} base='B'>{own}\
             </xs:{method}></xs:complexContent></xs:complexType>"
        ));
        assert_eq!(attributes(&model), expected, "{method} {own}");
        assert!(found.is_empty(), "{own}: {found:?}");
    }
}

#[test]
fn the_item_type_of_an_encoded_array_is_found() {
    let (model, found) = resolve_schema(
        "<xs:import namespace='http://schemas.xmlsoap.org/soap/encoding/'/>\
         <xs:complexType name='T'><xs:complexContent>\
         <xs:restriction xmlns:e='http://schemas.xmlsoap.org/soap/encoding/' base='e:Array'>\
         <xs:attribute xmlns:w='http://schemas.xmlsoap.org/wsdl/' ref='e:arrayType' \
         w:arrayType='B[,]'/></xs:restriction></xs:complexContent></xs:complexType>\
         <xs:complexType name='B'/>",
    );
    let item = model.complex_types[complex_type(&model, "T")].array_item.as_ref();
    let ArrayItem { ty, bounds } = item.expect("an array");
    assert_eq!((*ty, bounds.as_str()), (model.named_types[&name("B")], "[,]"));
    assert!(found.is_empty(), "{found:?}");
    assert_ne!(*ty, Type::AnyType);
}
