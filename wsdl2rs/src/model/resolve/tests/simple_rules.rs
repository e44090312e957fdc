//! The rules about simple types (XSD 1.0 Part 1, section 3.14.6; Part 2, section 4.3).

use super::{codes, resolve_schema};

/// Base type, facets as `name=value` (a `!` after the name for fixed), and the rules they break.
type Row = (&'static str, &'static str, &'static [&'static str]);

/// Bases beside the built-in ones.
const BASES: &str = "<xs:simpleType name='Len5'><xs:restriction base='xs:string'>\
    <xs:length value='5'/></xs:restriction></xs:simpleType>\
    <xs:simpleType name='Len2to4'><xs:restriction base='xs:string'><xs:minLength value='2'/>\
    <xs:maxLength value='4' fixed='true'/></xs:restriction></xs:simpleType>\
    <xs:simpleType name='Ten'><xs:restriction base='xs:int'><xs:minInclusive value='0'/>\
    <xs:maxExclusive value='10'/></xs:restriction></xs:simpleType>\
    <xs:simpleType name='Digits'><xs:restriction base='xs:decimal'><xs:totalDigits value='4'/>\
    <xs:fractionDigits value='2'/></xs:restriction></xs:simpleType>\
    <xs:simpleType name='Enum'><xs:restriction base='xs:string'><xs:enumeration value='a'/>\
    <xs:enumeration value='b'/></xs:restriction></xs:simpleType>\
    <xs:simpleType name='Ints'><xs:list itemType='xs:int'/></xs:simpleType>\
    <xs:simpleType name='Union'><xs:union memberTypes='xs:int Enum'/></xs:simpleType>";

const ROWS: &[Row] = &[
    ("xs:string", "minLength=1 maxLength=3 pattern=[a-z]* whiteSpace=collapse", &[]),
    ("xs:string", "length=x", &["W2R-facet-value"]),
    ("xs:string", "maxLength=-1", &["W2R-facet-value"]),
    ("xs:decimal", "totalDigits=0", &["W2R-facet-value"]),
    ("xs:string", "maxLength=1 maxLength=2", &["src-single-facet-value"]),
    ("xs:string", "pattern=(", &["W2R-pattern"]),
    ("xs:int", "maxLength=3", &["cos-applicable-facets"]),
    ("xs:string", "minInclusive=a", &["cos-applicable-facets"]),
    ("xs:double", "totalDigits=3", &["cos-applicable-facets"]),
    ("Union", "minInclusive=1", &["cos-applicable-facets"]),
    ("Ints", "maxLength=3 enumeration=1_2", &[]),
    ("xs:string", "minLength=3 maxLength=2", &["minLength-less-than-equal-to-maxLength"]),
    ("xs:string", "length=2 maxLength=3", &["length-minLength-maxLength"]),
    ("Len5", "length=4", &["length-valid-restriction"]),
    ("Len5", "length=5", &[]),
    ("Len2to4", "minLength=1", &["minLength-valid-restriction"]),
    ("Len2to4", "minLength=3", &[]),
    ("Len2to4", "maxLength=5", &["maxLength-valid-restriction"]),
    ("Len2to4", "maxLength=3", &["maxLength-valid-restriction"]),
    ("Ten", "maxInclusive=9", &[]),
    ("Ten", "maxInclusive=10", &["maxInclusive-valid-restriction"]),
    ("Ten", "maxExclusive=10", &[]),
    ("Ten", "maxExclusive=11", &["maxExclusive-valid-restriction"]),
    ("Ten", "minInclusive=-1", &["minInclusive-valid-restriction"]),
    ("Ten", "minExclusive=-1", &["minExclusive-valid-restriction"]),
    ("Ten", "minInclusive=12345678901", &["W2R-facet-value"]),
    ("xs:int", "minInclusive=2 maxInclusive=1", &["minInclusive-less-than-equal-to-maxInclusive"]),
    ("xs:int", "minExclusive=2 maxExclusive=1", &["minExclusive-less-than-equal-to-maxExclusive"]),
    ("xs:int", "minInclusive=1 maxExclusive=1", &["minInclusive-less-than-maxExclusive"]),
    ("xs:int", "minExclusive=1 maxInclusive=1", &["minExclusive-less-than-maxInclusive"]),
    ("xs:int", "minInclusive=1 minExclusive=1", &["minInclusive-minExclusive"]),
    ("xs:int", "maxInclusive=1 maxExclusive=1", &["maxInclusive-maxExclusive"]),
    (
        "xs:date",
        "minInclusive=2024-01-02 maxInclusive=2024-01-01",
        &["minInclusive-less-than-equal-to-maxInclusive"],
    ),
    ("Digits", "totalDigits=5", &["totalDigits-valid-restriction"]),
    ("Digits", "fractionDigits=3", &["fractionDigits-valid-restriction"]),
    ("xs:int", "fractionDigits=1", &["fractionDigits-valid-restriction"]),
    ("xs:decimal", "totalDigits=2 fractionDigits=3", &["fractionDigits-totalDigits"]),
    ("xs:token", "whiteSpace=preserve", &["whiteSpace-valid-restriction"]),
    ("xs:int", "whiteSpace=collapse", &[]),
    ("Enum", "enumeration=a", &[]),
    ("Enum", "enumeration=c", &["enumeration-valid-restriction"]),
    ("xs:int", "enumeration=1 enumeration=x", &["enumeration-valid-restriction"]),
    ("Ten", "enumeration=10", &["enumeration-valid-restriction"]),
    ("Digits", "enumeration=1.234", &["enumeration-valid-restriction"]),
    ("Union", "enumeration=7 enumeration=a", &[]),
    ("Union", "enumeration=c", &["enumeration-valid-restriction"]),
    ("xs:NMTOKENS", "maxLength=2 enumeration=a_b", &[]),
];

fn restriction(base: &str, facets: &str) -> String {
    let facets = facets.split(' ').map(|facet| {
        let (name, value) = facet.split_once('=').expect("a facet has a value");
        format!("<xs:{name} value='{}'/>", value.replace('_', " "))
    });
    let facets: String = facets.collect();
    format!(
        "{BASES}<xs:simpleType name='T'><xs:restriction base='{base}'>{facets}</xs:restriction>\
         </xs:simpleType>"
    )
}

#[test]
fn facets_fit_each_other_and_the_base() {
    for (base, facets, expected) in ROWS {
        let (_, found) = resolve_schema(&restriction(base, facets));
        assert_eq!(codes(&found), *expected, "{base} {facets}: {found:?}");
    }
}

#[test]
fn derivations_of_simple_types() {
    let rows: [(&str, &[&str]); 6] = [
        (
            "<xs:simpleType name='T'><xs:restriction base='T'/></xs:simpleType>",
            &["st-props-correct.2"],
        ),
        (
            "<xs:simpleType name='T'><xs:union memberTypes='U'/></xs:simpleType>\
          <xs:simpleType name='U'><xs:list itemType='T'/></xs:simpleType>",
            &["st-props-correct.2"],
        ),
        (
            "<xs:simpleType name='T'><xs:list itemType='Ints'/></xs:simpleType>",
            &["cos-list-of-atomic"],
        ),
        (
            "<xs:simpleType name='T' final='restriction'><xs:restriction base='xs:int'/>\
          </xs:simpleType><xs:simpleType name='U'><xs:restriction base='T'/></xs:simpleType>",
            &["st-props-correct.3"],
        ),
        (
            "<xs:simpleType name='T' final='list'><xs:restriction base='xs:int'/></xs:simpleType>\
          <xs:simpleType name='U'><xs:list itemType='T'/></xs:simpleType>",
            &["st-props-correct.3"],
        ),
        (
            "<xs:simpleType name='T' final='list'><xs:restriction base='xs:int'/></xs:simpleType>\
          <xs:simpleType name='U'><xs:union memberTypes='T'/></xs:simpleType>",
            &[],
        ),
    ];
    for (text, expected) in rows {
        let (_, found) = resolve_schema(&format!("{BASES}{text}"));
        assert_eq!(codes(&found), expected, "{text}");
    }
}
