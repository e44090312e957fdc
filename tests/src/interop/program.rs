//! One program of all contracts of a peer: a library of generated code, and the checks.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::outcome::{Row, Skip};
use super::{Contract, Peer};
use crate::case::package_dir;
use crate::package::{workspace, write_if_changed};

/// The features of the runtime that the programs of all peers have, so that it is compiled once.
const FEATURES: [&str; 3] = ["blocking", "gzip", "pattern"];

/// Writes the package below `work` and builds it.
pub(super) fn build(
    peer: &Peer,
    target: &Path,
    work: &Path,
    generated: &[(&Contract, String)],
) -> Result<PathBuf, Skip> {
    let dir = work.join("program");
    write(peer, &dir, generated).map_err(Skip::failed)?;
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--offline", "--quiet"])
        .current_dir(&dir)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("RUSTFLAGS")
        .output()
        .map_err(Skip::failed)?;
    if !output.status.success() {
        return Err(Skip::Failed(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    Ok(target.join("debug").join(format!("interop-{}", peer.name)))
}

fn write(peer: &Peer, dir: &Path, generated: &[(&Contract, String)]) -> io::Result<()> {
    let checks = package_dir().join("interop/peers").join(peer.name);
    let support = package_dir().join("interop/support.rs");
    let mut library = format!(
        "//! The contracts of a peer, and what their checks share.\n\
         #![deny(warnings, missing_docs)]\n\n#[path = {support:?}]\npub mod support;\n"
    );
    let (mut modules, mut tables) = (String::new(), String::new());
    for (Contract { name, .. }, text) in generated {
        write_if_changed(&dir.join(format!("src/{name}.rs")), text)?;
        let _ = writeln!(library, "/// A contract.\npub mod {name};");
        let path = checks.join(format!("{name}.rs"));
        let _ = writeln!(modules, "#[path = {path:?}]\nmod {name};");
        let _ = writeln!(tables, "        ({name:?}, {name}::CHECKS),");
    }
    let program = format!(
        "//! Runs the checks of a peer.\n#![deny(warnings)]\n\n{modules}\nfn main() {{\n    \
         interop::support::run(&[\n{tables}    ]);\n}}\n"
    );
    write_if_changed(&dir.join("src/lib.rs"), &library)?;
    write_if_changed(&dir.join("src/main.rs"), &program)?;
    write_if_changed(&dir.join("Cargo.toml"), &manifest(peer))?;
    fs::copy(workspace().join("Cargo.lock"), dir.join("Cargo.lock")).map(drop)
}

fn manifest(peer: &Peer) -> String {
    let features: Vec<&str> = FEATURES.iter().chain(peer.features).copied().collect();
    format!(
        "[package]\nname = \"interop-{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
         publish = false\n[workspace]\n[lib]\nname = \"interop\"\n\
         [profile.dev]\ndebug = false\nincremental = false\n\
         [dependencies.wsdl2rs-runtime]\npath = {:?}\nfeatures = {features:?}\n\
         [dependencies]\nbytes = \"1\"\nhttp = \"1\"\n{}",
        peer.name,
        workspace().join("runtime"),
        peer.dependencies,
    )
}

/// Runs the checks against the peer. What was sent is then below `work/messages`.
pub(super) fn run(program: &Path, port: u16, work: &Path) -> Result<Vec<Row>, Skip> {
    let messages = work.join("messages");
    let _ = fs::remove_dir_all(&messages);
    let output = Command::new(program)
        .args([format!("127.0.0.1:{port}").as_ref(), messages.as_os_str()])
        .arg(work)
        .stdin(Stdio::null())
        .output()
        .map_err(Skip::failed)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Skip::Failed(format!("the program ended with {}\n{said}", output.status)));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.lines().filter_map(row).collect())
}

/// A line of the program: contract, check, and why it failed, in quotes.
fn row(line: &str) -> Option<Row> {
    let mut columns = line.splitn(3, '\t');
    let (contract, check, why) = (columns.next()?, columns.next()?, columns.next()?);
    let result = if why == "ok" { Ok(()) } else { Err(why.replace("\\n", "\n")) };
    Some(Row::new(contract, check, result))
}
