//! What the tests of the workspace share: goldens, comparison of XML, and the cases of
//! `cases/`, which are the specification of the generator. See `README.md` beside this folder.

pub mod bindings;
#[cfg(doctest)]
pub mod book;
pub mod case;
pub mod fuzz;
pub mod golden;
pub mod interop;
pub mod package;
pub mod suite;
pub mod xml;
