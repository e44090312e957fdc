//! Generates typed SOAP clients from WSDL 1.1 and XML Schema 1.0.
#![forbid(unsafe_code)]
// The stages are built one on the other; a representation is complete before its reader is.

mod diagnostic;
mod emit;
mod ir;
mod model;
mod source;
mod suggest;
mod syntax;
mod vocabulary;
