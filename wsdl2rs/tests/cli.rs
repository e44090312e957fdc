//! The command line from outside: exit status, what goes to which output, and the form of JSON.
#![expect(clippy::disallowed_methods, reason = "the program is run, and what it writes is read")]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const SERVICE: &str = r#"<d:definitions xmlns:d="http://schemas.xmlsoap.org/wsdl/"
  xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:x="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:t" targetNamespace="urn:t">
 <d:types><x:schema targetNamespace="urn:t" elementFormDefault="qualified">
  <x:element name="Ask" type="t:Question"/>
  <x:element name="Answer" type="x:int"/>
  <x:complexType name="Question"><x:sequence><x:element name="text" type="x:string"/></x:sequence>
  </x:complexType>
 </x:schema></d:types>
 <d:message name="In"><d:part name="body" element="t:Ask"/></d:message>
 <d:message name="Out"><d:part name="body" element="t:Answer"/></d:message>
 <d:portType name="Oracle"><d:operation name="Ask"><d:input message="t:In"/>
  <d:output message="t:Out"/></d:operation></d:portType>
 <d:binding name="Soap" type="t:Oracle"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
  <d:operation name="Ask"><s:operation soapAction="urn:ask"/><d:input><s:body use="literal"/>
  </d:input><d:output><s:body use="literal"/></d:output></d:operation></d:binding>
 <d:service name="Delphi"><d:port name="Port" binding="t:Soap">
  <s:address location="http://localhost/ask"/></d:port></d:service>
</d:definitions>"#;

/// A folder with documents, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("wsdl2rs-cli-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("the temporary folder can be written");
        let folder = Self(path);
        folder.write("oracle.wsdl", SERVICE);
        folder.write("wrong.wsdl", &SERVICE.replace("t:Question\"", "t:Qeustion\""));
        folder
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).expect("the temporary folder can be written");
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wsdl2rs"));
        command.current_dir(&self.0).args(line.split_whitespace());
        command
    }

    fn run(&self, line: &str) -> Output {
        self.command(line).output().expect("the program runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_status_says_whose_fault_it_is() {
    let folder = Folder::new("status");
    folder
        .write("wsdl2rs.toml", "source = ['oracle.wsdl']\n[rename]\n'{urn:t}Question' = 'Query'\n");
    folder.write("bad.toml", "source = ['oracle.wsdl']\nrenam = {}\n");
    let rows = [
        ("generate oracle.wsdl", 0, "pub struct Question", ""),
        ("generate --config wsdl2rs.toml", 0, "pub struct Query", ""),
        ("generate oracle.wsdl -o -", 0, "pub struct Question", ""),
        ("inspect oracle.wsdl", 0, "operation Ask: ask", ""),
        ("explain oracle.wsdl Question", 0, "pub struct Question", ""),
        ("explain src-resolve", 0, "from: XSD 1.0", ""),
        ("doc oracle.wsdl -o site", 0, "index.html", ""),
        ("dump oracle.wsdl --stage source", 0, "oracle.wsdl: ", ""),
        ("completions bash", 0, "wsdl2rs", ""),
        ("man", 0, ".TH wsdl2rs", ""),
        ("--version", 0, "wsdl2rs ", ""),
        ("--help", 0, "generate", ""),
        ("generate wrong.wsdl", 1, "", "wrong.wsdl:5:31"),
        ("generate --config bad.toml", 1, "", "did you mean `rename`?"),
        ("generate oracle.wsdl -o absent.rs --check", 1, "+pub struct Question", "absent.rs"),
        ("generate", 2, "", "<SOURCE>"),
        ("generate oracle.wsdl -o - --check", 2, "", "--check"),
        ("explain oracle.wsdl Qestion", 2, "", "did you mean `Question`?"),
        ("explain src-resolv", 2, "", "did you mean `src-resolve`?"),
        ("generate absent.wsdl", 3, "", "absent.wsdl"),
        ("generate oracle.wsdl --catalog absent.tsv", 3, "", "absent.tsv"),
        ("generate oracle.wsdl -o oracle.wsdl/x.rs", 3, "", "oracle.wsdl"),
    ];
    for (line, status, stdout, stderr) in rows {
        let output = folder.run(line);
        let (out, err) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(status), "{line}\n{out}\n{err}");
        assert!(out.contains(stdout) && err.contains(stderr), "{line}\n{out}\n{err}");
        assert!(!err.contains('\u{1b}'), "colour without a terminal: {line}");
        assert_eq!(err.is_empty(), stderr.is_empty(), "{line}\n{err}");
    }
}

#[test]
fn a_report_names_place_line_rule_and_help() {
    let folder = Folder::new("report");
    let output = folder.run("generate wrong.wsdl");
    let expected = "\
error[src-resolve]: there is no type `{urn:t}Qeustion`
 --> wrong.wsdl:5:31
  |
5 |   <x:element name=\"Ask\" type=\"t:Qeustion\"/>
  |                               ^^^^^^^^^";
    assert!(text(&output.stderr).starts_with(expected), "{}", text(&output.stderr));
    assert!(text(&output.stderr).ends_with("\nnothing is generated: 1 error\n"));
}

#[test]
fn findings_and_results_have_a_json_form() {
    let folder = Folder::new("json");
    let output = folder.run("generate wrong.wsdl --format json");
    let findings: Value = serde_json::from_slice(&output.stderr).expect("it is JSON");
    assert_eq!(findings[0]["code"], "src-resolve");
    assert_eq!(findings[0]["line"], 5);

    let output = folder.run("inspect oracle.wsdl --format json");
    let found: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let port = &found["services"][0]["ports"][0];
    let operation = serde_json::json!({
        "name": "Ask", "rust": "ask", "soap_action": "urn:ask", "style": "document",
        "use": "literal", "input": "{urn:t}Ask", "output": "{urn:t}Answer", "faults": [],
        "headers": [],
    });
    assert_eq!(found["services"][0]["name"], "{urn:t}Delphi");
    assert_eq!((&port["soap"], &port["client"]), (&"1.1".into(), &"Port".into()));
    assert_eq!(port["operations"], serde_json::json!([operation]));
    let element =
        serde_json::json!({ "name": "{urn:t}Answer", "rust": "elements::Answer", "type": "i32" });
    assert_eq!(found["elements"][0], element);
    let ty = serde_json::json!({ "name": "{urn:t}Question", "rust": "Question" });
    assert_eq!(found["types"], serde_json::json!([ty]));
    assert_eq!(found["documents"][0]["uri"], "oracle.wsdl");
    assert_eq!(found["documents"][0]["sha256"].as_str().map(str::len), Some(64));
}

#[test]
fn what_was_written_is_what_is_checked() {
    let folder = Folder::new("check");
    for path in ["out/one.rs", "out/many"] {
        let write = format!("generate oracle.wsdl -o {path}");
        assert!(folder.run(&write).status.success());
        let check = folder.run(&format!("{write} --check"));
        assert!(check.status.success(), "{}", text(&check.stderr));
    }
    assert!(folder.0.join("out/many/mod.rs").is_file());
    let one = fs::read_to_string(folder.0.join("out/one.rs")).expect("it was written");
    folder.write("out/one.rs", &one.replace("Question", "Answer"));
    let check = folder.run("generate oracle.wsdl -o out/one.rs --check");
    assert_eq!(check.status.code(), Some(1));
    assert!(text(&check.stdout).contains("+pub struct Question"), "{}", text(&check.stdout));
}

#[test]
fn documentation_is_a_site_whose_text_is_never_markup() {
    let folder = Folder::new("doc");
    let about = "<d:documentation>&lt;script>alert(1)&lt;/script>&lt;img src=x onerror=alert(2)> \
                 javascript:alert(3)</d:documentation>";
    let port = "<d:portType name=\"Oracle\"><d:operation name=\"Ask\">";
    folder.write("loud.wsdl", &SERVICE.replace(port, &format!("{port}{about}")));
    let first = folder.run("doc loud.wsdl -o site --format json");
    assert!(first.status.success(), "{}", text(&first.stderr));
    let told: Value = serde_json::from_slice(&first.stdout).expect("it is JSON");
    let files: Vec<&str> =
        told["files"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let expected = ["operation/Ask.html", "element/Ask.html", "type/Question.html", "search.js"];
    assert!(expected.iter().all(|file| files.contains(file)), "{files:?}");
    let read = |file: &str| {
        fs::read_to_string(folder.0.join("site").join(file)).expect("the file was written")
    };
    let page = read("operation/Ask.html");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x"), "{page}");
    assert!(page.contains("Port::new(transport)"), "{page}");
    for file in &files {
        let text = read(file);
        assert!(!text.contains("<script>") && !text.contains("<img"), "{file}: {text}");
        assert!(!text.contains(&*folder.0.to_string_lossy()), "{file} tells of the machine");
    }
    let all: Vec<String> = files.iter().map(|file| read(file)).collect();
    assert!(folder.run("doc loud.wsdl -o site").status.success());
    assert_eq!(files.iter().map(|file| read(file)).collect::<Vec<_>>(), all);
}

#[test]
fn the_output_is_the_same_wherever_it_is_made() {
    let folder = Folder::new("same");
    let there = folder.0.join("oracle.wsdl");
    let there = folder.run(&format!("generate {}", there.display())).stdout;
    let elsewhere = Command::new(env!("CARGO_BIN_EXE_wsdl2rs"))
        .args(["generate", Path::new("..").join("oracle.wsdl").to_str().expect("it is ASCII")])
        .current_dir({
            let inner = folder.0.join("inner");
            fs::create_dir_all(&inner).expect("the temporary folder can be written");
            inner
        })
        .env("LC_ALL", "tr_TR.UTF-8")
        .output()
        .expect("the program runs");
    assert_eq!(text(&there), text(&elsewhere.stdout));
    assert!(!text(&there).contains(&*folder.0.to_string_lossy()));
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let folder = Folder::new("pipe");
    let mut child = folder
        .command("dump oracle.wsdl --stage model")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let mut stderr = String::new();
    let mut pipe = child.stderr.take().expect("it is piped");
    pipe.read_to_string(&mut stderr).expect("it is text");
    let status = child.wait().expect("the program ends");
    assert_eq!((status.code(), stderr.as_str()), (Some(0), ""));
}
