//! `wsdl2rs.toml`: the options of [`Config`], one to one.
#![expect(clippy::disallowed_methods, reason = "this is the file that the user named for options")]

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Config, Entry, Signing, SigningRule, Traits};
use crate::diagnostic::{
    Code, Diagnostic, Diagnostics, Finding, Level, LevelRule, OptionFile, Origin,
};
use crate::source::SourceMap;
use crate::{Error, suggest};

/// The options that a file may have.
const OPTIONS: [&str; 12] = [
    "source",
    "catalog",
    "include_dir",
    "only",
    "module",
    "rename",
    "replace",
    "derive",
    "attribute",
    "implement",
    "level",
    "sign",
];
/// The keys of an entry of `level`.
const LEVEL_KEYS: [&str; 3] = ["code", "component", "level"];
/// The keys of an entry of `sign`.
const SIGN_KEYS: [&str; 4] = ["scheme", "key_id", "timestamp", "signature"];

/// The file's content.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Options {
    source: Vec<PathBuf>,
    catalog: Vec<PathBuf>,
    include_dir: Vec<PathBuf>,
    only: Vec<Spanned<String>>,
    module: BTreeMap<Spanned<String>, String>,
    rename: BTreeMap<Spanned<String>, String>,
    replace: BTreeMap<Spanned<String>, String>,
    derive: BTreeMap<Spanned<String>, String>,
    attribute: BTreeMap<Spanned<String>, String>,
    implement: Vec<TraitsName>,
    level: Vec<Spanned<LevelOption>>,
    sign: Vec<Spanned<SignOption>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum TraitsName {
    Serde,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelOption {
    code: String,
    component: Option<String>,
    level: LevelName,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum LevelName {
    Allow,
    Warn,
    Deny,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, tag = "scheme", rename_all = "kebab-case")]
enum SignOption {
    AwsHmac { key_id: String, timestamp: String, signature: String },
}

/// Reads the file at `path`.
pub(super) fn read(path: &Path) -> Result<Config, Error> {
    let text = fs::read_to_string(path).map_err(|error| Error::io("read", path, error))?;
    let file = Arc::new(OptionFile { name: path.display().to_string(), text });
    let folder = path.parent().unwrap_or(Path::new(""));
    let options = parse(&file).map_err(refused)?;
    let mut config = config(&file, folder, options);
    config.files.push(path.to_owned());
    Ok(config)
}

/// The report on findings that concern the file alone.
fn refused(findings: Vec<Diagnostic>) -> Error {
    let mut diagnostics = Diagnostics::default();
    findings.into_iter().for_each(|finding| diagnostics.report(finding));
    Error::input(Finding::all(diagnostics, &SourceMap::default()))
}

fn parse(file: &Arc<OptionFile>) -> Result<Options, Vec<Diagnostic>> {
    let invalid = |error: &toml::de::Error| {
        let range = error.span().unwrap_or(0..0);
        let message = error.message().trim_end().replace('\n', ", ");
        vec![Diagnostic::new(Code::ConfigInvalid, &Origin::file(file, range), message)]
    };
    let table = DeTable::parse(&file.text).map_err(|error| invalid(&error))?;
    let unknown = unknown_keys(file, table.get_ref());
    if !unknown.is_empty() {
        return Err(unknown);
    }
    toml::from_str(&file.text).map_err(|error| invalid(&error))
}

/// Finds the keys that name no option.
fn unknown_keys(file: &Arc<OptionFile>, table: &DeTable<'_>) -> Vec<Diagnostic> {
    let mut findings = check_keys(file, table, &OPTIONS);
    for (option, known) in [("level", &LEVEL_KEYS[..]), ("sign", &SIGN_KEYS[..])] {
        let entries = table.iter().filter(|(key, _)| key.get_ref() == option);
        let arrays = entries.filter_map(|(_, value)| value.get_ref().as_array());
        let tables = arrays.flat_map(|array| array.iter().map(Spanned::get_ref));
        for table in tables.filter_map(DeValue::as_table) {
            findings.extend(check_keys(file, table, known));
        }
    }
    findings
}

fn check_keys(file: &Arc<OptionFile>, table: &DeTable<'_>, known: &[&str]) -> Vec<Diagnostic> {
    let keys = table.keys().filter(|key| !known.contains(&key.get_ref().as_ref()));
    let finding = |key: &Spanned<toml::de::DeString<'_>>| {
        let name = key.get_ref().as_ref();
        let origin = Origin::file(file, key.span());
        let message = format!("no option is called `{name}`");
        let finding = Diagnostic::new(Code::ConfigUnknownKey, &origin, message);
        match suggest::nearest(name, known.iter().copied()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("there are `{}`", known.join("`, `"))),
        }
    };
    keys.map(finding).collect()
}

fn config(file: &Arc<OptionFile>, folder: &Path, options: Options) -> Config {
    let paths = |paths: Vec<PathBuf>| paths.into_iter().map(|path| folder.join(path)).collect();
    let origin = |range: Range<usize>| Origin::file(file, range);
    let entries = |map: BTreeMap<Spanned<String>, String>| {
        let entry = |(key, value): (Spanned<String>, String)| {
            let origin = origin(key.span());
            Entry { key: key.into_inner(), value, origin }
        };
        map.into_iter().map(entry).collect()
    };
    let only = |entry: Spanned<String>| {
        let origin = origin(entry.span());
        Entry { key: entry.into_inner(), value: String::new(), origin }
    };
    let traits = |name: TraitsName| match name {
        TraitsName::Serde => Traits::Serde,
    };
    let level = |entry: Spanned<LevelOption>| {
        let origin = origin(entry.span());
        let LevelOption { code, component, level } = entry.into_inner();
        let level = match level {
            LevelName::Allow => Level::Allow,
            LevelName::Warn => Level::Warn,
            LevelName::Deny => Level::Deny,
        };
        LevelRule { code, component, level, origin }
    };
    let sign = |entry: Spanned<SignOption>| {
        let origin = origin(entry.span());
        let SignOption::AwsHmac { key_id, timestamp, signature } = entry.get_ref();
        SigningRule::new(Signing::AwsHmac { key_id, timestamp, signature }, origin)
    };
    Config {
        sources: paths(options.source),
        catalogs: paths(options.catalog),
        include_dirs: paths(options.include_dir),
        only: options.only.into_iter().map(only).collect(),
        modules: entries(options.module),
        renames: entries(options.rename),
        replacements: entries(options.replace),
        derives: entries(options.derive),
        attributes: entries(options.attribute),
        traits: options.implement.into_iter().map(traits).collect(),
        levels: options.level.into_iter().map(level).collect(),
        signing: options.sign.into_iter().map(sign).collect(),
        files: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> Arc<OptionFile> {
        Arc::new(OptionFile { name: "wsdl2rs.toml".into(), text: text.into() })
    }

    #[test]
    fn every_option_of_the_builder_has_its_key() {
        let text = r##"
            source = ["a.wsdl"]
            catalog = ["catalog.tsv"]
            include_dir = ["/schemas"]
            only = ["{urn:a}S/P"]
            module = { "urn:a" = "a" }
            implement = ["serde"]
            [rename]
            "{urn:a}B" = "Bee"
            [replace]
            "{urn:a}D" = "crate::D"
            [derive]
            "*" = "Eq"
            [attribute]
            "{urn:a}C" = "#[non_exhaustive]"
            [[level]]
            code = "W2R-endless-type"
            component = "{urn:a}C"
            level = "warn"
            [[sign]]
            scheme = "aws-hmac"
            key_id = "{urn:a}S/K"
            timestamp = "{urn:a}S/T"
            signature = "{urn:a}S/S"
        "##;
        let file = file(text);
        let options = parse(&file).unwrap_or_else(|findings| panic!("{findings:?}"));
        let from_file = config(&file, Path::new("wsdl"), options);
        let built = Config::new("wsdl/a.wsdl")
            .catalog("wsdl/catalog.tsv")
            .include_dir("/schemas")
            .only("{urn:a}S/P")
            .module("urn:a", "a")
            .rename("{urn:a}B", "Bee")
            .replace("{urn:a}D", "crate::D")
            .derive("*", "Eq")
            .implement(Traits::Serde)
            .attribute("{urn:a}C", "#[non_exhaustive]")
            .level("W2R-endless-type", Some("{urn:a}C"), Level::Warn)
            .sign(Signing::AwsHmac {
                key_id: "{urn:a}S/K",
                timestamp: "{urn:a}S/T",
                signature: "{urn:a}S/S",
            });
        assert_eq!(without_origins(&from_file), without_origins(&built));
        let keys = DeTable::parse(text).map(|table| table.get_ref().len());
        assert_eq!(keys, Ok(OPTIONS.len()), "the test names every option");
    }

    /// The options as text, without their places.
    fn without_origins(config: &Config) -> String {
        let entries = |entries: &[Entry]| {
            entries
                .iter()
                .map(|entry| format!("{}={};", entry.key, entry.value))
                .collect::<String>()
        };
        let level =
            |rule: &LevelRule| format!("{} {:?} {:?}", rule.code, rule.component, rule.level);
        let levels: Vec<String> = config.levels.iter().map(level).collect();
        let sign = |rule: &SigningRule| {
            (rule.key_id.clone(), rule.timestamp.clone(), rule.signature.clone())
        };
        let signing: Vec<_> = config.signing.iter().map(sign).collect();
        let (modules, renames) = (entries(&config.modules), entries(&config.renames));
        let (only, replaced) = (entries(&config.only), entries(&config.replacements));
        let added = (entries(&config.derives), entries(&config.attributes), &config.traits);
        let paths = (&config.sources, &config.catalogs, &config.include_dirs);
        format!("{paths:?} {added:?} {only} {replaced} {modules} {renames} {levels:?} {signing:?}")
    }

    #[test]
    fn faults_have_a_place_and_a_suggestion() {
        let rows = [
            (
                "renam = {}",
                "W2R-config-key",
                1,
                "no option is called `renam`",
                "did you mean `rename`?",
            ),
            (
                "\n[[level]]\ncode = 'x'\nlevl = 'warn'",
                "W2R-config-key",
                4,
                "no option is called `levl`",
                "did you mean `level`?",
            ),
            (
                "zzzzzz = 1",
                "W2R-config-key",
                1,
                "no option is called `zzzzzz`",
                "there are `source`, `catalog`, `include_dir`, `only`, `module`, `rename`, `replace`, `derive`, \
                 `attribute`, `implement`, `level`, `sign`",
            ),
            (
                "\nsource = 1",
                "W2R-config",
                2,
                "invalid type: integer `1`, expected a sequence",
                "correct the entry",
            ),
            (
                "[[level]]\ncode = 'x'\nlevel = 'wran'",
                "W2R-config",
                3,
                "unknown variant `wran`, expected one of `allow`, `warn`, `deny`",
                "correct the entry",
            ),
        ];
        for (text, code, line, message, help) in rows {
            let Err(findings) = parse(&file(text)) else { panic!("accepted: {text}") };
            let error = refused(findings);
            let finding = &error.findings()[0];
            let found = (finding.code(), finding.line(), finding.message(), finding.help());
            assert_eq!(found, (code, line, message, help));
            assert_eq!(finding.file(), "wsdl2rs.toml");
        }
    }
}
