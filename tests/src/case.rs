//! The cases of `cases/<area>/<rule>/`: a small schema, and what becomes of it.

use std::fs;
use std::path::{Path, PathBuf};

use wsdl2rs::{Config, Error, Output};

/// The folder of the package, from which all paths start.
#[must_use]
pub fn package_dir() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One rule of the mapping.
#[derive(Clone, Debug)]
pub struct Case {
    /// The area, a folder of `cases/` and a module of the package `cases`.
    pub area: String,
    /// The rule, a folder of the area and a module in it.
    pub rule: String,
    /// The folder.
    pub dir: PathBuf,
}

/// A program of a case, named after its file without extension.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its name, such as `fail-absent`.
    pub name: String,
    /// The file.
    pub path: PathBuf,
}

impl Case {
    /// All cases, in the order of their names.
    ///
    /// # Panics
    /// When a folder cannot be read.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut cases = Vec::new();
        for area in folders(&package_dir().join("cases")) {
            for dir in folders(&area) {
                cases.push(Self { area: file_name(&area), rule: file_name(&dir), dir });
            }
        }
        cases
    }

    /// `area/rule`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.area, self.rule)
    }

    /// The module of the generated code in the package `cases`.
    #[must_use]
    pub fn module(&self) -> String {
        format!("{}::{}", self.area, self.rule)
    }

    /// Generates the case.
    ///
    /// # Errors
    /// Those of the generator.
    pub fn generate(&self) -> Result<Output, Error> {
        self.config()?.generate()
    }

    /// What the case is generated with: the options of its `wsdl2rs.toml`, or else `case.wsdl` or
    /// `case.xsd` without options.
    ///
    /// # Errors
    /// Those of reading the options.
    pub fn config(&self) -> Result<Config, Error> {
        let options = self.dir.join("wsdl2rs.toml");
        let wsdl = self.dir.join("case.wsdl");
        if options.exists() {
            Config::from_file(options)
        } else if wsdl.exists() {
            Ok(Config::new(wsdl))
        } else {
            Ok(Config::new(self.dir.join("case.xsd")))
        }
    }

    /// Where the golden of the generated code is: beside the case, or for the contracts of
    /// `wsdl/`, which have a test of their own, in `generated-example/generated/`.
    #[must_use]
    pub fn golden(&self) -> Option<PathBuf> {
        (self.area != "services").then(|| self.dir.join("expected.rs"))
    }

    /// The programs whose names begin so.
    #[must_use]
    pub fn programs(&self, prefix: &str) -> Vec<Program> {
        self.files(&self.dir, prefix, "rs")
            .into_iter()
            .map(|path| Program { name: stem(&path), path })
            .collect()
    }

    /// The documents under `messages/` whose names begin so. What is written of a document has
    /// `.written` in its name, and is none of them.
    #[must_use]
    pub fn messages(&self, prefix: &str) -> Vec<PathBuf> {
        let mut found = self.files(&self.dir.join("messages"), prefix, "xml");
        found.retain(|path| !stem(path).ends_with(".written"));
        found
    }

    fn files(&self, dir: &Path, prefix: &str, extension: &str) -> Vec<PathBuf> {
        let mut found = entries(dir);
        found.retain(|path| {
            path.extension().is_some_and(|found| found == extension)
                && stem(path).starts_with(prefix)
        });
        found
    }
}

/// The folders in a folder, sorted.
///
/// # Panics
/// When it cannot be read.
#[must_use]
pub fn folders(dir: &Path) -> Vec<PathBuf> {
    let mut found = entries(dir);
    found.retain(|path| path.is_dir());
    found
}

/// The name of a file without its extension.
#[must_use]
pub fn stem(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The last part of a path.
#[must_use]
pub fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What a folder holds, sorted; nothing where there is no such folder.
fn entries(dir: &Path) -> Vec<PathBuf> {
    if !dir.exists() {
        return Vec::new();
    }
    let entries = fs::read_dir(dir).expect("a folder of the tests can be read");
    let mut found: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    found.sort();
    found
}
