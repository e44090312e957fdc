//! The clients of two web services of 2006 whose contracts are in `wsdl/`: Alexa Site Thumbnail
//! ([`ast`]) and Alexa Web Information Service ([`awis`]), as `build.rs` generates them; and a
//! [`service`] on loopback to call, since the original ones are gone.

/// Alexa Site Thumbnail: pictures of web sites.
///
/// What the contract requires cannot be left out, and what signs a request cannot be set:
///
/// ```
/// # use generated_example::ast::{ThumbnailRequest, ThumbnailRequestRequest};
/// let site = ThumbnailRequestRequest { url: "www.alexa.com".to_owned(), size: None };
/// let one = ThumbnailRequest::new([site]);
/// let twenty = ThumbnailRequest::new(["a"; 20].map(ThumbnailRequestRequest::new));
/// ```
///
/// ```compile_fail,E0063
/// # use generated_example::ast::ThumbnailRequestRequest;
/// let site = ThumbnailRequestRequest { size: None };
/// ```
///
/// ```compile_fail,E0277
/// # use generated_example::ast::{ThumbnailRequest, ThumbnailRequestRequest};
/// let batch = ThumbnailRequest::new(["a"; 21].map(ThumbnailRequestRequest::new));
/// ```
///
/// ```compile_fail,E0560
/// # use generated_example::ast::ThumbnailRequestRequest;
/// let site = ThumbnailRequestRequest { url: "a".to_owned(), size: None, signature: None };
/// ```
pub mod ast {
    wsdl2rs_runtime::include_bindings!("AlexaSiteThumbnail");
}

/// Alexa Web Information Service: what is known of web sites.
///
/// ```
/// # use generated_example::awis::UrlInfoRequest;
/// let (url, response_group) = ("amazon.com".to_owned(), "Rank".to_owned());
/// let site = UrlInfoRequest { url, response_group, version: None };
/// ```
///
/// ```compile_fail,E0063
/// # use generated_example::awis::UrlInfoRequest;
/// # let url = "amazon.com".to_owned();
/// let site = UrlInfoRequest { url, version: None };
/// ```
pub mod awis {
    wsdl2rs_runtime::include_bindings!("AWSAlexa");
}

/// The document that both services send, instead of a SOAP message, to a caller whom they do not
/// know.
pub mod errors {
    wsdl2rs_runtime::include_bindings!("AlexaErrors");
}

pub mod service;
