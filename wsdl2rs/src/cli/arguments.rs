//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::{Failure, sources};
use crate::Config;

/// Typed SOAP clients in Rust from WSDL 1.1 and XML Schema 1.0
#[derive(Debug, Parser)]
#[command(name = "wsdl2rs", version, max_term_width = 100, after_help = BEGIN)]
pub(super) struct Arguments {
    /// How results and findings are printed
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What a newcomer does first.
const BEGIN: &str = "\
To begin:
  wsdl2rs fetch https://example.com/service?wsdl -o wsdl    download a contract
  wsdl2rs inspect wsdl/service.wsdl                         see what it has
  wsdl2rs doc wsdl/service.wsdl -o site                     read it in a browser
  wsdl2rs generate wsdl/service.wsdl -o src/service.rs      make a client";

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Generate the bindings of a contract
    Generate(Generate),
    /// Download a contract with all that it imports
    Fetch(Fetch),
    /// List services, operations, elements and types, with their Rust names
    Inspect(Inspect),
    /// Explain a component of a contract, or the code of a finding
    Explain(Explain),
    /// Write the documentation of a contract as pages to open in a browser
    Doc(Doc),
    /// Print what a stage of the generator makes
    Dump(Dump),
    /// Print a completion script for a shell
    Completions(Completions),
    /// Print the manual page
    Man,
}

/// The documents, and where else to look.
#[derive(Args, Debug)]
pub(super) struct Inputs {
    /// WSDL or XSD documents; several make one set of bindings
    #[arg(value_name = "SOURCE", required_unless_present = "config")]
    pub(super) sources: Vec<PathBuf>,
    /// Where else to look.
    #[command(flatten)]
    pub(super) lookup: Lookup,
}

/// Where else to look.
#[derive(Args, Debug)]
pub(super) struct Lookup {
    /// Lines of a URI, a tab and the path of the file that stands for it
    #[arg(long, value_name = "FILE")]
    catalog: Vec<PathBuf>,
    /// A folder below which documents may import files
    #[arg(long, value_name = "DIR")]
    include_dir: Vec<PathBuf>,
    /// Options in a file, such as wsdl2rs.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

impl Inputs {
    /// The configuration that the arguments make, on top of the configuration file.
    pub(super) fn config(&self) -> Result<Config, Failure> {
        let config = self.lookup.config(&self.sources)?;
        if config.sources.is_empty() {
            let message = "no document is named: neither as SOURCE nor under `source` of the file";
            return Err(Failure::Usage(message.to_owned()));
        }
        for source in &self.sources {
            sources::check(source)?;
        }
        Ok(config)
    }
}

impl Lookup {
    /// The configuration for these sources, on top of the configuration file.
    pub(super) fn config(&self, sources: &[PathBuf]) -> Result<Config, Failure> {
        let config = match &self.config {
            Some(path) => Config::from_file(path)?,
            None => Config::default(),
        };
        let config = sources.iter().fold(config, Config::source);
        let config = self.catalog.iter().fold(config, Config::catalog);
        Ok(self.include_dir.iter().fold(config, Config::include_dir))
    }
}

/// Generate the bindings of a contract
#[derive(Args, Debug)]
pub(super) struct Generate {
    /// The documents.
    #[command(flatten)]
    pub(super) inputs: Inputs,
    /// Where to write: a file that ends in .rs, a folder, or - for standard output
    #[arg(short, long, value_name = "PATH")]
    pub(super) output: Option<PathBuf>,
    /// Write nothing; fail with the difference if PATH is not what would be written
    #[arg(long, requires = "output")]
    pub(super) check: bool,
}

/// Download a contract with all that it imports
#[derive(Args, Debug)]
pub(super) struct Fetch {
    /// The URL of a WSDL or XSD document; with --check, the one that was fetched is known
    #[arg(required_unless_present = "check")]
    pub(super) url: Option<String>,
    /// The folder for the documents, and for the catalog.tsv that `generate --catalog` takes
    #[arg(short, long, value_name = "DIR")]
    pub(super) output: PathBuf,
    /// Write nothing; fail if what the servers have is not what was fetched
    #[arg(long)]
    pub(super) check: bool,
    /// Also fetch by http what a contract names that is had by https
    #[arg(long)]
    pub(super) allow_http: bool,
}

/// List services, operations, elements and types, with their Rust names
#[derive(Args, Debug)]
pub(super) struct Inspect {
    /// The documents.
    #[command(flatten)]
    pub(super) inputs: Inputs,
}

/// Explain a component of a contract, or the code of a finding
#[derive(Args, Debug)]
pub(super) struct Explain {
    /// A WSDL or XSD document; or, without NAME, the code of a finding
    #[arg(value_name = "SOURCE|CODE")]
    pub(super) subject: String,
    /// A component: {namespace}local, or local alone
    pub(super) name: Option<String>,
    /// Where else to look.
    #[command(flatten)]
    pub(super) lookup: Lookup,
}

/// Write the documentation of a contract as pages to open in a browser
#[derive(Args, Debug)]
pub(super) struct Doc {
    /// The documents.
    #[command(flatten)]
    pub(super) inputs: Inputs,
    /// The folder for the pages; they need no server and no network
    #[arg(short, long, value_name = "DIR")]
    pub(super) output: PathBuf,
}

/// Print what a stage of the generator makes
#[derive(Args, Debug)]
pub(super) struct Dump {
    /// The documents.
    #[command(flatten)]
    pub(super) inputs: Inputs,
    /// The stage
    #[arg(long, value_enum)]
    pub(super) stage: Stage,
}

/// The stages of the generator.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Stage {
    /// The documents that were read
    Source,
    /// The documents as written
    Syntax,
    /// The documents as meant
    Model,
    /// What they become in Rust
    Ir,
    /// The tokens, one item a line
    Tokens,
}

/// Print a completion script for a shell
#[derive(Args, Debug)]
pub(super) struct Completions {
    /// The shell
    pub(super) shell: clap_complete::Shell,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn what_belongs_together_is_asked_for() {
        let rows = [
            ("generate a.wsdl", true),
            ("generate a.wsdl b.xsd -o out.rs --check --format json", true),
            ("--format json inspect a.wsdl", true),
            ("generate --config wsdl2rs.toml", true),
            ("explain a.wsdl {urn:a}b", true),
            ("explain src-resolve", true),
            ("dump --stage ir a.wsdl", true),
            ("man", true),
            ("doc a.wsdl -o site", true),
            ("doc a.wsdl", false),
            ("fetch http://h/a.wsdl -o wsdl", true),
            ("fetch http://h/a.wsdl", false),
            ("fetch -o wsdl --check", true),
            ("fetch -o wsdl", false),
            ("generate", false),
            ("generate a.wsdl --check", false),
            ("inspect a.wsdl --format yaml", false),
            ("dump a.wsdl", false),
            ("fly", false),
        ];
        for (line, accepted) in rows {
            let words = std::iter::once("wsdl2rs").chain(line.split(' '));
            assert_eq!(Arguments::try_parse_from(words).is_ok(), accepted, "{line}");
        }
    }
}
