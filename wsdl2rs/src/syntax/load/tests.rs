//! Tests of the closure: which documents are read, how often, for which namespace, and what is
//! said of those that are not.

use crate::source::{Limits, MemoryLoader};
use crate::syntax::Documents;
use crate::syntax::testing::{Read, definitions, read, read_from, read_with, schema};
use crate::syntax::xsd::{Directive, SchemaId};

const XS: &str = "xmlns:xs='http://www.w3.org/2001/XMLSchema'";

/// The target namespaces of the schemas, in order.
fn namespaces(documents: &Documents) -> Vec<&str> {
    documents.schemas.iter().map(|schema| schema.target_namespace.as_str()).collect()
}

/// Which schema each directive of each schema leads to.
fn links(documents: &Documents) -> Vec<Vec<Option<usize>>> {
    let link = |directive: &Directive| match directive {
        Directive::Include { schema, .. }
        | Directive::Import { schema, .. }
        | Directive::Redefine { schema, .. } => schema.map(|SchemaId(index)| index),
    };
    documents.schemas.iter().map(|schema| schema.directives.iter().map(link).collect()).collect()
}

#[test]
fn a_chameleon_is_read_for_each_namespace() {
    let including = |namespace: &str, other: &str| {
        format!(
            "<xs:schema {XS} targetNamespace='{namespace}'>\
             <xs:import namespace='urn:b' schemaLocation='{other}'/>\
             <xs:include schemaLocation='c.xsd'/></xs:schema>"
        )
    };
    let chameleon = format!(
        "<xs:schema {XS}><xs:include schemaLocation='c.xsd'/>\
         <xs:element name='e' type='t'/><xs:simpleType name='t'>\
         <xs:restriction base='xs:string'/></xs:simpleType></xs:schema>"
    );
    let b = including("urn:b", "a.xsd").replace("namespace='urn:b' s", "namespace='urn:a' s");
    let read =
        read(&[("a.xsd", &including("urn:a", "b.xsd")), ("b.xsd", &b), ("c.xsd", &chameleon)]);
    assert_eq!(read.findings, [""; 0]);
    assert_eq!(namespaces(&read.documents), ["urn:a", "urn:b", "urn:a", "urn:b"]);
    let expected =
        vec![vec![Some(1), Some(2)], vec![Some(0), Some(3)], vec![Some(2)], vec![Some(3)]];
    assert_eq!(links(&read.documents), expected);
    assert_eq!(read.sources.iter().count(), 3);
}

#[test]
fn a_document_is_read_once_whatever_path_leads_to_it() {
    let main = schema(
        "<xs:include schemaLocation='in/../b.xsd'/><xs:include schemaLocation='./b.xsd'/>\
         <xs:include schemaLocation='b.xsd#x'/><xs:include schemaLocation='a.xsd'/>",
    );
    let read = read(&[("a.xsd", &main), ("b.xsd", &schema(""))]);
    assert_eq!(read.findings, [""; 0]);
    assert_eq!(links(&read.documents)[0], [Some(1), Some(1), Some(1), Some(0)]);
    assert_eq!(read.sources.iter().count(), 2);
}

#[test]
fn circles_of_every_relation_end() {
    let rows =
        ["<xs:include schemaLocation='LOCATION'/>", "<xs:redefine schemaLocation='LOCATION'/>"];
    for row in rows {
        let to = |location: &str| schema(&row.replace("LOCATION", location));
        let read =
            read(&[("a.xsd", &to("b.xsd")), ("b.xsd", &to("c.xsd")), ("c.xsd", &to("a.xsd"))]);
        assert_eq!(read.findings, [""; 0], "{row}");
        assert_eq!(links(&read.documents), [[Some(1)], [Some(2)], [Some(0)]], "{row}");
    }
    let import = |location: &str| {
        definitions(&format!("<w:import namespace='urn:w' location='{location}'/>"))
    };
    let read = read(&[("a.wsdl", &import("b.wsdl")), ("b.wsdl", &import("a.wsdl"))]);
    assert_eq!(read.findings, [""; 0]);
    assert_eq!(read.documents.definitions.len(), 2);
}

#[test]
fn inline_schemas_import_each_other_by_namespace() {
    let inline = |namespace: &str, other: &str| {
        format!(
            "<xs:schema targetNamespace='{namespace}' xmlns:o='{other}'>\
             <xs:import namespace='{other}'/><xs:element name='e' type='o:t'/></xs:schema>"
        )
    };
    let types =
        format!("<w:types>{}{}</w:types>", inline("urn:a", "urn:b"), inline("urn:b", "urn:a"));
    let read = read(&[("a.wsdl", &definitions(&types))]);
    assert_eq!(read.findings, [""; 0]);
    assert_eq!(namespaces(&read.documents), ["urn:a", "urn:b"]);
    assert_eq!(links(&read.documents), [[None], [None]]);
}

#[test]
fn imports_lead_to_whatever_the_document_is() {
    let wsdl = definitions("<w:import namespace='urn:t' location='t.xsd'/>");
    let to_schema = read(&[("a.wsdl", &wsdl), ("t.xsd", &schema(""))]);
    assert_eq!(to_schema.findings, ["warning R2001 a.wsdl:2:39"]);
    assert_eq!(namespaces(&to_schema.documents), ["urn:t"]);

    let inline = definitions("<w:types><xs:schema targetNamespace='urn:i'/></w:types>");
    let import = schema("<xs:import namespace='urn:i' schemaLocation='i.wsdl'/>");
    let to_wsdl = read(&[("a.xsd", &import), ("i.wsdl", &inline)]);
    assert_eq!(to_wsdl.findings, [""; 0]);
    assert_eq!(links(&to_wsdl.documents), [vec![Some(1)], vec![]]);
}

#[test]
fn the_root_decides_what_a_document_is() {
    let rows = [
        (schema(""), ""),
        (definitions(""), ""),
        ("<html><body/></html>".to_owned(), "error W2R-root a.txt:1:1"),
        ("<!DOCTYPE html>\n<html><br></html>".to_owned(), "error W2R-root a.txt:1:1"),
        ("\n <x/>".to_owned(), "error W2R-root a.txt:2:2"),
        (
            "<d:description xmlns:d='http://www.w3.org/ns/wsdl'/>".to_owned(),
            "error W2R-version a.txt:1:1",
        ),
        (
            "<schema xmlns='http://www.w3.org/1999/XMLSchema'/>".to_owned(),
            "warning W2R-draft a.txt:1:16",
        ),
        (
            "<schema xmlns='http://www.w3.org/2000/10/XMLSchema'/>".to_owned(),
            "warning W2R-draft a.txt:1:16",
        ),
        ("<?xml version='1.1'?><a/>".to_owned(), "error W2R-version a.txt:1:1"),
        ("<a>\n<b></a>".to_owned(), "error xml-not-well-formed a.txt:2:4"),
        ("<a".to_owned(), "error xml-not-well-formed a.txt:1:3"),
        (String::new(), "error xml-not-well-formed a.txt:1:1"),
        ("\u{e9}<a/>".to_owned(), "error xml-not-well-formed a.txt:1:1"),
        ("<!DOCTYPE a><a/>".to_owned(), "error W2R-doctype a.txt:1:1"),
    ];
    for (text, finding) in rows {
        let found = read(&[("a.txt", &text)]).findings;
        assert_eq!(found.join("; "), finding, "{text}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let rows: [(&[u8], &str); 4] = [
        (b"<a>\n\xE9</a>", "error W2R-encoding a.xsd:2:1"),
        (b"<?xml version='1.0' encoding='shift_jis'?><a/>", "error W2R-encoding a.xsd:1:1"),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?><\xE9/>", "error W2R-root a.xsd:1:44"),
        (
            b"<?xml version='1.0' encoding='utf-16'?><a/>",
            "warning W2R-encoding-label a.xsd:1:1; error W2R-root a.xsd:1:40",
        ),
    ];
    for (bytes, findings) in rows {
        let loader = MemoryLoader::default().with("a.xsd", bytes);
        let read = read_from(&loader, &["a.xsd"], "", &Limits::default());
        assert_eq!(read.findings.join("; "), findings);
    }
}

#[test]
fn several_entries_make_one_set() {
    let files = [("b.wsdl", definitions("")), ("a.xsd", schema(""))];
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let both = read_with(&files, &["b.wsdl", "a.xsd", "missing.xsd"], "", &Limits::default());
    assert_eq!(both.findings, ["error W2R-file missing.xsd:1:1"]);
    let entries: Vec<_> = both.documents.entry_namespaces.iter().map(|uri| uri.as_str()).collect();
    assert_eq!(entries, ["urn:w", "urn:t"]);
}

/// Reads a schema that imports `namespace` from `location`, and refers to `urn:o` by `o:e`.
fn importing(namespace: &str, location: &str, more: &str) -> Read {
    let main =
        schema(&format!("<xs:import namespace='{namespace}' schemaLocation='{location}'/>{more}"));
    read(&[("a.xsd", &main)])
}

#[test]
fn a_document_that_is_not_found_is_an_error_where_it_is_needed() {
    let element = "<xs:element name='e' type='o:t' xmlns:o='urn:o'/>";
    let rows = [
        ("urn:o", "o.xsd", element, "error W2R-not-found a.xsd:2:46"),
        ("urn:o", "http://h/o.xsd", element, "error W2R-not-found a.xsd:2:46"),
        ("urn:o", "o.xsd", "", "warning W2R-not-found-unused a.xsd:2:46"),
        ("http://www.w3.org/2001/XMLSchema", "http://h/x.xsd", element, ""),
        ("http://www.w3.org/XML/1998/namespace", "http://h/xml.xsd", "", ""),
        ("urn:o", "file:///o.xsd", element, "error W2R-outside-folder a.xsd:2:46"),
        ("urn:o", "/etc/o.xsd", "", "error W2R-outside-folder a.xsd:2:46"),
        ("urn:o", "../o.xsd", element, "error W2R-outside-folder a.xsd:2:46"),
    ];
    for (namespace, location, more, finding) in rows {
        let read = importing(namespace, location, more);
        assert_eq!(read.findings.join("; "), finding, "{namespace} {location}");
    }
    let include = read(&[("a.xsd", &schema("<xs:include schemaLocation='o.xsd'/>"))]);
    assert_eq!(include.findings, ["warning W2R-include-not-found a.xsd:2:29"]);
}

#[test]
fn the_generator_has_schemas_of_its_own() {
    let array = "<xs:complexType name='a' xmlns:enc='http://schemas.xmlsoap.org/soap/encoding/' \
                 xmlns:w='http://schemas.xmlsoap.org/wsdl/'><xs:complexContent>\
                 <xs:restriction base='enc:Array'>\
                 <xs:attribute ref='enc:arrayType' w:arrayType='xs:string[]'/>\
                 </xs:restriction></xs:complexContent></xs:complexType>";
    let alone = read(&[("a.xsd", &schema(array))]);
    assert_eq!(alone.findings, [""; 0]);
    let encoding = "http://schemas.xmlsoap.org/soap/encoding/";
    assert_eq!(namespaces(&alone.documents), ["urn:t", encoding]);

    let own = format!("<xs:schema {XS} targetNamespace='{encoding}'/>");
    let files = [("a.xsd", schema(array)), ("e.xsd", own)];
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let supplied = read_with(&files, &["a.xsd", "e.xsd"], "", &Limits::default());
    assert_eq!(supplied.sources.iter().count(), 2);
}

#[test]
fn each_schema_of_the_generator_is_read_without_findings() {
    for namespace in [
        "http://www.w3.org/XML/1998/namespace",
        "http://schemas.xmlsoap.org/soap/encoding/",
        "http://www.w3.org/2003/05/soap-encoding",
        "http://www.w3.org/2005/08/addressing",
        "http://schemas.xmlsoap.org/ws/2004/08/addressing",
        "http://www.w3.org/2005/05/xmlmime",
        "http://www.w3.org/2004/08/xop/include",
        "http://www.w3.org/2000/09/xmldsig#",
        "http://www.w3.org/2001/04/xmlenc#",
        "http://www.w3.org/1999/xlink",
        "http://xml.apache.org/xml-soap",
    ] {
        let read = read(&[("a.xsd", &schema(&format!("<xs:import namespace='{namespace}'/>")))]);
        assert_eq!(read.findings, [""; 0], "{namespace}");
        assert_eq!(namespaces(&read.documents)[1], namespace);
    }
}

#[test]
fn attributes_of_the_xml_namespace_are_all_there_whatever_a_document_declares() {
    let namespace = "http://www.w3.org/XML/1998/namespace";
    let main = schema(&format!("<xs:import namespace='{namespace}' schemaLocation='x.xsd'/>"));
    let own = format!(
        "<xs:schema {XS} targetNamespace='{namespace}'>\
         <xs:attribute name='id' type='xs:ID'/></xs:schema>"
    );
    let read = read(&[("a.xsd", &main), ("x.xsd", &own)]);
    assert_eq!(read.findings, [""; 0]);
    let components = read.documents.schemas.iter().skip(1).flat_map(|schema| &schema.components);
    let names = components.filter_map(|component| component.name());
    let names: Vec<&str> = names.map(|name| &*name.value.local).collect();
    assert_eq!(names, ["id", "lang", "space", "base", "specialAttrs"]);
}

#[test]
fn the_schema_of_wsdl_is_for_schemas_that_refer_to_it() {
    let namespace = "http://schemas.xmlsoap.org/wsdl/";
    let import = format!("<xs:import namespace='{namespace}'/>");
    let rows = [
        ("", 1),
        (
            "<xs:element name='e' type='w:tDocumented' xmlns:w='http://schemas.xmlsoap.org/wsdl/'/>",
            2,
        ),
    ];
    for (component, count) in rows {
        let read = read(&[("a.xsd", &schema(&format!("{import}{component}")))]);
        assert_eq!(read.findings, [""; 0], "{component}");
        assert_eq!(read.documents.schemas.len(), count, "{component}");
    }
}

#[test]
fn a_document_type_is_forgiven_where_the_generator_has_the_schema() {
    let namespace = "http://www.w3.org/2000/09/xmldsig#";
    let main = schema(&format!("<xs:import namespace='{namespace}' schemaLocation='d.xsd'/>"));
    let published = format!("<!DOCTYPE schema><xs:schema {XS} targetNamespace='{namespace}'/>");
    let read = read(&[("a.xsd", &main), ("d.xsd", &published)]);
    assert_eq!(read.findings, ["warning W2R-doctype-replaced d.xsd:1:1"]);
    assert_eq!(namespaces(&read.documents), ["urn:t", namespace]);
}

#[test]
fn a_catalog_supplies_documents_and_what_they_refer_to() {
    let main = schema("<xs:import namespace='urn:o' schemaLocation='http://h/in/o.xsd'/>");
    let other = format!(
        "<xs:schema {XS} targetNamespace='urn:o'><xs:include schemaLocation='../p.xsd'/>\
         <xs:include schemaLocation='beside.xsd'/></xs:schema>"
    );
    let part = format!("<xs:schema {XS} targetNamespace='urn:o'/>");
    let files =
        [("a.xsd", main.as_str()), ("c/1", &other), ("c/2", &part), ("c/beside.xsd", &part)];
    let catalog = "http://h/in/o.xsd\tc/1\nhttp://h/p.xsd\tc/2\n";
    let read = read_with(&files, &["a.xsd"], catalog, &Limits::default());
    assert_eq!(read.findings, [""; 0]);
    assert_eq!(read.documents.schemas.len(), 4);
    let names: Vec<_> = read.sources.iter().map(|id| read.sources.name(id)).collect();
    let expected = ["a.xsd", "http://h/in/o.xsd", "http://h/p.xsd", "http://h/in/beside.xsd"];
    assert_eq!(names, expected);
}

#[test]
fn namespaces_of_references_are_checked() {
    let other = format!("<xs:schema {XS} targetNamespace='urn:o'/>");
    let rows = [
        ("<xs:include schemaLocation='o.xsd'/>", "error src-include a.xsd:2:29"),
        ("<xs:redefine schemaLocation='o.xsd'/>", "error src-redefine a.xsd:2:30"),
        (
            "<xs:import namespace='urn:x' schemaLocation='o.xsd'/>",
            "warning src-import.3 a.xsd:2:46",
        ),
        ("<xs:import schemaLocation='o.xsd'/>", "warning src-import.3 a.xsd:2:28"),
        ("<xs:import namespace='urn:o' schemaLocation='o.xsd'/>", ""),
        ("<xs:import namespace='urn:t' schemaLocation='a.xsd'/>", "error src-import a.xsd:2:23"),
    ];
    for (directive, finding) in rows {
        let read = read(&[("a.xsd", &schema(directive)), ("o.xsd", &other)]);
        assert_eq!(read.findings.join("; "), finding, "{directive}");
    }
}

#[test]
fn limits_end_the_reading_by_name() {
    let chain = |index: usize| schema(&format!("<xs:include schemaLocation='{}.xsd'/>", index + 1));
    let texts: Vec<(String, String)> =
        (0..6).map(|index| (format!("{index}.xsd"), chain(index))).collect();
    let mut files: Vec<(&str, &str)> =
        texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let last = schema("<xs:complexType name='a'/><xs:complexType name='b'/>");
    files.push(("6.xsd", &last));
    let all = Limits::default();
    let rows = [
        (Limits { files: 7, ..all.clone() }, ""),
        (Limits { files: 6, ..all.clone() }, "the limit `files` of 6 is exceeded"),
        (Limits { import_depth: 6, ..all.clone() }, ""),
        (Limits { import_depth: 5, ..all.clone() }, "the limit `import_depth` of 5 is exceeded"),
        (Limits { types: 2, ..all.clone() }, ""),
        (Limits { types: 1, ..all.clone() }, "the limit `types` of 1 is exceeded"),
        (Limits { file_bytes: last.len(), ..all.clone() }, ""),
        (Limits { file_bytes: last.len() - 1, ..all.clone() }, "the limit `file_bytes` of"),
        (Limits { nodes: 22, ..all.clone() }, ""),
        (Limits { nodes: 21, ..all.clone() }, "the limit `nodes` of 21 is exceeded"),
        (Limits { depth: 2, ..all.clone() }, ""),
        (Limits { depth: 1, ..all.clone() }, "the limit `depth` of 1 is exceeded"),
    ];
    for (limits, message) in rows {
        let read = read_with(&files, &["0.xsd"], "", &limits);
        let found = read.messages.first().map_or("", String::as_str);
        assert!(found.starts_with(message) && found.is_empty() == message.is_empty(), "{found}");
    }
}

#[test]
fn the_deepest_document_fits_the_stack() {
    let depth = Limits::default().depth;
    let nested = (depth - 2) / 3;
    let open = "<xs:element name='e'><xs:complexType><xs:sequence>".repeat(nested);
    let close = "</xs:sequence></xs:complexType></xs:element>".repeat(nested);
    let read = read(&[("a.xsd", &schema(&format!("{open}{close}")))]);
    assert_eq!(read.findings, [""; 0]);
}
