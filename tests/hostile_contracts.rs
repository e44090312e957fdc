//! Contracts that were made to do harm: large ones take seconds, no name or text leaves its literal,
//! and generating leaves nothing behind.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use wsdl2rs::Config;
use wsdl2rs_tests::fuzz::unexpected;

const IS_SLOW: bool = cfg!(debug_assertions);

/// About how large a contract is; a build without optimisation gets less, and more time.
const SIZE: usize = if IS_SLOW { 100_000 } else { 1_000_000 };

const PATIENCE: Duration = Duration::from_secs(if IS_SLOW { 30 } else { 5 });

/// A folder of one test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(test);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// A schema of about `SIZE` bytes of `part`, numbered, between `before` and `after`.
fn schema(before: &str, part: fn(usize) -> String, after: &str) -> String {
    let mut text = format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:h' \
         targetNamespace='urn:h' elementFormDefault='qualified'>{before}"
    );
    let mut number = 0;
    while text.len() < SIZE {
        text.push_str(&part(number));
        number += 1;
    }
    text + after + "</xs:schema>"
}

const TYPE: &str = "<xs:complexType name='T'><xs:sequence>";
const END: &str = "</xs:sequence></xs:complexType>";

/// Schemas that cost a generator more than others do.
fn costly() -> Vec<(&'static str, String)> {
    [components(), contents(), simple_types()].into_iter().flatten().collect()
}

/// Many components.
fn components() -> Vec<(&'static str, String)> {
    vec![
        ("types", schema("", |n| format!("<xs:complexType name='T{n}'/>"), "")),
        ("types of one name", schema("", |_| "<xs:complexType name='T'/>".into(), "")),
        (
            "types whose names clash",
            schema("", |n| format!("<xs:complexType name='{}'/>", cased(n)), ""),
        ),
        ("elements", schema("", |n| format!("<xs:element name='e{n}' type='xs:int'/>"), "")),
        (
            "members of a substitution group",
            schema("<xs:element name='h'/>", |n| format!("<xs:element name='e{n}' substitutionGroup='h'/>"), ""),
        ),
        (
            "derived types",
            schema(
                "<xs:complexType name='T'/><xs:element name='e' type='T'/>",
                |n| format!("<xs:complexType name='T{n}'><xs:complexContent><xs:extension base='T'/></xs:complexContent></xs:complexType>"),
                "",
            ),
        ),
        (
            "a circle of types",
            schema(
                "",
                |n| format!("<xs:complexType name='T{n}'><xs:sequence><xs:element name='e' type='T{}' minOccurs='0'/></xs:sequence></xs:complexType>", n + 1),
                "",
            )
            .replace("type='T1' ", "type='T0' "),
        ),
        ("names of a kilobyte", schema("", |n| format!("<xs:element name='{}{n}'/>", "x".repeat(1_000)), "")),
        ("missing types", schema("", |n| format!("<xs:element name='e{n}' type='M{n}'/>"), "")),
    ]
}

/// One type with much in it.
fn contents() -> Vec<(&'static str, String)> {
    vec![
        ("members", schema(TYPE, |n| format!("<xs:element name='e{n}' type='xs:int'/>"), END)),
        (
            "choices",
            schema(
                &format!("{TYPE}<xs:choice maxOccurs='unbounded'>"),
                |n| format!("<xs:element name='e{n}' type='xs:int'/>"),
                &format!("</xs:choice>{END}"),
            ),
        ),
        (
            "optional members",
            schema(TYPE, |n| format!("<xs:element name='e{n}' minOccurs='0'/>"), END),
        ),
        (
            "the same optional member",
            schema(TYPE, |_| "<xs:element name='e' minOccurs='0'/>".into(), END),
        ),
        (
            "occurrences",
            schema(TYPE, |n| format!("<xs:element name='e{n}' maxOccurs='2147483647'/>"), END),
        ),
        ("wildcards", schema(TYPE, |_| "<xs:any minOccurs='0'/>".into(), END)),
        (
            "attributes",
            schema(
                "<xs:complexType name='T'>",
                |n| format!("<xs:attribute name='a{n}' type='xs:int'/>"),
                "</xs:complexType>",
            ),
        ),
        (
            "documentation",
            schema(
                "<xs:complexType name='T'><xs:annotation><xs:documentation>",
                |_| "``` ]] <b/> \u{202E}".into(),
                "</xs:documentation></xs:annotation></xs:complexType>",
            ),
        ),
    ]
}

/// Facets, lists and unions.
fn simple_types() -> Vec<(&'static str, String)> {
    let simple =
        |facets: &str| format!("<xs:simpleType name='S'><xs:restriction base='xs:string'>{facets}");
    vec![
        (
            "enumeration",
            schema(&simple(""), |n| format!("<xs:enumeration value='v{n}'/>"), SIMPLE_END),
        ),
        (
            "enumeration of signs",
            schema(
                &simple(""),
                |n| format!("<xs:enumeration value='{}'/>", "-".repeat(n % 300)),
                SIMPLE_END,
            ),
        ),
        (
            "patterns",
            schema(&simple(""), |n| format!("<xs:pattern value='[a-z]{{1,{n}}}'/>"), SIMPLE_END),
        ),
        (
            "one pattern",
            schema(
                &simple("<xs:pattern value='"),
                |_| "(a|b)*".into(),
                &format!("'/>{SIMPLE_END}"),
            ),
        ),
        (
            "lists",
            schema(
                "",
                |n| {
                    format!(
                        "<xs:simpleType name='L{n}'><xs:list itemType='xs:int'/></xs:simpleType>"
                    )
                },
                "",
            ),
        ),
        (
            "unions",
            schema(
                "<xs:simpleType name='U'><xs:union memberTypes='",
                |_| "xs:int xs:date ".into(),
                "'/></xs:simpleType>",
            ),
        ),
    ]
}

const SIMPLE_END: &str = "</xs:restriction></xs:simpleType>";

/// The same name with letters of either case, by number.
fn cased(number: usize) -> String {
    let letter = |bit: usize| if number >> bit & 1 == 0 { 'a' } else { 'A' };
    (0..16).map(letter).collect()
}

#[test]
fn a_large_contract_takes_seconds() {
    let path = folder("large").join("large.xsd");
    for (what, text) in costly() {
        fs::write(&path, &text).expect("the schema can be written");
        let started = Instant::now();
        let outcome = Config::new(&path).generate();
        let time = started.elapsed();

        assert!(time < PATIENCE, "{what}: {time:?} for {} bytes", text.len());
        if let Err(error) = outcome {
            assert!(error.findings().len() < 100, "{what}: a flood of findings");
        }
    }
}

/// What leaves a literal, a comment or a name where it can.
const HOSTILE: [&str; 14] = [
    "\"; } unsafe fn f() {} //",
    "\"#; include!(\"/etc/passwd\"); r#\"",
    "*/ macro_rules! m { () => {} } /*",
    "\\\"; } extern \"C\" { } //",
    "a\nunsafe impl Send for A {}",
    "a\r\n/// b",
    "\u{202E}evil\u{2066}",
    "```\n```rust\nlet x = include!(\"x\");\n```",
    "{{}}",
    "{0}{x:?}",
    "r#type",
    "\u{FEFF}\u{200B}a",
    "'static",
    "\\u{41}\\",
];

/// A contract with a text in every place that has room for one.
fn contract(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '"' | '\'' | '<' | '>' | '&' | '\n' | '\r' => {
                escaped.push_str(&format!("&#{};", u32::from(character)));
            }
            _ => escaped.push(character),
        }
    }
    CONTRACT.replace("TEXT", &escaped)
}

const CONTRACT: &str = r#"<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" name="TEXT"
  xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:x="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:TEXT" targetNamespace="urn:TEXT">
 <w:documentation>TEXT</w:documentation>
 <w:types><x:schema targetNamespace="urn:TEXT" elementFormDefault="qualified">
  <x:element name="Ask" type="t:Question"/>
  <x:element name="Answer" type="t:Kind" default="TEXT"/>
  <x:complexType name="Question"><x:annotation><x:documentation>TEXT</x:documentation></x:annotation>
   <x:sequence><x:element name="text" type="x:string" default="TEXT"/></x:sequence>
   <x:attribute name="a" type="x:string" fixed="TEXT"/>
  </x:complexType>
  <x:simpleType name="Kind"><x:restriction base="x:string"><x:enumeration value="TEXT">
   <x:annotation><x:documentation>TEXT</x:documentation></x:annotation></x:enumeration>
   <x:enumeration value="a"/></x:restriction></x:simpleType>
  <x:simpleType name="Shape"><x:restriction base="x:string"><x:pattern value="TEXT"/>
   </x:restriction></x:simpleType>
 </x:schema></w:types>
 <w:message name="In"><w:part name="body" element="t:Ask"/></w:message>
 <w:message name="Out"><w:part name="body" element="t:Answer"/></w:message>
 <w:portType name="Oracle"><w:documentation>TEXT</w:documentation><w:operation name="Ask">
  <w:documentation>TEXT</w:documentation><w:input message="t:In"/><w:output message="t:Out"/>
  </w:operation></w:portType>
 <w:binding name="Soap" type="t:Oracle"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
  <w:operation name="Ask"><s:operation soapAction="TEXT"/><w:input><s:body use="literal"/></w:input>
   <w:output><s:body use="literal"/></w:output></w:operation></w:binding>
 <w:service name="Delphi"><w:documentation>TEXT</w:documentation><w:port name="Port" binding="t:Soap">
  <s:address location="http://localhost/TEXT"/></w:port></w:service>
</w:definitions>"#;

#[test]
fn no_text_leaves_its_literal() {
    let path = folder("texts").join("texts.wsdl");
    let mut generated = 0;
    let places: Vec<usize> = CONTRACT.match_indices("TEXT").map(|(at, _)| at).collect();
    for text in HOSTILE {
        // In all places at once, and in each by itself: some places refuse what others take.
        let whole = contract(text);
        let alone = places.iter().map(|at| {
            let (before, after) = CONTRACT.split_at(*at);
            let (before, after) = (before.replace("TEXT", "a"), after.replacen("TEXT", "\0", 1));
            let escaped = contract(text);
            let value = escaped["<w:definitions".len()..].split("name=\"").nth(1);
            let value = value.and_then(|rest| rest.split('"').next()).expect("a name");
            format!("{before}{}", after.replace("TEXT", "a").replace('\0', value))
        });
        for document in alone.chain([whole.clone()]) {
            fs::write(&path, document).expect("the contract can be written");
            if let Ok(output) = Config::new(&path).generate() {
                generated += 1;
                let output = output.text();
                assert_eq!(unexpected(&output), None, "{text}: {output}");
                let draws =
                    |c: char| c.is_control() && c != '\n' || ('\u{202A}'..='\u{202E}').contains(&c);
                assert!(!output.contains(draws), "{text}: {output}");
            }
        }
    }
    assert!(generated > 100, "{generated} contracts were generated");
}

/// Says to a test that it runs for another, in a process of its own.
const INNER: &str = "WSDL2RS_TESTS_INNER";

#[test]
fn no_copy_is_kept_anywhere() {
    let contract = contract("a").replace("urn:a", "urn:t");
    let place = folder("cache");
    fs::write(place.join("contract.wsdl"), contract).expect("the contract can be written");
    if env::var_os(INNER).is_some() {
        let output = Config::new(place.join("contract.wsdl")).generate();
        return assert!(output.is_ok(), "{output:?}");
    }
    let empty = place.join("empty");
    fs::create_dir_all(&empty).expect("a folder can be made");
    let program = env::current_exe().expect("the program knows where it is");
    let mut command = Command::new(program);
    command.args(["--exact", "no_copy_is_kept_anywhere"]).env(INNER, "1").current_dir(&empty);
    for name in ["TMPDIR", "TMP", "TEMP", "HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"] {
        command.env(name, &empty);
    }
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let left = fs::read_dir(&empty).expect("the folder is there").count();
    assert_eq!(left, 0, "files were left in {}", empty.display());
}
