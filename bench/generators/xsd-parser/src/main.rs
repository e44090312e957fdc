//! Writes what xsd-parser makes of schemas to standard output: types, and a codec over quick-xml.

#![forbid(unsafe_code)]

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use xsd_parser::{Config, config::Schema, generate};

fn main() -> Result<(), Box<dyn Error>> {
    let mut config = Config::default().with_quick_xml();
    for argument in std::env::args().skip(1) {
        config.parser.schemas.push(Schema::file(Path::new(&argument).canonicalize()?));
    }
    writeln!(io::stdout(), "{}", generate(config)?)?;
    Ok(())
}
