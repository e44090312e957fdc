//! `wsdl2rs dump`: any representation of the generator, printed.

use super::Failure;
use super::arguments::{Dump, Stage};
use super::print::Printer;
use crate::pipeline;

/// Runs the command.
pub(super) fn run(options: &Dump, printer: &mut Printer) -> Result<(), Failure> {
    let stage = match options.stage {
        Stage::Source => pipeline::Stage::Source,
        Stage::Syntax => pipeline::Stage::Syntax,
        Stage::Model => pipeline::Stage::Model,
        Stage::Ir => pipeline::Stage::Ir,
        Stage::Tokens => pipeline::Stage::Tokens,
    };
    let (text, findings) = pipeline::dump(&options.inputs.config()?, stage)?;
    printer.findings(&findings);
    Ok(printer.text(&text)?)
}
