//! Generates typed SOAP clients from WSDL 1.1 and XML Schema 1.0.
//!
//! In a build script:
//!
//! ```no_run
//! fn main() -> Result<(), wsdl2rs::Error> {
//!     wsdl2rs::Config::new("wsdl/stock.wsdl").generate()?.write_to_out_dir()
//! }
//! ```
//!
//! and in the crate, which depends on `wsdl2rs-runtime`:
//!
//! ```text
//! mod stock {
//!     wsdl2rs_runtime::include_bindings!("stock");
//! }
//! ```
//!
//! A contract that cannot be read, or that asks for something which has no Rust form, is an
//! [`Error`] whose `Debug` is a report with file, line, column and rule of each finding. Only the
//! documents trigger a new run, and no network is used.
//!
//! For code that is checked in, the command line does the same: `wsdl2rs generate -o src/stock.rs`,
//! and with `--check` in continuous integration.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(feature = "cli"),
    allow(dead_code, reason = "the command line tells more of a contract than generating reads")
)]

#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
mod config;
mod diagnostic;
mod emit;
#[cfg(feature = "cli")]
mod fetch;
mod ir;
mod model;
mod output;
mod pipeline;
#[cfg(feature = "cli")]
mod site;
mod source;
mod suggest;
mod syntax;
mod vocabulary;

pub use config::{Config, Signing, Traits};
pub use diagnostic::{Error, Finding, Level};
pub use output::{File, Output};
