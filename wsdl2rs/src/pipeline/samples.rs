//! A sample of each global element: a document, and the expression that makes its value.

use super::Run;
use super::inspect::{expanded, marker_path};
use crate::ir::client::MarkerPath;
use crate::ir::{Crate, Marker, ModuleId, sample};
use crate::{Config, Error, emit};

/// A sample of a global element.
#[derive(Debug)]
pub struct Sample {
    /// The element's expanded name.
    pub name: String,
    /// The path of its marker in the generated module.
    pub marker: String,
    /// A document.
    pub xml: String,
    /// The expression that makes the value of the document, in a module that imports all of the
    /// generated one. None where it needs a type of the caller's own.
    pub rust: Option<String>,
}

/// A sample of each global element that has a Rust form, in the order of the modules.
///
/// # Errors
/// Those of generating.
pub fn samples(config: &Config) -> Result<Vec<Sample>, Error> {
    let (samples, _) = Run::with(config, |run| {
        let documents = run.load()?;
        let model = run.resolve(&documents)?;
        let krate = run.lower(&model)?;
        let markers = krate.modules.iter().enumerate().flat_map(|(index, module)| {
            module.elements.iter().map(move |marker| (ModuleId(index), marker))
        });
        Ok(markers.map(|(module, marker)| sample_of(&krate, module, marker)).collect())
    })?;
    Ok(samples)
}

fn sample_of(krate: &Crate, module: ModuleId, marker: &Marker) -> Sample {
    let value = sample::of(krate, &marker.value);
    let path = MarkerPath { module, ident: marker.ident.clone() };
    Sample {
        name: expanded(&marker.namespace, &marker.wire.local),
        marker: marker_path(krate, &path),
        xml: sample::document(krate, marker, &value),
        rust: emit::expression(krate, &marker.value, &value).map(|tokens| tokens.to_string()),
    }
}
