//! `wsdl2rs completions` and `wsdl2rs man`: what is installed beside the program.

use clap::CommandFactory;

use super::Failure;
use super::arguments::{Arguments, Completions};
use super::print::Printer;

/// Prints the completion script of a shell.
pub(super) fn completions(options: &Completions, printer: &mut Printer) -> Result<(), Failure> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(options.shell, &mut command, "wsdl2rs", &mut script);
    Ok(printer.text(&String::from_utf8_lossy(&script))?)
}

/// Prints the manual: the program's page, and then one for each command.
pub(super) fn man(printer: &mut Printer) -> Result<(), Failure> {
    let mut pages = Vec::new();
    let mut command = Arguments::command();
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut pages)?;
    for subcommand in command.get_subcommands().filter(|command| command.get_name() != "help") {
        clap_mangen::Man::new(subcommand.clone()).render(&mut pages)?;
    }
    Ok(printer.text(&String::from_utf8_lossy(&pages))?)
}
