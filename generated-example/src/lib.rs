//! The clients of two web services of 2006 whose contracts are in `wsdl/`: Alexa Site Thumbnail
//! ([`ast`]) and Alexa Web Information Service ([`awis`]), as `build.rs` generates them; and a
//! [`service`] on loopback to call, since the original ones are gone.

/// Alexa Site Thumbnail: pictures of web sites.
pub mod ast {
    wsdl2rs_runtime::include_bindings!("AlexaSiteThumbnail");
}

/// Alexa Web Information Service: what is known of web sites.
pub mod awis {
    wsdl2rs_runtime::include_bindings!("AWSAlexa");
}

/// The document that both services send, instead of a SOAP message, to a caller whom they do not
/// know.
pub mod errors {
    wsdl2rs_runtime::include_bindings!("AlexaErrors");
}

pub mod service;
