//! Calls both services by the generated clients, scene by scene, and prints what happens: against
//! the embedded service, or against the addresses of the command line.

mod credentials;
mod options;
mod scene;
mod scenes;
mod stage;
mod wire;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use options::Options;
use stage::Stage;

const NEXT: &str = "\
Next: generated/ holds the code that was generated, examples/ has one call each, and --help says how
to call a service elsewhere.";

fn main() -> ExitCode {
    let options = match Options::from_args() {
        Ok(Some(options)) => options,
        Ok(None) => return print(&mut io::stdout(), options::HELP, ExitCode::SUCCESS),
        Err(error) => {
            let text = format!("{error}\n\n{}", options::HELP);
            return print(&mut io::stderr(), &text, ExitCode::from(2));
        }
    };
    match play(&options, &mut io::stdout()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => print(&mut io::stderr(), &format!("{error}\n"), ExitCode::FAILURE),
    }
}

/// Plays the scenes; whether each ended as it should.
fn play(options: &Options, out: &mut impl Write) -> Result<bool, Box<dyn Error>> {
    let stage = Stage::set(options)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    writeln!(out, "{}", stage.introduction())?;
    let (mut played, mut failed) = (0, 0);
    scenes::play(&stage, &runtime, &mut |scene| {
        played += 1;
        failed += usize::from(!scene.is_as_expected());
        write!(out, "{}", scene.print(played))
    })?;
    if failed == 0 {
        writeln!(out, "{played} scenes, and each ended as it should.\n{NEXT}")?;
    } else {
        writeln!(out, "{failed} of {played} scenes did not end as they should.")?;
    }
    Ok(failed == 0)
}

/// Prints a text; where that fails nobody is there to be told.
fn print(out: &mut impl Write, text: &str, code: ExitCode) -> ExitCode {
    let _ = out.write_all(text.as_bytes());
    code
}
