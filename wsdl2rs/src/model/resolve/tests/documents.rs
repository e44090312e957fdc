//! Several documents: imports, includes, chameleons, redefinitions (XSD 1.0 Part 1, section 4.2).

use super::{codes, complex_type, content, name, resolve_files, schema};
use crate::model::xsd::{Builtin, SimpleTypeRef, Type};
use crate::vocabulary::{Namespace, QName};

#[test]
fn a_chameleon_takes_the_namespace_of_each_that_includes_it() {
    let chameleon = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\
        <xs:complexType name='C'><xs:sequence><xs:element name='d' type='D'/></xs:sequence>\
        </xs:complexType><xs:simpleType name='D'><xs:restriction base='xs:int'/></xs:simpleType>\
        </xs:schema>";
    let other = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:o'>\
        <xs:include schemaLocation='c.xsd'/></xs:schema>";
    let main = schema(
        "<xs:include schemaLocation='c.xsd'/>\
         <xs:import namespace='urn:o' schemaLocation='o.xsd'/>",
    );
    let (model, found) = resolve_files(&[("t.xsd", &main), ("c.xsd", chameleon), ("o.xsd", other)]);
    assert!(found.is_empty(), "{found:?}");
    let other = QName::new(Namespace::new("urn:o"), "C");
    assert_ne!(model.named_types[&name("C")], model.named_types[&other]);
}

#[test]
fn a_document_reached_twice_declares_nothing_twice() {
    let common = schema("<xs:complexType name='C'/>");
    let inner = schema("<xs:include schemaLocation='c.xsd'/>");
    let main = schema(
        "<xs:include schemaLocation='c.xsd'/><xs:include schemaLocation='i.xsd'/>\
         <xs:include schemaLocation='t.xsd'/>",
    );
    let (_, found) = resolve_files(&[("t.xsd", &main), ("c.xsd", &common), ("i.xsd", &inner)]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_reference_without_import_is_followed_with_a_warning() {
    let inner = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:i'>\
        <xs:import namespace='urn:t'/><xs:element name='e' xmlns:t='urn:t' type='t:C'/>\
        </xs:schema>";
    let main =
        schema("<xs:import namespace='urn:i' schemaLocation='i.xsd'/><xs:complexType name='C'/>");
    let (_, found) = resolve_files(&[("t.xsd", &main), ("i.xsd", inner)]);
    assert!(found.is_empty(), "{found:?}");
    let sloppy = inner.replace("<xs:import namespace='urn:t'/>", "");
    let (model, found) = resolve_files(&[("t.xsd", &main), ("i.xsd", &sloppy)]);
    assert_eq!(codes(&found), ["src-resolve.4"]);
    let element = model.global_elements[&QName::new(Namespace::new("urn:i"), "e")];
    assert_eq!(model.elements[element].ty, model.named_types[&name("C")]);
}

const REDEFINED: &str = "<xs:complexType name='C'><xs:sequence><xs:element name='a'/>\
    </xs:sequence></xs:complexType>\
    <xs:group name='G'><xs:sequence><xs:element name='g'/></xs:sequence></xs:group>\
    <xs:attributeGroup name='A'><xs:attribute name='x'/></xs:attributeGroup>\
    <xs:complexType name='U'><xs:sequence><xs:group ref='G'/></xs:sequence>\
    <xs:attributeGroup ref='A'/></xs:complexType>";

#[test]
fn a_redefinition_replaces_the_original_everywhere() {
    let main = schema(
        "<xs:redefine schemaLocation='o.xsd'>\
         <xs:complexType name='C'><xs:complexContent><xs:extension base='C'><xs:sequence>\
         <xs:element name='b'/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>\
         <xs:group name='G'><xs:sequence><xs:group ref='G'/><xs:element name='h'/></xs:sequence>\
         </xs:group>\
         <xs:attributeGroup name='A'><xs:attributeGroup ref='A'/><xs:attribute name='y'/>\
         </xs:attributeGroup></xs:redefine>",
    );
    let (model, found) = resolve_files(&[("t.xsd", &main), ("o.xsd", &schema(REDEFINED))]);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(content(&model, "C"), "((a), (b))");
    let Type::Complex(original) = model.complex_types[complex_type(&model, "C")].base else {
        panic!("the base is the original");
    };
    assert_eq!(model.complex_types[original].name, None);
    let user = &model.complex_types[complex_type(&model, "U")];
    assert_eq!(user.attributes.len(), 2);
    let redefined = model.groups.iter().find(|(_, group)| group.group.particles.len() == 2);
    assert_eq!(content(&model, "U"), "(&G)");
    assert!(redefined.is_some());
}

#[test]
fn a_redefinition_of_a_redefinition_replaces_the_nearest() {
    let extend = |file: &str, element: &str| {
        schema(&format!(
            "<xs:redefine schemaLocation='{file}'><xs:complexType name='C'><xs:complexContent>\
             <xs:extension base='C'><xs:sequence><xs:element name='{element}'/></xs:sequence>\
             </xs:extension></xs:complexContent></xs:complexType></xs:redefine>"
        ))
    };
    let (main, middle) = (extend("m.xsd", "z"), extend("o.xsd", "m"));
    let inner = schema(REDEFINED);
    let (model, found) = resolve_files(&[("t.xsd", &main), ("m.xsd", &middle), ("o.xsd", &inner)]);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(content(&model, "C"), "(((a), (m)), (z))");
}

#[test]
fn wrong_redefinitions() {
    let rows = [
        "<xs:complexType name='C'/>",
        "<xs:complexType name='Missing'><xs:complexContent><xs:extension base='Missing'/>\
         </xs:complexContent></xs:complexType>",
        "<xs:group name='G'><xs:sequence><xs:group ref='G'/><xs:group ref='G'/></xs:sequence>\
         </xs:group>",
        "<xs:group name='G'><xs:sequence><xs:element name='other'/></xs:sequence></xs:group>",
        "<xs:attributeGroup name='A'><xs:attribute name='other'/></xs:attributeGroup>",
        "<xs:attributeGroup name='A'><xs:attributeGroup ref='A'/><xs:attributeGroup ref='A'/>\
         </xs:attributeGroup>",
    ];
    for row in rows {
        let main = schema(&format!("<xs:redefine schemaLocation='o.xsd'>{row}</xs:redefine>"));
        let (_, found) = resolve_files(&[("t.xsd", &main), ("o.xsd", &schema(REDEFINED))]);
        assert!(codes(&found).contains(&"src-redefine"), "{row}: {found:?}");
    }
}

#[test]
fn declarations_of_one_name() {
    let rows: [(&str, &str, &[&str]); 4] = [
        (
            "<xs:element name='e' type='xs:int'/>",
            "<xs:element name='e' type='xs:int'/>",
            &["W2R-repeated-component"],
        ),
        (
            "<xs:element name='e' type='xs:int'/>",
            "<xs:element name='e' type='xs:long'/>",
            &["sch-props-correct"],
        ),
        ("<xs:complexType name='e'/>", "<xs:element name='e' type='xs:long'/>", &[]),
        (
            "<xs:complexType name='e'/>",
            "<xs:simpleType name='e'><xs:restriction base='xs:int'/></xs:simpleType>",
            &["sch-props-correct"],
        ),
    ];
    for (first, second, expected) in rows {
        let main = schema(&format!("<xs:include schemaLocation='o.xsd'/>{first}"));
        let (_, found) = resolve_files(&[("t.xsd", &main), ("o.xsd", &schema(second))]);
        assert_eq!(codes(&found), expected, "{first} {second}");
    }
}

#[test]
fn of_two_imported_documents_of_a_namespace_the_first_counts() {
    let import = |file: &str| format!("<xs:import namespace='urn:o' schemaLocation='{file}'/>");
    let other = |ty: &str| {
        format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:o'>\
             <xs:attribute name='a' type='xs:{ty}'/></xs:schema>"
        )
    };
    let main = schema(&format!(
        "{}{}<xs:complexType name='T' xmlns:o='urn:o'><xs:attribute ref='o:a'/></xs:complexType>",
        import("1.xsd"),
        import("2.xsd"),
    ));
    let (first, second) = (other("int"), other("string"));
    let (model, found) = resolve_files(&[("t.xsd", &main), ("1.xsd", &first), ("2.xsd", &second)]);
    assert_eq!(codes(&found), ["W2R-repeated-component"]);
    let used = &model.complex_types[complex_type(&model, "T")].attributes[0];
    let ty = model.attributes[used.attribute].ty;
    assert_eq!(ty, SimpleTypeRef::Builtin(Builtin::Int));
}
