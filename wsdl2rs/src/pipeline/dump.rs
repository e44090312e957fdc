//! Any representation, printed: for those who work on the generator, and for reports of defects.

use super::{Done, Run};
use crate::diagnostic::Finding;
use crate::emit::ModuleTokens;
use crate::{Config, Error};

/// A representation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The documents that were read.
    Source,
    /// The documents as written.
    Syntax,
    /// The documents as meant.
    Model,
    /// What they become in Rust.
    Ir,
    /// The tokens, one item a line.
    Tokens,
}

/// Prints the representation that a stage ends with.
pub(crate) fn dump(config: &Config, stage: Stage) -> Result<(String, Vec<Finding>), Error> {
    let (text, done) = Run::with(config, |run| {
        let documents = run.load()?;
        match stage {
            Stage::Source => return Ok(String::new()),
            Stage::Syntax => return Ok(format!("{documents:#?}\n")),
            Stage::Model | Stage::Ir | Stage::Tokens => {}
        }
        let model = run.resolve(&documents)?;
        if stage == Stage::Model {
            return Ok(format!("{model:#?}\n"));
        }
        let krate = run.lower(&model)?;
        if stage == Stage::Ir {
            return Ok(format!("{krate:#?}\n"));
        }
        Ok(tokens(&run.emit(&krate), ""))
    })?;
    let text = if stage == Stage::Source { sources(&done) } else { text };
    Ok((text, done.findings))
}

fn sources(done: &Done) -> String {
    let line = |id| {
        let text = done.sources.text(id);
        let (uri, bytes, lines) = (done.sources.uri(id), text.len(), text.lines().count());
        format!("{uri}: {bytes} bytes, {lines} lines\n")
    };
    done.sources.iter().map(line).collect()
}

fn tokens(module: &ModuleTokens<'_>, path: &str) -> String {
    let path = if module.name.is_empty() { "crate" } else { &format!("{path}::{}", module.name) };
    let mut text = format!("// {path}\n");
    let mut items = Vec::new();
    let imports = module.each_item(|item| items.push(item));
    for item in imports.iter().chain(&items) {
        text.push_str(&item.to_string());
        text.push('\n');
    }
    module.children.iter().for_each(|child| text.push_str(&tokens(child, path)));
    text
}
