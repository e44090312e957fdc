//! Prints what xsd-parser makes of schemas: types, and a codec over quick-xml.

#![forbid(unsafe_code)]

use std::path::Path;
use std::process::ExitCode;

use xsd_parser::{Config, config::Schema, generate};

fn main() -> ExitCode {
    let mut config = Config::default().with_quick_xml();
    for argument in std::env::args().skip(1) {
        match Path::new(&argument).canonicalize() {
            Ok(path) => config.parser.schemas.push(Schema::file(path)),
            Err(error) => {
                eprintln!("{argument}: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    match generate(config) {
        Ok(tokens) => println!("{tokens}"),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
