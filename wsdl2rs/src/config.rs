//! What the user asks for: the documents, where else to look, and what to do otherwise than by
//! default. An option exists where two users need different answers.

pub(crate) mod additions;
#[cfg(feature = "cli")]
mod file;
mod key;
mod signing;
mod traits;

use std::collections::BTreeSet;
use std::panic::Location;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Level, LevelRule, Origin};
use crate::{Error, Output};
pub use signing::Signing;
pub(crate) use signing::SigningRule;
pub use traits::Traits;

/// What to generate, and how. [`Config::generate`] does it.
///
/// Components are named by their expanded names, `{namespace}local`. A name that no document has
/// is an error that says which one is near, never passed over.
///
/// ```no_run
/// fn main() -> Result<(), wsdl2rs::Error> {
///     wsdl2rs::Config::new("wsdl/stock.wsdl")
///         .module("http://example.com/stock/types", "types")
///         .rename("{http://example.com/stock}Quote", "PriceQuote")
///         .generate()?
///         .write_to_out_dir()
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Config {
    pub(crate) sources: Vec<PathBuf>,
    pub(crate) catalogs: Vec<PathBuf>,
    pub(crate) include_dirs: Vec<PathBuf>,
    pub(crate) modules: Vec<Entry>,
    pub(crate) renames: Vec<Entry>,
    pub(crate) only: Vec<Entry>,
    pub(crate) replacements: Vec<Entry>,
    pub(crate) derives: Vec<Entry>,
    pub(crate) attributes: Vec<Entry>,
    pub(crate) traits: BTreeSet<Traits>,
    pub(crate) levels: Vec<LevelRule>,
    pub(crate) signing: Vec<SigningRule>,
    /// The configuration files that were read.
    pub(crate) files: Vec<PathBuf>,
}

/// An option that says something about what its key names.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// A namespace, or the expanded name of a component.
    pub(crate) key: String,
    /// What is said.
    pub(crate) value: String,
    /// Where it was set.
    pub(crate) origin: Origin,
}

impl Config {
    /// Reads the WSDL or XSD document at `path`, relative to the working directory; in a build
    /// script that is the package's folder.
    ///
    /// The components of its target namespace make the root of the generated module.
    #[must_use]
    pub fn new(path: impl AsRef<Path>) -> Self {
        Self::default().source(path)
    }

    /// Reads one more document into the same set of bindings.
    ///
    /// What a document imports is found by itself; this is for documents that none imports.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// wsdl2rs::Config::new("wsdl/orders.wsdl").source("wsdl/invoices.wsdl").generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn source(mut self, path: impl AsRef<Path>) -> Self {
        self.sources.push(path.as_ref().to_owned());
        self
    }

    /// Reads a catalog: lines of a URI, a tab, and the path of the file that stands for it,
    /// relative to the catalog's folder. `wsdl2rs fetch` writes one.
    ///
    /// Nothing is ever taken from the network, so an import by URI needs an entry.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// wsdl2rs::Config::new("wsdl/camera.wsdl").catalog("wsdl/catalog.tsv").generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn catalog(mut self, path: impl AsRef<Path>) -> Self {
        self.catalogs.push(path.as_ref().to_owned());
        self
    }

    /// Lets documents import files below one more folder. By default they may name files below
    /// the working directory, or below the folder of a source that lies elsewhere; and schemas
    /// (`.xsd`, `.wsdl`, `.xml`) of neighbouring folders, as published sets of schemas do: those
    /// that share at least two folders below the root of the file system with the source.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// wsdl2rs::Config::new("wsdl/stock.wsdl").include_dir("../schemas").generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn include_dir(mut self, path: impl AsRef<Path>) -> Self {
        self.include_dirs.push(path.as_ref().to_owned());
        self
    }

    /// Names the module of a namespace; an empty name puts its types into the root.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// wsdl2rs::Config::new("wsdl/stock.wsdl")
    ///     .module("http://example.com/2005/07/11/common.types", "common")
    ///     .generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[track_caller]
    pub fn module(mut self, namespace: impl Into<String>, name: impl Into<String>) -> Self {
        let origin = Origin::Caller(Location::caller());
        self.modules.push(Entry { key: namespace.into(), value: name.into(), origin });
        self
    }

    /// Names the Rust type of a schema type or global element, by its expanded name.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// wsdl2rs::Config::new("wsdl/stock.wsdl")
    ///     .rename("{http://example.com/stock}QuoteType", "Quote")
    ///     .generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[track_caller]
    pub fn rename(mut self, component: impl Into<String>, name: impl Into<String>) -> Self {
        let origin = Origin::Caller(Location::caller());
        self.renames.push(Entry { key: component.into(), value: name.into(), origin });
        self
    }

    /// Generates a part of the contract alone: what is chosen here, by any number of calls, and
    /// the types that it reaches, with those derived from them and those that substitute them.
    ///
    /// What can be chosen: a service, by its expanded name; one of its ports, `{namespace}S/Port`;
    /// an operation of a port, `{namespace}S/Port/Operation`; a global element or a named type, by
    /// its expanded name. What is not reached has no Rust form, and what cannot have one there is
    /// no error. What is left has the names that it has in the whole.
    ///
    /// A place that takes any element, or `xs:anyType`, reaches nothing: strict reading judges such
    /// an element by its declaration only if that is chosen too.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// wsdl2rs::Config::new("wsdl/stock.wsdl")
    ///     .only("{http://example.com/stock}StockService/StockPort/GetQuote")
    ///     .only("{http://example.com/stock}StockService/StockPort/GetHistory")
    ///     .generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[track_caller]
    pub fn only(mut self, component: impl Into<String>) -> Self {
        let origin = Origin::Caller(Location::caller());
        self.only.push(Entry { key: component.into(), value: String::new(), origin });
        self
    }

    /// Takes a type of the caller's own for a schema type, wherever that is named. No Rust type is
    /// generated for it, nor what it alone refers to; what is derived from it is as ever.
    ///
    /// The path begins with `crate::` or `::`. The type implements `Clone`, `Debug` and
    /// `PartialEq`, and the traits of the runtime that a generated type has:
    ///
    /// - `codec::Blank`, `codec::ReadXml` and `codec::WriteXml`;
    /// - `value::TextValue` for a simple type, and `value::ListItem` where it is the item of a list.
    ///
    /// The runtime's macro `simple_type!` gives a type with `TextValue` the first three, and its
    /// documentation has an example. A complex type can hand them on to a type that has them, such
    /// as the runtime's `any::AnyType`, which keeps the element as XML.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// wsdl2rs::Config::new("wsdl/stock.wsdl")
    ///     .replace("{http://example.com/stock}Isin", "crate::Isin")
    ///     .generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[track_caller]
    pub fn replace(mut self, component: impl Into<String>, path: impl Into<String>) -> Self {
        let origin = Origin::Caller(Location::caller());
        self.replacements.push(Entry { key: component.into(), value: path.into(), origin });
        self
    }

    /// Derives more for a generated type, or for all of them: paths of derive macros, with commas
    /// between. Calls add up; what the generator derives anyway is not derived twice.
    ///
    /// The type is that of a schema type or a global element, by expanded name; `*` stands for all
    /// that become of the schemas, those without a name of their own as well. What a derive asks
    /// of the types of the members is the caller's affair: `Eq` does not compile over `f64`.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// wsdl2rs::Config::new("wsdl/stock.wsdl")
    ///     .derive("{http://example.com/stock}Symbol", "Eq, Hash")
    ///     .derive("*", "zeroize::Zeroize")
    ///     .generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[track_caller]
    pub fn derive(mut self, component: impl Into<String>, derives: impl Into<String>) -> Self {
        let origin = Origin::Caller(Location::caller());
        self.derives.push(Entry { key: component.into(), value: derives.into(), origin });
        self
    }

    /// Puts attributes before a generated type, or before all of them, named as for
    /// [`Config::derive`]. They stand after the derives.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// wsdl2rs::Config::new("wsdl/stock.wsdl")
    ///     .attribute("{http://example.com/stock}Quote", "#[non_exhaustive]")
    ///     .generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[track_caller]
    pub fn attribute(mut self, component: impl Into<String>, text: impl Into<String>) -> Self {
        let origin = Origin::Caller(Location::caller());
        self.attributes.push(Entry { key: component.into(), value: text.into(), origin });
        self
    }

    /// Lets generated types implement traits of another crate. Only the runtime's feature of that
    /// name is needed beside; no dependency on the crate.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// use wsdl2rs::Traits;
    ///
    /// wsdl2rs::Config::new("wsdl/stock.wsdl").implement(Traits::Serde).generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn implement(mut self, traits: Traits) -> Self {
        self.traits.insert(traits);
        self
    }

    /// Says how much findings with a code weigh: those on one component, or all of them.
    ///
    /// A construct without a Rust form is refused by default. Allowed, it is left out, and the
    /// finding's explanation says what that means. What makes a document invalid is an error that
    /// no level changes, save what published documents get wrong and other tools accept: that is a
    /// warning, which can be allowed or denied.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// use wsdl2rs::Level;
    ///
    /// wsdl2rs::Config::new("wsdl/stock.wsdl")
    ///     .level("W2R-pattern-limit", Some("{http://example.com/stock}Isin"), Level::Warn)
    ///     .level("W2R-name-taken", None, Level::Allow)
    ///     .generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[track_caller]
    pub fn level(mut self, code: impl Into<String>, component: Option<&str>, level: Level) -> Self {
        let origin = Origin::Caller(Location::caller());
        let component = component.map(str::to_owned);
        self.levels.push(LevelRule { code: code.into(), component, level, origin });
        self
    }

    /// Makes clients sign each request, and fill the members that carry the signature: callers
    /// then give credentials to the client, and never see those members.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), wsdl2rs::Error> {
    /// use wsdl2rs::Signing;
    ///
    /// wsdl2rs::Config::new("wsdl/stock.wsdl")
    ///     .sign(Signing::AwsHmac {
    ///         key_id: "{http://example.com/stock}Security/AWSAccessKeyId",
    ///         timestamp: "{http://example.com/stock}Security/Timestamp",
    ///         signature: "{http://example.com/stock}Security/Signature",
    ///     })
    ///     .generate()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[track_caller]
    pub fn sign(mut self, signing: Signing<'_>) -> Self {
        self.signing.push(SigningRule::new(signing, Origin::Caller(Location::caller())));
        self
    }

    /// Reads a configuration file: the same options by the same names, in TOML. Its paths are
    /// relative to its folder.
    ///
    /// # Errors
    /// When the file cannot be read, or when it has a key or a value that names no option.
    #[cfg(feature = "cli")]
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, Error> {
        file::read(path.as_ref())
    }

    /// Reads the documents and generates their bindings. Nothing is written, and no network used.
    ///
    /// # Errors
    /// When the documents or an option are at fault, with all findings at once; or when a file
    /// cannot be read.
    pub fn generate(self) -> Result<Output, Error> {
        crate::pipeline::generate(&self)
    }

    /// What is wrong with the options by themselves, whatever the documents say.
    pub(crate) fn check(&self) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        findings.extend(self.modules.iter().filter_map(key::check_module));
        findings.extend(self.renames.iter().filter_map(key::check_rename));
        findings.extend(self.only.iter().filter_map(key::check_only));
        findings.extend(self.replacements.iter().filter_map(key::check_replace));
        findings.extend(self.derives.iter().filter_map(additions::check_derive));
        findings.extend(self.attributes.iter().filter_map(additions::check_attribute));
        findings.extend(self.signing.iter().flat_map(SigningRule::check));
        findings.extend(key::check_repeated("module", &self.modules));
        findings.extend(key::check_repeated("rename", &self.renames));
        findings.extend(key::check_repeated("replace", &self.replacements));
        findings
    }

    /// A finding on an option whose key matches nothing in the documents.
    pub(crate) fn unmatched(&self, option: &str, key: &str, near: Option<&str>) -> Diagnostic {
        let entries: &[Entry] = match option {
            "module" => &self.modules,
            "rename" => &self.renames,
            "only" => &self.only,
            "replace" => &self.replacements,
            "derive" => &self.derives,
            "attribute" => &self.attributes,
            _ => &[],
        };
        let origin = entries.iter().find(|entry| entry.key == key).map(|entry| &entry.origin);
        let of_signing = || self.signing.iter().find(|rule| rule.names(key));
        let origin = origin.or_else(|| of_signing().map(|rule| &rule.origin));
        let origin = origin.expect("what does not match was taken from these options");
        let message = format!("{option}: the documents have no `{key}`");
        let finding = Diagnostic::new(Code::ConfigUnmatched, origin, message);
        match near {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding,
        }
    }
}
