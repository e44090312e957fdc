//! The configuration, as the stages want it.

use std::path::{Path, PathBuf};

use super::Stopped;
use crate::config::{Entry, SigningRule, Traits, additions};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, OptionFile, Origin};
use crate::ir::Implements;
use crate::ir::item::Additions;
use crate::ir::lower::{Settings, SigningPaths};
use crate::source::loader::{FileLoader, LoadError, Loader, NamedBy};
use crate::source::{Catalog, Limits};
use crate::syntax;
use crate::{Config, Error};

/// What the documents are read with.
pub(super) struct Input {
    entries: Vec<String>,
    loader: FileLoader,
    catalog: Catalog,
    limits: Limits,
}

impl Input {
    /// The same, as the syntax takes it.
    pub(super) fn as_syntax(&self) -> syntax::Input<'_> {
        syntax::Input {
            entries: &self.entries,
            loader: &self.loader,
            catalog: &self.catalog,
            limits: &self.limits,
        }
    }
}

/// Reads the catalogs, and prepares to read documents.
pub(super) fn open(
    config: &Config,
    inputs: &mut Vec<PathBuf>,
    diagnostics: &mut Diagnostics,
) -> Result<Input, Stopped> {
    let entries = texts(&config.sources)?;
    // A catalog stands for the folder that it lies in: what it names may refer to its neighbours.
    let mut include = texts(&config.include_dirs)?;
    include.extend(texts(&config.catalogs)?.iter().map(|catalog| folder_of(catalog)));
    let loader = FileLoader::new(&entries, &include);
    let limits = Limits::default();
    let mut catalog = Catalog::default();
    for path in &config.catalogs {
        read_catalog(path, &loader, &limits, &mut catalog, diagnostics)?;
        inputs.push(path.clone());
    }
    Ok(Input { entries, loader, catalog, limits })
}

/// The folder of a file; the working directory where the path names none.
fn folder_of(path: &str) -> String {
    match Path::new(path).parent().and_then(Path::to_str) {
        Some(folder) if !folder.is_empty() => folder.to_owned(),
        _ => ".".to_owned(),
    }
}

/// The paths as text, which documents and reports need.
fn texts(paths: &[PathBuf]) -> Result<Vec<String>, Stopped> {
    let text = |path: &PathBuf| match path.to_str() {
        Some(text) => Ok(text.to_owned()),
        None => {
            let error = std::io::Error::other("its name is not Unicode");
            Err(Stopped::Failed(Error::io("read", path, error)))
        }
    };
    paths.iter().map(text).collect()
}

fn read_catalog(
    path: &Path,
    loader: &FileLoader,
    limits: &Limits,
    catalog: &mut Catalog,
    diagnostics: &mut Diagnostics,
) -> Result<(), Stopped> {
    let [name] = &texts(&[path.to_owned()])?[..] else { return Ok(()) };
    let bytes = loader
        .locate(name, NamedBy::User)
        .and_then(|key| loader.read(&key, limits.file_bytes))
        .map_err(|error| Stopped::Failed(Error::io("read", path, io_error(error))))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let folder = path.parent().and_then(Path::to_str).unwrap_or_default();
    match Catalog::parse(&text, folder) {
        Ok(parsed) => catalog.extend(parsed),
        Err(invalid) => {
            let start = text.split_inclusive('\n').take(invalid.line - 1).map(str::len).sum();
            let length = text[start..].lines().next().unwrap_or_default().len();
            let file = std::sync::Arc::new(OptionFile { name: name.clone(), text });
            let origin = Origin::file(&file, start..start + length);
            let message = "the line is not a URI, a tab and a path";
            diagnostics.report(Diagnostic::new(Code::CatalogInvalid, &origin, message));
        }
    }
    Ok(())
}

fn io_error(error: LoadError) -> std::io::Error {
    use std::io::{Error, ErrorKind};
    match error {
        LoadError::NotFound => ErrorKind::NotFound.into(),
        LoadError::Outside | LoadError::Denied => ErrorKind::PermissionDenied.into(),
        LoadError::NotAFile => Error::other("it is not a file"),
        LoadError::TooLarge => Error::other("it is too large"),
        LoadError::Failed => Error::other("reading failed"),
    }
}

/// What the configuration says about names and signing.
pub(super) fn settings(config: &Config) -> Settings {
    let pairs = |entries: &[Entry]| {
        entries.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
    };
    let paths = |path: fn(&SigningRule) -> &String| {
        config.signing.iter().map(|rule| path(rule).clone()).collect()
    };
    let signing = SigningPaths {
        key_id: paths(|rule| &rule.key_id),
        timestamp: paths(|rule| &rule.timestamp),
        signature: paths(|rule| &rule.signature),
    };
    Settings {
        modules: pairs(&config.modules),
        renames: pairs(&config.renames),
        replacements: pairs(&config.replacements),
        additions: additions(config),
        implements: Implements { serde: config.traits.contains(&Traits::Serde) },
        only: config.only.iter().map(|entry| entry.key.clone()).collect(),
        signing: (!config.signing.is_empty()).then_some(signing),
    }
}

/// What the options add to types, in their order.
fn additions(config: &Config) -> Vec<(String, Additions)> {
    let derived = config.derives.iter().map(|entry| {
        let derives = additions::derives(&entry.value).unwrap_or_default();
        (entry.key.clone(), Additions { derives, ..Additions::default() })
    });
    let attributed = config.attributes.iter().map(|entry| {
        let attributes = additions::attributes(&entry.value).unwrap_or_default();
        (entry.key.clone(), Additions { attributes, ..Additions::default() })
    });
    derived.chain(attributed).collect()
}
