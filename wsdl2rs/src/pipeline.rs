//! The stages in order, and the barriers between them. The only file that names them all.

#[cfg(feature = "cli")]
mod doc;
#[cfg(feature = "cli")]
mod dump;
#[cfg(feature = "cli")]
mod explain;
mod input;
#[cfg(feature = "cli")]
mod inspect;
#[cfg(feature = "cli")]
mod samples;

#[cfg(feature = "cli")]
pub(crate) use doc::doc;
#[cfg(feature = "cli")]
pub(crate) use dump::{Stage, dump};
#[cfg(feature = "cli")]
pub(crate) use explain::{Explained, Rule, explain};
#[cfg(feature = "cli")]
pub(crate) use inspect::{DocumentEntry, ElementEntry, Inspection, OperationEntry, inspect};
#[cfg(feature = "cli")]
pub use samples::{Sample, samples};

use std::path::PathBuf;

use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Levels, Refused};
use crate::emit::{self, ModuleTokens};
use crate::ir::{Crate, lower};
use crate::model::{self, Model};
use crate::output::{self, Output, Provenance};
use crate::source::SourceMap;
use crate::syntax::{self, Documents};
use crate::{Config, Error};

/// Generates what the configuration asks for.
pub(crate) fn generate(config: &Config) -> Result<Output, Error> {
    let (root, run) = Run::with(config, |run| {
        let documents = run.load()?;
        let model = run.resolve(&documents)?;
        drop(documents);
        let krate = run.lower(&model)?;
        drop(model);
        Ok(output::format(run.emit(&krate)))
    })?;
    let entries = run.entries();
    let provenance = Provenance { entries, inputs: run.inputs, warnings: run.findings };
    Ok(Output::new(root, provenance))
}

/// Why a run ended early.
enum Stopped {
    /// Errors were reported.
    Refused,
    /// A file could not be read.
    Failed(Error),
}

impl From<Refused> for Stopped {
    fn from(_: Refused) -> Self {
        Self::Refused
    }
}

/// A run in progress.
struct Run<'a> {
    config: &'a Config,
    sources: SourceMap,
    diagnostics: Diagnostics,
    inputs: Vec<PathBuf>,
}

/// A run that is done.
struct Done {
    sources: SourceMap,
    /// The number of entry documents, the first of `sources`.
    entries: usize,
    /// Every file that was read.
    inputs: Vec<PathBuf>,
    /// What was found, and is no error.
    findings: Vec<Finding>,
}

impl Done {
    /// The names of the entry documents.
    fn entries(&self) -> Vec<String> {
        let entries = self.sources.iter().take(self.entries);
        entries.map(|id| self.sources.name(id).to_owned()).collect()
    }
}

impl<'a> Run<'a> {
    /// Runs the stages that `stages` calls, and takes what they found.
    fn with<T>(
        config: &'a Config,
        stages: impl FnOnce(&mut Self) -> Result<T, Stopped>,
    ) -> Result<(T, Done), Error> {
        Self::begin(config, Levels::new(&config.levels), stages)
    }

    /// As `with`, but what has no Rust form is only a warning: for those who do not generate.
    #[cfg(feature = "cli")]
    fn tolerant<T>(
        config: &'a Config,
        stages: impl FnOnce(&mut Self) -> Result<T, Stopped>,
    ) -> Result<(T, Done), Error> {
        let (levels, findings) = Levels::new(&config.levels);
        Self::begin(config, (levels.tolerant(), findings), stages)
    }

    fn begin<T>(
        config: &'a Config,
        (levels, findings): (Levels, Vec<Diagnostic>),
        stages: impl FnOnce(&mut Self) -> Result<T, Stopped>,
    ) -> Result<(T, Done), Error> {
        if config.sources.is_empty() {
            return Err(Error::no_source());
        }
        let mut diagnostics = Diagnostics::new(levels);
        findings.into_iter().chain(config.check()).for_each(|found| diagnostics.report(found));
        let inputs = config.files.clone();
        let mut run = Self { config, sources: SourceMap::default(), diagnostics, inputs };
        let result = run.barrier().and_then(|()| stages(&mut run));
        let Self { sources, diagnostics, mut inputs, .. } = run;
        inputs.extend(sources.files().map(PathBuf::from));
        let findings = Finding::all(diagnostics, &sources);
        match result {
            Err(Stopped::Failed(error)) => Err(error),
            Err(Stopped::Refused) => Err(Error::input(findings)),
            Ok(value) => {
                let entries = config.sources.len();
                Ok((value, Done { sources, entries, inputs, findings }))
            }
        }
    }

    fn barrier(&mut self) -> Result<(), Stopped> {
        Ok(self.diagnostics.barrier()?)
    }

    /// Reads and parses the documents and all that they import.
    fn load(&mut self) -> Result<Documents, Stopped> {
        let input = input::open(self.config, &mut self.inputs, &mut self.diagnostics)?;
        self.barrier()?;
        let documents = syntax::load(&input.as_syntax(), &mut self.sources, &mut self.diagnostics);
        self.barrier()?;
        Ok(documents)
    }

    /// Resolves what the documents mean.
    fn resolve(&mut self, documents: &Documents) -> Result<Model, Stopped> {
        let model = model::resolve(documents, &mut self.diagnostics);
        self.barrier()?;
        Ok(model)
    }

    /// Decides what the components become in Rust.
    fn lower(&mut self, model: &Model) -> Result<Crate, Stopped> {
        let settings = input::settings(self.config);
        let (krate, unmatched) =
            lower::lower(model, &settings, &self.sources, &mut self.diagnostics);
        for unmatched in unmatched {
            let near = unmatched.suggestion.as_deref();
            let finding = self.config.unmatched(unmatched.option, &unmatched.key, near);
            self.diagnostics.report(finding);
        }
        self.diagnostics.report_unused_levels();
        self.barrier()?;
        Ok(krate)
    }

    /// Prints tokens. No decision is left, and nothing can be wrong.
    fn emit<'k>(&self, krate: &'k Crate) -> ModuleTokens<'k> {
        emit::emit(krate)
    }
}

#[cfg(test)]
mod tests {
    use crate::Config;

    #[test]
    fn a_configuration_without_documents_is_an_error() {
        let error = Config::default().generate().expect_err("there is nothing to generate from");
        assert!(error.is_input());
        assert!(error.to_string().starts_with("no document is named"), "{error}");
    }
}
