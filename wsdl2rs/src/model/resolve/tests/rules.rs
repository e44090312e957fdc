//! The rules about elements, attributes, complex types and groups: for each the smallest schema
//! that breaks it, and one that just keeps it.

use super::{codes, resolve_schema};

/// The rule, components that break it, components that keep it.
type Row = (&'static str, &'static str, &'static str);

/// Shared by all rows.
const COMMON: &str = "<xs:complexType name='B'><xs:sequence><xs:element name='a' type='xs:int'/>\
    <xs:element name='o' minOccurs='0' maxOccurs='2'/></xs:sequence>\
    <xs:attribute name='x' type='xs:string' use='required'/></xs:complexType>\
    <xs:complexType name='S'><xs:simpleContent><xs:extension base='xs:string'/></xs:simpleContent>\
    </xs:complexType><xs:complexType name='E'/>";

const REFERENCES: &[Row] = &[
    ("src-resolve", "<xs:element name='e' type='Missing'/>", "<xs:element name='e' type='B'/>"),
    ("src-resolve", "<xs:element name='e' type='xs:strin'/>", "<xs:element name='e'/>"),
    ("src-resolve", "<xs:attribute name='y' type='B'/>", "<xs:attribute name='y' type='xs:int'/>"),
    (
        "src-resolve",
        "<xs:complexType name='T'><xs:group ref='Missing'/></xs:complexType>",
        "<xs:complexType name='T'><xs:group ref='G'/></xs:complexType>\
         <xs:group name='G'><xs:sequence/></xs:group>",
    ),
    (
        "src-resolve",
        "<xs:complexType name='T'><xs:attributeGroup ref='Missing'/></xs:complexType>",
        "<xs:complexType name='T'><xs:attributeGroup ref='G'/></xs:complexType>\
         <xs:attributeGroup name='G'/>",
    ),
    (
        "mg-props-correct.2",
        "<xs:group name='G'><xs:sequence><xs:group ref='H'/></xs:sequence></xs:group>\
         <xs:group name='H'><xs:choice><xs:group ref='G'/></xs:choice></xs:group>",
        "<xs:group name='G'><xs:sequence><xs:element name='e'><xs:complexType>\
         <xs:group ref='G' minOccurs='0'/></xs:complexType></xs:element></xs:sequence></xs:group>",
    ),
    (
        "src-attribute_group.3",
        "<xs:attributeGroup name='G'><xs:attributeGroup ref='G'/></xs:attributeGroup>",
        "<xs:attributeGroup name='G'><xs:attributeGroup ref='H'/></xs:attributeGroup>\
         <xs:attributeGroup name='H'/>",
    ),
    (
        "ag-props-correct.2",
        "<xs:attributeGroup name='G'><xs:attribute name='x'/><xs:attribute name='x'/>\
         </xs:attributeGroup>",
        "<xs:attributeGroup name='G'><xs:attribute name='x'/><xs:attribute name='y'/>\
         </xs:attributeGroup>",
    ),
    (
        "ct-props-correct.3",
        "<xs:complexType name='T'><xs:complexContent><xs:extension base='U'/></xs:complexContent>\
         </xs:complexType><xs:complexType name='U'><xs:complexContent><xs:extension base='T'/>\
         </xs:complexContent></xs:complexType>",
        "<xs:complexType name='T'><xs:complexContent><xs:extension base='B'/></xs:complexContent>\
         </xs:complexType>",
    ),
    (
        "e-props-correct.6",
        "<xs:element name='e' substitutionGroup='f'/><xs:element name='f' substitutionGroup='e'/>",
        "<xs:element name='e' substitutionGroup='f'/><xs:element name='f'/>",
    ),
];

const VALUES: &[Row] = &[
    (
        "e-props-correct.2",
        "<xs:element name='e' type='xs:int' default='x'/>",
        "<xs:element name='e' type='xs:int' default=' 1 '/>",
    ),
    (
        "e-props-correct.2",
        "<xs:element name='e' type='B' default='x'/>",
        "<xs:element name='e' type='S' default='x'/>",
    ),
    (
        "e-props-correct.5",
        "<xs:element name='e' type='xs:ID' fixed='x'/>",
        "<xs:element name='e' type='xs:IDREF' fixed='x'/>",
    ),
    (
        "a-props-correct.2",
        "<xs:attribute name='y' type='xs:date' default='2023-02-29'/>",
        "<xs:attribute name='y' type='xs:date' default='2024-02-29'/>",
    ),
    (
        "a-props-correct.3",
        "<xs:attribute name='y' type='xs:ID' default='x'/>",
        "<xs:attribute name='y' type='xs:NCName' default='x'/>",
    ),
    (
        "au-props-correct.2",
        "<xs:attribute name='y' type='xs:int' fixed='1'/>\
         <xs:complexType name='T'><xs:attribute ref='y' fixed='2'/></xs:complexType>",
        "<xs:attribute name='y' type='xs:int' fixed='1'/>\
         <xs:complexType name='T'><xs:attribute ref='y' fixed='01'/></xs:complexType>",
    ),
    (
        "ct-props-correct.5",
        "<xs:complexType name='T'><xs:attribute name='y' type='xs:ID'/>\
         <xs:attribute name='z' type='xs:ID'/></xs:complexType>",
        "<xs:complexType name='T'><xs:attribute name='y' type='xs:ID'/>\
         <xs:attribute name='z' type='xs:IDREF'/></xs:complexType>",
    ),
    (
        "c-props-correct.2",
        "<xs:element name='e'><xs:key name='k'><xs:selector xpath='.'/><xs:field xpath='a'/>\
         </xs:key><xs:keyref name='r' refer='k'><xs:selector xpath='.'/><xs:field xpath='a'/>\
         <xs:field xpath='b'/></xs:keyref></xs:element>",
        "<xs:element name='e'><xs:key name='k'><xs:selector xpath='.'/><xs:field xpath='a'/>\
         </xs:key><xs:keyref name='r' refer='k'><xs:selector xpath='.'/><xs:field xpath='b'/>\
         </xs:keyref></xs:element>",
    ),
];

/// Rows about an extension of a base: the rule, base and content that break it, and that keep it.
const EXTENSIONS: &[(&str, &str, &str)] = &[
    (
        "src-ct.1",
        "complexContent><xs:extension base='xs:int'",
        "complexContent><xs:extension base='E'",
    ),
    ("src-ct.2", "simpleContent><xs:extension base='B'", "simpleContent><xs:extension base='S'"),
    (
        "src-ct.2",
        "simpleContent><xs:restriction base='xs:int'",
        "simpleContent><xs:restriction base='S'",
    ),
    (
        "cos-ct-extends.1.4",
        "complexContent><xs:extension base='S'><xs:sequence><xs:any/></xs:sequence",
        "complexContent><xs:extension base='E'><xs:sequence><xs:any/></xs:sequence",
    ),
    (
        "derivation-ok-restriction.5",
        "complexContent><xs:restriction base='S'",
        "simpleContent><xs:restriction base='S'",
    ),
    (
        "derivation-ok-restriction.5.2",
        "complexContent><xs:restriction base='B'",
        "complexContent><xs:restriction base='E'",
    ),
    (
        "ct-props-correct.4",
        "complexContent><xs:extension base='B'><xs:attribute name='x' type='xs:int'/",
        "complexContent><xs:extension base='B'><xs:attribute name='y' type='xs:int'/",
    ),
    (
        "W2R-repeated-attribute",
        "complexContent><xs:extension base='B'><xs:attribute name='x' type='xs:string'/",
        "complexContent><xs:extension base='E'><xs:attribute name='x' type='xs:string'/",
    ),
    (
        "cos-all-limited",
        "complexContent><xs:extension base='B'><xs:all><xs:element name='z'/></xs:all",
        "complexContent><xs:extension base='E'><xs:all><xs:element name='z'/></xs:all",
    ),
    (
        "cos-nonambig",
        "complexContent><xs:extension base='B'><xs:sequence><xs:element name='o'/></xs:sequence",
        "complexContent><xs:extension base='B'><xs:sequence><xs:element name='p'/></xs:sequence",
    ),
    (
        "cos-element-consistent",
        "complexContent><xs:extension base='E'><xs:choice><xs:element name='a'/>\
         <xs:sequence><xs:element name='z'/><xs:element name='a' type='xs:int'/></xs:sequence>\
         </xs:choice",
        "complexContent><xs:extension base='E'><xs:choice><xs:element name='a'/>\
         <xs:sequence><xs:element name='z'/><xs:element name='a'/></xs:sequence></xs:choice",
    ),
];

/// Rows about restrictions of `B`: the rule, content that breaks it, and content that keeps it.
const RESTRICTIONS: &[Row] = &[
    (
        "cos-particle-restrict",
        "<xs:sequence><xs:element name='a' type='xs:string'/></xs:sequence>",
        "<xs:sequence><xs:element name='a' type='xs:byte'/></xs:sequence>",
    ),
    (
        "cos-particle-restrict",
        "<xs:sequence><xs:element name='a' type='xs:int'/><xs:element name='o' maxOccurs='3'/>\
         </xs:sequence>",
        "<xs:sequence><xs:element name='a' type='xs:int'/><xs:element name='o' maxOccurs='2'/>\
         </xs:sequence>",
    ),
    (
        "derivation-ok-restriction.2",
        "<xs:sequence><xs:element name='a' type='xs:int'/></xs:sequence>\
         <xs:attribute name='x' use='prohibited'/>",
        "<xs:sequence><xs:element name='a' type='xs:int'/></xs:sequence>\
         <xs:attribute name='x' type='xs:token' use='required'/>",
    ),
    (
        "derivation-ok-restriction.4",
        "<xs:sequence><xs:element name='a' type='xs:int'/></xs:sequence><xs:anyAttribute/>",
        "<xs:sequence><xs:element name='a' type='xs:int'/></xs:sequence>",
    ),
];

fn check(rule: &str, breaks: &str, keeps: &str) {
    let (_, found) = resolve_schema(&format!("{COMMON}{breaks}"));
    assert!(codes(&found).contains(&rule), "{rule} is broken by {breaks}: {found:?}");
    let (_, found) = resolve_schema(&format!("{COMMON}{keeps}"));
    assert!(found.is_empty(), "nothing is broken by {keeps}: {found:?}");
}

#[test]
fn rules_about_references_and_circles() {
    for (rule, breaks, keeps) in REFERENCES {
        check(rule, breaks, keeps);
    }
}

#[test]
fn rules_about_values_and_identity() {
    for (rule, breaks, keeps) in VALUES {
        check(rule, breaks, keeps);
    }
}

#[test]
fn rules_about_derived_types() {
    let derived = |start: &str| {
        let elements: Vec<&str> = start.split("<").collect();
        let close = |name: &str| name.split([' ', '>', '/']).next().unwrap_or("").to_owned();
        let method = close(elements[1]);
        let content = close(elements[0]);
        let end = if elements.len() > 2 { format!("></{method}>") } else { "/>".to_owned() };
        format!("<xs:complexType name='T'><xs:{start}{end}</xs:{content}></xs:complexType>")
    };
    for (rule, breaks, keeps) in EXTENSIONS {
        check(rule, &derived(breaks), &derived(keeps));
    }
    let restricted = |content: &str| {
        format!(
            "<xs:complexType name='T'><xs:complexContent><xs:restriction base='B'>{content}\
             </xs:restriction></xs:complexContent></xs:complexType>"
        )
    };
    for (rule, breaks, keeps) in RESTRICTIONS {
        check(rule, &restricted(breaks), &restricted(keeps));
    }
}

#[test]
fn final_types_are_not_derived_from() {
    let rows = [
        ("extension", "cos-ct-extends.1.1", "extension"),
        ("restriction", "derivation-ok-restriction.1", "restriction"),
        ("#all", "cos-ct-extends.1.1", "extension"),
    ];
    for (final_, rule, method) in rows {
        let (_, found) = resolve_schema(&format!(
            "<xs:complexType name='F' final='{final_}'/>\
             <xs:complexType name='T'><xs:complexContent><xs:{method} base='F'/>\
             </xs:complexContent></xs:complexType>"
        ));
        assert_eq!(codes(&found), [rule], "{final_}");
    }
}

#[test]
fn a_missing_name_is_one_finding_a_component_with_a_suggestion() {
    let (_, found) = resolve_schema(
        "<xs:complexType name='Address'/><xs:complexType name='T'><xs:sequence>\
         <xs:element name='e' type='Adress'/><xs:element name='f' type='Adress'/></xs:sequence>\
         </xs:complexType><xs:element name='other' type='Adress'/>",
    );
    let of: Vec<&str> = found.iter().filter_map(|found| found.component.as_deref()).collect();
    assert_eq!(of, ["{urn:t}T", "{urn:t}other"], "{found:?}");
    assert_eq!(found[0].help, "did you mean `{urn:t}Address`?");
    assert_eq!((found[0].labels.len(), found[1].labels.len()), (1, 0));
}

#[test]
fn ambiguity_is_found_where_it_is() {
    let rows = [
        ("(a?, a)", true),
        ("(a, a)", false),
        ("(a | a)", true),
        ("(a*, b, a)", false),
        ("((a, b)*, a)", true),
        ("((a, b){2,2}, a)", false),
        ("(a{2,2}, a)", false),
        ("(a{1,2}, a)", true),
        ("((a | b)*, c)", false),
        ("((a?, b?)*, c)", false),
        ("((a?, b?)*, b)", true),
        ("(any*, a)", true),
        ("(a, any*)", false),
        ("(a?, any)", true),
        ("(any | any)", true),
    ];
    for (model, is_ambiguous) in rows {
        let text = format!("<xs:complexType name='T'>{}</xs:complexType>", markup(model));
        let (_, found) = resolve_schema(&text);
        let expected: &[&str] = if is_ambiguous { &["cos-nonambig"] } else { &[] };
        assert_eq!(codes(&found), expected, "{model}");
    }
}

/// The markup of a content model written like a regular expression.
fn markup(model: &str) -> String {
    let mut output = String::new();
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut rest = model;
    while let Some(next) = rest.chars().next() {
        match next {
            '(' => {
                open.push((output.len(), false));
                rest = &rest[1..];
            }
            ')' => {
                let (start, is_choice) = open.pop().expect("parentheses are balanced");
                let (occurs, after) = occurs(&rest[1..]);
                let kind = if is_choice { "choice" } else { "sequence" };
                output.insert_str(start, &format!("<xs:{kind}{occurs}>"));
                output.push_str(&format!("</xs:{kind}>"));
                rest = after;
            }
            '|' | ',' | ' ' => {
                if let (Some(last), '|') = (open.last_mut(), next) {
                    last.1 = true;
                }
                rest = &rest[1..];
            }
            _ => {
                let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                let (name, after) = rest.split_at(end);
                let (occurs, after) = occurs(after);
                output.push_str(&match name {
                    "any" => format!("<xs:any{occurs}/>"),
                    _ => format!("<xs:element name='{name}'{occurs}/>"),
                });
                rest = after;
            }
        }
    }
    output
}

/// The attributes for what a term is followed by, and the rest.
fn occurs(text: &str) -> (String, &str) {
    let bounds = |min: &str, max: &str| format!(" minOccurs='{min}' maxOccurs='{max}'");
    match text.chars().next() {
        Some('?') => (bounds("0", "1"), &text[1..]),
        Some('*') => (bounds("0", "unbounded"), &text[1..]),
        Some('{') => {
            let (inner, after) = text[1..].split_once('}').expect("braces are balanced");
            let (min, max) = inner.split_once(',').expect("two bounds");
            (bounds(min, max), after)
        }
        _ => (String::new(), text),
    }
}
