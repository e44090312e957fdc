//! Source files, and what a formatted source tells without being parsed.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
pub(crate) struct Source {
    /// Its path in the workspace, with `/`.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

/// A function of a source.
pub(crate) struct Function {
    /// Its first line.
    pub(crate) line: usize,
    /// The number of its lines.
    pub(crate) length: usize,
}

/// The sources below these folders of the workspace, by path.
pub(crate) fn sources(folders: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is in the workspace");
    let mut files = Vec::new();
    for folder in folders {
        collect(&root.join(folder), &mut files);
    }
    files.sort();
    let read = |file: PathBuf| {
        let path = file.strip_prefix(root).expect("it was found below the workspace");
        let path = path.to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
        Source { path, text }
    };
    files.into_iter().map(read).collect()
}

/// Adds the `.rs` files below a folder; goldens are no sources.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    for entry in entries {
        let path = entry.unwrap_or_else(|error| panic!("{folder:?}: {error}")).path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        if path.is_dir() {
            if !["expected", "target"].contains(&name.unwrap_or_default().as_str()) {
                collect(&path, files);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

impl Source {
    /// The lines.
    pub(crate) fn lines(&self) -> Vec<&str> {
        self.text.lines().collect()
    }

    /// Whether the generator wrote it.
    pub(crate) fn is_generated(&self) -> bool {
        self.text.starts_with("// @generated")
    }

    /// The part of the generator that it belongs to; none for the crate's roots and other crates.
    pub(crate) fn part(&self) -> Option<String> {
        let path = self.path.strip_prefix("wsdl2rs/src/")?;
        let part = path.split('/').next()?.trim_end_matches(".rs");
        (!["lib", "main"].contains(&part)).then(|| part.to_owned())
    }

    /// The lines of code with their numbers: comments, what is in quotes, and tests left out.
    pub(crate) fn code(&self) -> Vec<(usize, String)> {
        let is_test = ["_tests.rs", "/tests.rs", "/corpus.rs"];
        if is_test.iter().any(|end| self.path.ends_with(end)) {
            return Vec::new();
        }
        let numbered = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        let untested = numbered.take_while(|(_, line)| *line != "#[cfg(test)]");
        untested.map(|(number, line)| (number, without_quotes_and_comments(line))).collect()
    }

    /// The functions, tests included. A formatted function ends with a brace below its first letter.
    pub(crate) fn functions(&self) -> Vec<Function> {
        let lines = self.lines();
        let mut functions = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            if !is_function(line.trim_start()) {
                continue;
            }
            let end = format!("{}}}", " ".repeat(indent));
            let rest = lines[index..].iter().position(|line| *line == end);
            let has_body = !line.ends_with(';') && !line.ends_with('}');
            if let (Some(last), true) = (rest, has_body) {
                functions.push(Function { line: index + 1, length: last + 1 });
            }
        }
        functions
    }
}

/// Whether a line begins a function.
fn is_function(line: &str) -> bool {
    let before = line.split("fn ").next().unwrap_or_default();
    let qualifiers = ["pub", "async", "const", "unsafe", "extern"];
    line.contains("fn ")
        && before.split_whitespace().all(|word| {
            qualifiers.contains(&word) || word.starts_with("pub(") || word.ends_with(')')
        })
}

fn without_quotes_and_comments(line: &str) -> String {
    let line = if line.trim_start().starts_with("//") { "" } else { line };
    let mut code = String::new();
    let mut quoted = false;
    let mut before = ' ';
    for c in line.chars() {
        match c {
            '"' if before != '\\' && before != '\'' => quoted = !quoted,
            '/' if !quoted && before == '/' => {
                code.pop();
                break;
            }
            _ if !quoted => code.push(c),
            _ => {}
        }
        before = c;
    }
    code
}
