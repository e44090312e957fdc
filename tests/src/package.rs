//! One package of all cases: their generated code as modules of a library, a program that runs
//! what must run, and a program for each that must not compile. It is built once.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use serde_json::Value;

use crate::case::{Case, Program, package_dir};

/// The generated code of a case.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The case.
    pub case: Case,
    /// Its module.
    pub text: String,
    /// A program that makes its samples, reads them strictly, and compares; empty for none.
    pub samples: String,
}

/// What the compiler said of the package.
#[derive(Debug, Default)]
pub struct Built {
    /// The program that runs passing programs and messages, where all of it compiled.
    pub runner: Option<PathBuf>,
    /// Errors and warnings of what must compile: the library and the runner.
    pub unexpected: Vec<String>,
    /// Errors of each failing program, by the name of its target.
    pub errors: BTreeMap<String, Vec<String>>,
    /// The failing programs that compiled.
    pub compiled: Vec<String>,
}

/// What a package of cases is for.
#[derive(Clone, Copy, Debug)]
pub struct Purpose {
    /// The features of the runtime.
    pub features: &'static [&'static str],
    /// The module of the runner that gets messages, a file of `runner/`.
    pub messages: &'static str,
    /// Whether the programs of the cases are built.
    pub programs: bool,
}

const LIBRARY: &str = "cases";
const RUNNER: &str = "runner";

/// The name of a program's target, which is a passing program's module as well.
#[must_use]
pub fn target(case: &Case, program: &Program) -> String {
    format!("{}_{}_{}", case.area, case.rule, program.name.replace('-', "_"))
}

/// Writes the package into `dir` and builds it.
///
/// # Errors
/// When a file cannot be written, or Cargo cannot be run.
pub fn build(dir: &Path, generated: &[Generated], purpose: Purpose) -> io::Result<Built> {
    write_if_changed(&dir.join("Cargo.toml"), &manifest(generated, purpose))?;
    fs::copy(workspace().join("Cargo.lock"), dir.join("Cargo.lock"))?;
    let mut library = String::from("//! The cases.\n#![deny(warnings, missing_docs)]\n");
    let mut areas: BTreeMap<&str, Vec<&Generated>> = BTreeMap::new();
    for generated in generated {
        areas.entry(&generated.case.area).or_default().push(generated);
    }
    for (area, members) in areas {
        let _ = writeln!(library, "/// An area.\npub mod {area} {{");
        for Generated { case, text, samples } in members {
            let program = format!("{area}_{}_samples.rs", case.rule);
            write_if_changed(&dir.join("generated").join(program), samples)?;
            let file = format!("{area}/{}/expected.rs", case.rule);
            write_if_changed(&dir.join("generated").join(&file), text)?;
            let _ = writeln!(
                library,
                "    /// A case.\n    #[path = {:?}]\n    pub mod {};",
                dir.join("generated").join(&file),
                case.rule
            );
        }
        library.push_str("}\n");
    }
    write_if_changed(&dir.join("src/lib.rs"), &library)?;
    write_if_changed(&dir.join("src/runner.rs"), &runner(dir, generated, purpose))?;
    compile(dir)
}

/// The folder of the workspace.
pub(crate) fn workspace() -> &'static Path {
    package_dir().parent().expect("the package is a folder of the workspace")
}

pub(crate) fn write_if_changed(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|found| found == text) {
        return Ok(());
    }
    fs::create_dir_all(path.parent().expect("the file is in a folder"))?;
    fs::write(path, text)
}

fn manifest(generated: &[Generated], purpose: Purpose) -> String {
    let mut text = format!(
        "[package]\nname = \"{LIBRARY}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
         publish = false\nautobins = false\n[workspace]\n\
         [profile.dev]\ndebug = false\nincremental = false\n\
         [dependencies.wsdl2rs-runtime]\npath = {:?}\nfeatures = {:?}\n\
         [dependencies.serde_json]\nversion = \"1\"\nfeatures = [\"float_roundtrip\"]\n\
         [[bin]]\nname = \"{RUNNER}\"\npath = \"src/runner.rs\"\n",
        workspace().join("runtime"),
        purpose.features
    );
    let generated = if purpose.programs { generated } else { &[] };
    for case in generated.iter().map(|generated| &generated.case) {
        for program in case.programs("fail-") {
            let (name, path) = (target(case, &program), &program.path);
            let _ = writeln!(text, "[[bin]]\nname = \"{name}\"\npath = {path:?}");
        }
    }
    text
}

/// The program that runs passing programs and messages.
fn runner(dir: &Path, generated: &[Generated], purpose: Purpose) -> String {
    let messages = package_dir().join("runner").join(purpose.messages);
    let mut modules = format!("#[path = {messages:?}]\nmod messages;\n");
    let (mut passes, mut elements) = (String::new(), String::new());
    for Generated { case, text, samples } in generated {
        let programs = if purpose.programs { case.programs("pass") } else { Vec::new() };
        for program in programs {
            let (module, path) = (target(case, &program), &program.path);
            let _ = writeln!(modules, "#[path = {path:?}]\nmod {module};");
            let _ = writeln!(passes, "        {module:?} => {module}::main().report(),");
        }
        if !samples.is_empty() {
            let module = format!("{}_{}_samples", case.area, case.rule);
            let path = dir.join("generated").join(&module).with_extension("rs");
            let _ = writeln!(modules, "#[path = {path:?}]\nmod {module};");
            let _ = writeln!(passes, "        {module:?} => {module}::main().report(),");
        }
        for (namespace, local, path) in markers(text) {
            let name = format!("{} {{{namespace}}}{local}", case.name());
            let path = format!("{LIBRARY}::{}::{path}", case.module());
            let _ = writeln!(elements, "        {name:?} => messages::exchange::<{path}>,");
        }
    }
    format!(
        "//! Runs passing programs and messages.\n#![deny(warnings)]\n{modules}\n\
         use std::path::Path;\nuse std::process::{{ExitCode, Termination}};\n\n\
         fn main() -> ExitCode {{\n    let arguments: Vec<String> = std::env::args().skip(1).collect();\n    \
         match arguments.as_slice() {{\n        \
         [program] => pass(program),\n        \
         [element, from, to] => \
         element_of(element)(Path::new(from), Path::new(to)).report(),\n        \
         _ => panic!(\"one or three arguments\"),\n    }}\n}}\n\n\
         fn pass(program: &str) -> ExitCode {{\n    match program {{\n{passes}        \
         other => panic!(\"no program {{other}}\"),\n    }}\n}}\n\n\
         fn element_of(element: &str) -> fn(&Path, &Path) {{\n    match element {{\n{elements}        \
         other => panic!(\"no element {{other}}\"),\n    }}\n}}\n"
    )
}

/// The markers in generated code: namespace and local name of the element, and the marker's path.
///
/// # Panics
/// When the text is not Rust.
#[must_use]
pub fn markers(text: &str) -> Vec<(String, String, String)> {
    let file = syn::parse_file(text).expect("generated code is Rust");
    let mut found = Vec::new();
    collect(&file.items, "", &mut found);
    found
}

fn collect(items: &[syn::Item], path: &str, found: &mut Vec<(String, String, String)>) {
    for item in items {
        if let syn::Item::Mod(module) = item
            && let Some((_, items)) = &module.content
        {
            collect(items, &format!("{path}{}::", module.ident), found);
        } else if let syn::Item::Macro(call) = item
            && call.mac.path.segments.last().is_some_and(|last| last.ident == "global_element")
            && let Some((ident, namespace, local)) = global_element(call.mac.tokens.clone())
        {
            found.push((namespace, local, format!("{path}{ident}")));
        }
    }
}

/// The marker, namespace and local name in the rows of a call of `global_element`.
fn global_element(rows: TokenStream) -> Option<(String, String, String)> {
    let rows: Vec<TokenTree> = rows.into_iter().collect();
    let marker = rows.first()?.to_string();
    let wire = rows.iter().find_map(|tree| {
        let TokenTree::Group(group) = tree else { return None };
        (group.delimiter() == Delimiter::Parenthesis).then(|| group.stream())
    })?;
    let local = wire.into_iter().filter_map(literal).last()?;
    let namespace = rows.into_iter().find_map(literal)?;
    Some((marker, namespace, local))
}

fn literal(tree: TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = tree else { return None };
    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|text| text.value())
}

fn compile(dir: &Path) -> io::Result<Built> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--offline", "--keep-going", "--message-format=json", "--quiet"])
        .current_dir(dir)
        .env("CARGO_TARGET_DIR", dir.join("target"))
        .env_remove("RUSTFLAGS")
        .stderr(Stdio::piped())
        .output()?;
    let mut built = Built::default();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        take(&message, dir, &mut built);
    }
    if built.runner.is_none() && built.unexpected.is_empty() {
        built.unexpected.push(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(built)
}

fn take(message: &Value, dir: &Path, built: &mut Built) {
    let target = message["target"]["name"].as_str().unwrap_or_default();
    let must_compile = target == LIBRARY || target == RUNNER;
    match message["reason"].as_str() {
        Some("compiler-artifact") if target == RUNNER => {
            built.runner = message["executable"].as_str().map(PathBuf::from);
        }
        Some("compiler-artifact") if !must_compile && message["executable"].is_string() => {
            built.compiled.push(target.to_owned());
        }
        Some("compiler-message") => {
            let message = &message["message"];
            let text = message["rendered"].as_str().unwrap_or_default();
            let is_summary = message["spans"].as_array().is_some_and(Vec::is_empty);
            if must_compile && !is_summary {
                built.unexpected.push(normalise(text, dir));
            } else if message["level"] == "error" && !is_summary {
                let errors = built.errors.entry(target.to_owned()).or_default();
                errors.push(normalise(text, dir));
            }
        }
        _ => {}
    }
}

/// The compiler's text as it is on every machine: without folders, and without the parts that
/// point into the standard library, whose sources are there or not.
fn normalise(text: &str, dir: &Path) -> String {
    let mut out = text.replace('\\', "/");
    let of = |path: &Path| format!("{}/", path.display()).replace('\\', "/");
    for known in [of(&package_dir().join("cases")), of(&dir.join("generated")), of(workspace())] {
        out = out.replace(&known, "");
    }
    let mut parts = vec![String::new()];
    for line in out.lines().filter(|line| !is_of_this_build(line)) {
        if line.starts_with("note:") || line.starts_with("help:") {
            parts.push(String::new());
        }
        let part = parts.last_mut().expect("there is one from the beginning");
        part.push_str(line);
        part.push('\n');
    }
    parts.retain(|part| !part.contains("--> /rustc/") && !part.contains("/rustlib/src/"));
    let parts: Vec<String> = parts.iter().map(|part| without_lines_of_the_runtime(part)).collect();
    format!("{}\n", parts.concat().trim_end_matches(['\n', ' ', '|']))
}

/// A part that shows a source of the runtime, without the numbers of its lines: an edit above them
/// is no change of what the compiler says.
fn without_lines_of_the_runtime(part: &str) -> String {
    if !part.contains("--> runtime/src/") {
        return part.to_owned();
    }
    let mut out = String::new();
    for line in part.lines() {
        let number = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
        match line
            .find("--> runtime/src/")
            .and_then(|at| line[at..].find(".rs:").map(|end| at + end))
        {
            Some(end) => out.push_str(&line[..end + 3]),
            None => {
                out.extend(std::iter::repeat_n(' ', number));
                out.push_str(&line[number..]);
            }
        }
        out.push('\n');
    }
    out
}

/// Whether a line tells where the compiler put the name of a long type.
fn is_of_this_build(line: &str) -> bool {
    line.contains("the full name for the type has been written to")
        || line.contains("consider using `--verbose` to print the full type name")
}

/// The errors in short, as every release of the compiler says them: code and first line of each.
#[must_use]
pub fn headlines(text: &str) -> String {
    text.lines().filter(|line| line.starts_with("error")).map(|line| format!("{line}\n")).collect()
}

/// The release of the compiler, such as `rustc 1.88.0`.
///
/// # Errors
/// When it cannot be run.
pub fn compiler() -> io::Result<String> {
    let output = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .arg("--version")
        .output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text.split(' ').take(2).collect::<Vec<_>>().join(" "))
}
