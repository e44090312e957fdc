//! The bindings that `build.rs` generates.

/// Alexa Site Thumbnail.
pub mod ast {
    wsdl2rs_runtime::include_bindings!("AlexaSiteThumbnail");
}

/// Alexa Web Information Service.
pub mod awis {
    wsdl2rs_runtime::include_bindings!("AWSAlexa");
}

/// The service of `exchanges/quotes.wsdl`.
pub mod quotes {
    wsdl2rs_runtime::include_bindings!("quotes");
}

/// The service of `cases/clients/rpc_encoded`.
pub mod encoded {
    wsdl2rs_runtime::include_bindings!("case");
}
