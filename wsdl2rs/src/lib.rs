//! Generates typed SOAP clients from WSDL 1.1 and XML Schema 1.0.
#![forbid(unsafe_code)]
