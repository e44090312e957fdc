//! What `generated-example` shows to readers is what its build script generates: the checked-in
//! copies are equal to fresh output. `UPDATE=1 cargo test` writes them.

use std::env;

use wsdl2rs::{Config, Error};

/// The build script, for what it generates and how.
#[allow(dead_code, reason = "its `main` is for Cargo")]
#[path = "../generated-example/build.rs"]
mod build;

#[test]
fn the_copies_are_what_is_generated() {
    let rows: [(&str, Config); 2] = [
        ("../generated-example/generated/ast.rs", build::ast()),
        ("../generated-example/generated/awis.rs", build::awis()),
    ];
    for (path, config) in rows {
        let checked = compare(path, config);
        assert!(
            checked.is_ok(),
            "{path} is not what is generated; UPDATE=1 writes it\n{checked:?}"
        );
    }
}

fn compare(path: &str, config: Config) -> Result<(), Error> {
    let output = config.generate()?;
    if env::var_os("UPDATE").is_some() { output.write_file(path) } else { output.check(path) }
}
