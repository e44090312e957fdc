//! One package of the modules of many schemas, built once, and what it makes of their instances.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use wsdl2rs::Config;

use super::{Group, Test};
use crate::case::package_dir;
use crate::package::markers;
use crate::xml;

/// Judges the tests of some groups, in the folder `dir`, and gives those that come out otherwise
/// than the suite says: group and test, and what came out.
///
/// # Errors
/// When a file cannot be written, or Cargo cannot be run.
pub fn judge(suite: &Path, dir: &Path, groups: &[Group]) -> io::Result<Vec<(String, String)>> {
    let mut wrong = Vec::new();
    let mut modules = Vec::new();
    for group in groups {
        let outcome = generate(suite, &group.schema);
        match outcome {
            Ok(text) if group.schema.valid => modules.push((group, text)),
            Err(_) if !group.schema.valid => {}
            Ok(_) => wrong.push((title(group, &group.schema), "accepted".to_owned())),
            Err(error) => wrong.push((title(group, &group.schema), error)),
        }
    }
    let names = write_package(dir, &modules)?;
    let reader = match build(dir)? {
        Ok(reader) => reader,
        Err(error) => {
            let all = modules.iter().map(|(group, _)| (title(group, &group.schema), error.clone()));
            wrong.extend(all);
            return Ok(wrong);
        }
    };
    for (index, (group, _)) in modules.iter().enumerate() {
        for test in &group.instances {
            let accepted = read(suite, dir, &reader, (index, &names), test)?;
            match accepted {
                Ok(()) if test.valid => {}
                Err(_) if !test.valid => {}
                Ok(()) => wrong.push((title(group, test), "accepted".to_owned())),
                Err(error) => wrong.push((title(group, test), error)),
            }
        }
    }
    Ok(wrong)
}

fn title(group: &Group, test: &Test) -> String {
    format!("{} {}", group.name, test.name)
}

/// The generated module of a schema, or the first line of the first error.
fn generate(suite: &Path, schema: &Test) -> Result<String, String> {
    let mut documents = schema.documents.iter().map(|document| suite.join(document));
    let first = documents.next().expect("a row has a document");
    let config = documents.fold(Config::new(first), Config::source);
    match config.include_dir(suite).generate() {
        Ok(output) => Ok(output.text()),
        Err(error) => {
            let text = error.to_string();
            let first = text.lines().find(|line| line.starts_with("error"));
            Err(first.unwrap_or(&text).to_owned())
        }
    }
}

/// Writes the package; gives the elements that its reader knows, by their places.
fn write_package(dir: &Path, modules: &[(&Group, String)]) -> io::Result<Vec<String>> {
    let workspace = package_dir().parent().expect("the package is a folder of the workspace");
    let manifest = format!(
        "[package]\nname = \"suite\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\
         [workspace]\n[profile.dev]\ndebug = false\nincremental = false\n\
         [dependencies.wsdl2rs-runtime]\npath = {:?}\n",
        workspace.join("runtime")
    );
    let messages = package_dir().join("runner/messages.rs");
    let mut main = format!("//! Reads instances.\n#[path = {messages:?}]\nmod messages;\n");
    let (mut arms, mut names) = (String::new(), Vec::new());
    fs::create_dir_all(dir.join("src"))?;
    for (index, (_, text)) in modules.iter().enumerate() {
        fs::write(dir.join(format!("src/schema_{index}.rs")), text)?;
        let _ = writeln!(main, "#[allow(dead_code)]\nmod schema_{index};");
        for (namespace, local, path) in markers(text) {
            let name = format!("{index} {{{namespace}}}{local}");
            let _ =
                writeln!(arms, "        {name:?} => messages::exchange::<schema_{index}::{path}>,");
            names.push(name);
        }
    }
    let _ = write!(
        main,
        "\nfn main() {{\n    let arguments: Vec<String> = std::env::args().skip(1).collect();\n    \
         let exchange: fn(&std::path::Path, &std::path::Path) = match arguments[0].as_str() {{\n\
         {arms}        other => panic!(\"no element {{other}}\"),\n    }};\n    \
         exchange(arguments[1].as_ref(), arguments[2].as_ref());\n}}\n"
    );
    fs::write(dir.join("Cargo.toml"), manifest)?;
    fs::copy(workspace.join("Cargo.lock"), dir.join("Cargo.lock"))?;
    fs::write(dir.join("src/main.rs"), main)?;
    Ok(names)
}

/// The path of the reader, or what the compiler said.
fn build(dir: &Path) -> io::Result<Result<PathBuf, String>> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--offline", "--quiet"])
        .current_dir(dir)
        .env("CARGO_TARGET_DIR", dir.join("target"))
        .env_remove("RUSTFLAGS")
        .output()?;
    if !output.status.success() {
        return Ok(Err(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    Ok(Ok(dir.join("target/debug").join(format!("suite{}", std::env::consts::EXE_SUFFIX))))
}

/// Reads an instance strictly. That is good where what is written of the value is read again as an
/// equal one.
fn read(
    suite: &Path,
    dir: &Path,
    reader: &Path,
    (index, names): (usize, &[String]),
    test: &Test,
) -> io::Result<Result<(), String>> {
    let document = suite.join(&test.documents[0]);
    let root = match fs::read_to_string(&document) {
        Ok(text) => xml::root_name(&text),
        Err(error) => Err(error.to_string()),
    };
    let name = match root {
        Ok(root) => format!("{index} {root}"),
        Err(error) => return Ok(Err(error)),
    };
    if !names.contains(&name) {
        return Ok(Err("the root is no global element".to_owned()));
    }
    let to = dir.join("message");
    let output = Command::new(reader).arg(name).arg(document).arg(&to).output()?;
    if !output.status.success() {
        return Ok(Err(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let outcome = fs::read_to_string(to.with_extension("strict"))?;
    let first = outcome.lines().next().unwrap_or_default();
    Ok(if first == "read" { Ok(()) } else { Err(first.to_owned()) })
}
