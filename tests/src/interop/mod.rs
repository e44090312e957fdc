//! Interoperability: toolkits that other people wrote serve on loopback, and generated clients
//! call them. A peer is a folder of `interop/peers/`; its contracts are generated from what it
//! serves, compiled with the checks beside it into one program, and the program is run.

mod judge;
mod outcome;
mod process;
mod program;
mod service;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::case::package_dir;
use crate::golden::Failures;
use outcome::{Row, Skip};
pub use service::{Contract, Origin};

/// A toolkit that serves.
#[derive(Clone, Copy, Debug)]
pub struct Peer {
    /// Its folder of `interop/peers/`, with `build.sh OUT` and `run.sh OUT PORT`.
    pub name: &'static str,
    /// The programs that it needs.
    pub needs: &'static [&'static str],
    /// The features of the runtime that its checks need besides `blocking`.
    pub features: &'static [&'static str],
    /// The crates that its checks need besides, as lines of `[dependencies]`.
    pub dependencies: &'static str,
    /// What it serves.
    pub contracts: &'static [Contract],
}

impl Peer {
    /// Its folder in the repository.
    fn sources(&self) -> PathBuf {
        package_dir().join("interop/peers").join(self.name)
    }

    /// Builds and starts the peer, generates its clients, runs the checks, has the requests
    /// judged, and stops the peer. Every check is a line on standard error. What is not installed
    /// is skipped with a word there, or fails where `WSDL2RS_PEERS` names the peer or is
    /// `required`.
    ///
    /// # Panics
    /// When a check fails.
    pub fn check(&self, scratch: &Path) {
        let mut failures = Failures::default();
        match self.rows(&scratch.join("interop")) {
            Ok(rows) => {
                for row in rows {
                    row.report(self.name, &mut failures);
                }
            }
            Err(skip) => skip.report(self.name, is_required(self.name), &mut failures),
        }
        failures.finish();
    }

    fn rows(&self, scratch: &Path) -> Result<Vec<Row>, Skip> {
        if let Some(missing) = self.needs.iter().find(|name| !process::is_installed(name)) {
            return Err(Skip::Missing(format!("`{missing}` is not installed")));
        }
        let work = scratch.join(self.name);
        fs::create_dir_all(&work).map_err(Skip::failed)?;
        process::build(&self.sources(), &work)?;
        let mut rows = Vec::new();
        let mut contracts = Vec::new();
        for contract in self.contracts {
            match contract.prepare(&work) {
                Ok(()) => contracts.push(contract),
                Err(why) => rows.push(Row::skipped(contract.name, &why)),
            }
        }
        let server = process::Server::start(&self.sources(), &work)?;
        let mut generated = Vec::new();
        for contract in contracts {
            match contract.generate(&self.sources(), &work, server.port()) {
                Ok(text) => generated.push((contract, text)),
                Err(why) => rows.push(Row::failed(contract.name, "generate", &why)),
            }
        }
        let program = program::build(self, &scratch.join("target"), &work, &generated)?;
        rows.extend(program::run(&program, server.port(), &work)?);
        for (contract, _) in &generated {
            rows.push(judge::judge(contract.name, &work, is_required("judge")));
        }
        rows.extend(server.stop());
        Ok(rows)
    }
}

/// Whether `WSDL2RS_PEERS` demands this one: it is `required`, or a list with commas that has it.
fn is_required(name: &str) -> bool {
    let wanted = env::var("WSDL2RS_PEERS").unwrap_or_default();
    wanted.split(',').any(|one| one == name || one == "required")
}
