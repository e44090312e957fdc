//! What a peer serves, and the client that is generated from it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use wsdl2rs::Config;

use crate::case::file_name;

/// One contract of a peer: a module of generated code, and the file of its checks.
#[derive(Clone, Copy, Debug)]
pub struct Contract {
    /// The name of the module, and of the checks' file in the peer's folder.
    pub name: &'static str,
    /// Where its WSDL is from.
    pub origin: Origin,
}

/// Where a WSDL is from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// The peer serves its own at this path.
    Served(&'static str),
    /// The peer has none; this file of its folder says what it does.
    Beside(&'static str),
    /// The peer serves this document of the corpus, a path below `WSDL2RS_CORPUS`, at its name
    /// without the extension.
    Corpus(&'static str),
}

impl Contract {
    /// Gives the peer the document that it serves.
    pub(super) fn prepare(&self, work: &Path) -> Result<(), String> {
        let Origin::Corpus(path) = self.origin else { return Ok(()) };
        let corpus = env::var_os("WSDL2RS_CORPUS").map(PathBuf::from);
        let path = corpus.ok_or("WSDL2RS_CORPUS is not set")?.join(path);
        let folder = work.join("wsdl");
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        fs::copy(&path, folder.join(file_name(&path)))
            .map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(())
    }

    /// The generated code. The documents that it is of are then in `contracts/<name>` below
    /// `work`, the entry in `entry.txt`.
    pub(super) fn generate(
        &self,
        sources: &Path,
        work: &Path,
        port: u16,
    ) -> Result<String, String> {
        let folder = work.join("contracts").join(self.name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let entry = match self.origin {
            Origin::Beside(file) => {
                let entry = folder.join(file);
                fs::copy(sources.join(file), &entry).map_err(|error| error.to_string())?;
                entry
            }
            Origin::Served(path) => fetch(&format!("http://127.0.0.1:{port}{path}"), &folder)?,
            Origin::Corpus(path) => {
                let name = file_name(Path::new(path).with_extension("").as_path());
                fetch(&format!("http://127.0.0.1:{port}/{name}?wsdl"), &folder)?
            }
        };
        fs::write(folder.join("entry.txt"), file_name(&entry))
            .map_err(|error| error.to_string())?;
        let mut config = Config::new(&entry).include_dir(&folder);
        let catalog = folder.join("catalog.tsv");
        if catalog.exists() {
            config = config.catalog(catalog);
        }
        let text = config.generate().map_err(|error| error.to_string())?.text();
        // The port is another in each run, and nothing else changes: Cargo need not build again.
        Ok(text.replace(&format!("127.0.0.1:{port}"), "127.0.0.1:80"))
    }
}

/// Runs `wsdl2rs fetch`, and says where the entry document is.
fn fetch(url: &str, folder: &Path) -> Result<PathBuf, String> {
    let output = folder.display().to_string();
    let code = wsdl2rs::cli::run(["wsdl2rs", "fetch", url, "--output", &output].map(Into::into));
    let catalog = fs::read_to_string(folder.join("catalog.tsv"));
    let catalog = catalog.map_err(|error| format!("{url}: {error}"))?;
    if code != ExitCode::SUCCESS {
        return Err(format!("{url} cannot be fetched"));
    }
    let of_entry = |line: &str| Some(folder.join(line.strip_prefix(url)?.strip_prefix('\t')?));
    catalog.lines().find_map(of_entry).ok_or_else(|| format!("{url} is not in\n{catalog}"))
}
