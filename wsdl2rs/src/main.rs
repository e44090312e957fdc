//! The command line of wsdl2rs. What it does is in the library's module `cli`.
#![forbid(unsafe_code)]

fn main() -> std::process::ExitCode {
    wsdl2rs::cli::run(std::env::args_os())
}
