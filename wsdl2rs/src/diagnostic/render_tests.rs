//! Reports as goldens: a finding, and the text that people read.

use super::super::place::OptionFile;
use super::super::{Code, Diagnostic, Diagnostics, Error, Finding, Origin, Style, render};
use crate::source::{Location, SourceMap, Span};

const SCHEMA: &str =
    "<xs:schema>\n\t<xs:element name=\"Qu\u{e4}lity\" type=\"t:Missing\"/>\n</xs:schema>\n";

/// The documents, and the place of `marked` in the first.
fn document(text: &str, marked: &str) -> (SourceMap, Span) {
    let mut sources = SourceMap::default();
    let id = sources.add(Location::entry("wsdl/stock.xsd"), text.to_owned());
    let start = text.find(marked).expect("the row marks a part of its text");
    (sources, Span::new(id, start..start + marked.len()))
}

fn findings(sources: &SourceMap, reported: impl IntoIterator<Item = Diagnostic>) -> Vec<Finding> {
    let mut diagnostics = Diagnostics::default();
    reported.into_iter().for_each(|finding| diagnostics.report(finding));
    Finding::all(diagnostics, sources)
}

fn report(sources: &SourceMap, finding: Diagnostic) -> String {
    render(&findings(sources, [finding]), Style::Plain)
}

#[test]
fn a_report_has_place_line_caret_code_and_help() {
    let (sources, span) = document(SCHEMA, "t:Missing");
    let finding = Diagnostic::new(Code::UnresolvedName, span, "no type is called `{urn:t}Missing`")
        .because("named here")
        .help("did you mean `{urn:t}Mission`?");
    let expected = "\
error[src-resolve]: no type is called `{urn:t}Missing`
 --> wsdl/stock.xsd:2:35
  |
2 |     <xs:element name=\"Qu\u{e4}lity\" type=\"t:Missing\"/>
  |                                      ^^^^^^^^^ named here
  |
  = help: did you mean `{urn:t}Mission`?
";
    assert_eq!(report(&sources, finding), expected);
}

#[test]
fn a_second_place_has_its_own_line() {
    let (mut sources, span) = document(SCHEMA, "Qu\u{e4}lity");
    let other = sources.add(Location::entry("wsdl/base.xsd"), "<a/>\n<b/>\n".to_owned());
    let finding = Diagnostic::new(Code::DuplicateComponent, span, "`Quality` is declared twice")
        .label(Span::new(other, 5..9), "first here");
    let expected = "\
error[sch-props-correct]: `Quality` is declared twice
 --> wsdl/stock.xsd:2:20
  |
2 |     <xs:element name=\"Qu\u{e4}lity\" type=\"t:Missing\"/>
  |                       ^^^^^^^
  |
 ::: wsdl/base.xsd:2:1
  |
2 | <b/>
  | ---- first here
  |
  = help: keep one of the two definitions
";
    assert_eq!(report(&sources, finding), expected);
}

#[test]
fn a_long_line_is_cut_and_its_column_is_not() {
    let text = format!("<a>{}<mark/>{}</a>", "\u{e4}".repeat(3_000), "y".repeat(3_000));
    let (sources, span) = document(&text, "<mark/>");
    let report = report(&sources, Diagnostic::new(Code::UnresolvedName, span, "gone"));
    assert!(report.contains("--> wsdl/stock.xsd:1:3004\n"), "{report}");
    assert!(report.lines().all(|line| line.chars().count() < 170), "{report}");
    let caret = report.lines().find(|line| line.contains('^')).expect("a caret line");
    let line = report.lines().find(|line| line.contains("<mark/>")).expect("the source line");
    let column = |line: &str, of: &str| line[..line.find(of).expect("it is there")].chars().count();
    assert_eq!(column(caret, "^"), column(line, "<mark/>"), "{report}");
}

#[test]
fn what_a_terminal_would_obey_is_written_out() {
    let (sources, span) = document("<a b=\"x\u{202e}y\u{9b}31m\"/>", "x\u{202e}y");
    let finding =
        Diagnostic::new(Code::UnresolvedName, span, "no type `\u{1b}[31m`\nerror[forged]: more");
    let expected = "\
error[src-resolve]: no type `\\u{1b}[31m`\\u{a}error[forged]: more
 --> wsdl/stock.xsd:1:7
  |
1 | <a b=\"x\\u{202e}y\\u{9b}31m\"/>
  |       ^^^^^^^^^^
  |
  = help: declare the component, or import the schema that does
";
    assert_eq!(report(&sources, finding), expected);
}

#[test]
fn an_option_is_a_place() {
    let file = OptionFile { name: "wsdl2rs.toml".into(), text: "source = []\nrenam = 1\n".into() };
    let origin = Origin::File { file: std::sync::Arc::new(file), start: 12, end: 17 };
    let finding = Diagnostic::new(Code::ConfigUnknownKey, &origin, "no option is called `renam`");
    let expected = "\
error[W2R-config-key]: no option is called `renam`
 --> wsdl2rs.toml:2:1
  |
2 | renam = 1
  | ^^^^^
  |
  = help: correct the key, or remove it
";
    assert_eq!(report(&SourceMap::default(), finding), expected);

    let here = std::panic::Location::caller();
    let origin = Origin::Caller(here);
    let finding = Diagnostic::new(Code::ConfigUnmatched, &origin, "no type is called `Qoute`");
    let report = report(&SourceMap::default(), finding);
    let place = format!("\n--> {here}\n");
    assert!(report.contains(&place), "{report}");
}

#[test]
fn a_flood_is_told_by_its_number() {
    let (sources, span) = document(SCHEMA, "t:Missing");
    let one = |n: usize| {
        let span = Span::new(span.source, n..n + 1);
        Diagnostic::new(Code::UnresolvedName, span, format!("no type `T{n}`"))
    };
    let findings = findings(&sources, (0..9).map(one));
    let report = render(&findings, Style::Plain);
    assert_eq!(report.matches("error[").count(), 5);
    assert!(report.ends_with("  = note: 4 more like this are not shown\n"), "{report}");

    let error = Error::input(findings);
    assert!(error.is_input());
    let text = format!("{error:?}");
    assert!(text.starts_with("nothing is generated: 9 errors\n\nerror[src-resolve]"), "{text}");
}

#[test]
fn a_build_script_prints_short_lines() {
    let (sources, span) = document(SCHEMA, "t:Missing");
    let finding = Diagnostic::new(Code::NameTaken, span, "`Quote` is `Quote2`");
    let expected = [
        "wsdl/stock.xsd:2:35: [W2R-name-taken] `Quote` is `Quote2`",
        "  help: rename one of the two in the configuration if the number is not stable enough",
    ];
    assert_eq!(findings(&sources, [finding])[0].to_build_lines(), expected);
}

#[test]
#[cfg(feature = "cli")]
fn findings_have_a_json_form() {
    let (sources, span) = document(SCHEMA, "t:Missing");
    let finding = Diagnostic::new(Code::UnresolvedName, span, "no type").because("named here");
    let json = super::super::findings_to_json(&findings(&sources, [finding]));
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let expected = serde_json::json!([{
        "code": "src-resolve", "severity": "error", "file": "wsdl/stock.xsd", "line": 2,
        "column": 35, "message": "no type", "label": "named here",
        "help": "declare the component, or import the schema that does", "labels": [], "more": 0,
    }]);
    assert_eq!(json, expected);
}
