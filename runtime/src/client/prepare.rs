//! From a typed request to an HTTP one. Does no I/O.

use bytes::Bytes;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, COOKIE, HeaderName, PROXY_AUTHORIZATION,
    USER_AGENT,
};
use http::{HeaderMap, HeaderValue, Method};

use super::mtom::Package;
use super::{BuildError, Operation, Request, Settings};
use crate::security::Signature;
use crate::soap::{self, Headers};

const SOAP_ACTION: HeaderName = HeaderName::from_static("soapaction");

/// What answers may be.
const MEDIA_TYPES: &str = "text/xml, application/soap+xml, multipart/related";

const ENCODINGS: &str = if cfg!(feature = "gzip") { "gzip" } else { "identity" };

impl Settings {
    /// Makes the HTTP request of one attempt.
    ///
    /// A signed operation takes the signature that is given, or else one from the signer.
    ///
    /// Where the client sends octets as parts of their own ([`mtom`](Self::mtom)) and one of them
    /// is large or comes from a source, the body is among the extensions of the request, as a
    /// [`RequestBody`](crate::transport::RequestBody), and the body proper is empty.
    ///
    /// # Errors
    /// When the request cannot be made.
    pub fn prepare<O: Operation>(
        &self,
        request: &Request<O>,
        signature: Option<Signature<O>>,
    ) -> Result<http::Request<Bytes>, BuildError> {
        let signature = match signature {
            Some(signature) => Some(signature),
            None => self.signature::<O>()?,
        };
        let stamp = self.stamp::<O>()?;
        let none = Headers::new();
        let mut made = self.prepare_with_headers::<O>(request, &stamp.before(&none), signature)?;
        if let Some(id) = stamp.message_id() {
            made.extensions_mut().insert(id.clone());
        }
        Ok(made)
    }

    /// A fresh signature where the operation is a signed one.
    pub(super) fn signature<O: Operation>(&self) -> Result<Option<Signature<O>>, BuildError> {
        if !O::SIGNED {
            return Ok(None);
        }
        let Some(signer) = &self.signer else {
            return Err(BuildError::NoSigner { operation: O::NAME });
        };
        Signature::by(signer.as_ref()).map(Some).map_err(BuildError::Sign)
    }

    pub(super) fn prepare_with_headers<O: Operation>(
        &self,
        request: &Request<O>,
        headers: &Headers<'_>,
        signature: Option<Signature<O>>,
    ) -> Result<http::Request<Bytes>, BuildError> {
        // The head first: a request that cannot go anywhere need not be written.
        let mut sent = self.head::<O>(signature.is_some())?;
        let texts = signature.map(Signature::into_texts);
        let all;
        let headers = if self.soap_headers.is_empty() {
            headers
        } else {
            all = headers.followed_by(&self.soap_headers);
            &all
        };
        let package = self.mtom.map(|mtom| Package::new(mtom, O::VERSION));
        let parts = package.as_ref().map(Package::parts);
        let written = soap::write_message::<O::Input>(O::VERSION, headers, request, texts, parts)
            .map_err(BuildError::Write)?;
        if !written.signed && O::SIGNED {
            return Err(BuildError::NotSigned { operation: O::NAME });
        }
        let text = Bytes::from(written.text);
        match package {
            Some(package) => package.close(text, written.parts, O::SOAP_ACTION, &mut sent),
            None => *sent.body_mut() = text,
        }
        Ok(sent)
    }

    /// Refuses headers with credentials that would be seen on the way.
    pub(super) fn check_way(&self, headers: &HeaderMap) -> Result<(), BuildError> {
        let secret = [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE];
        let holds =
            headers.iter().any(|(name, value)| value.is_sensitive() || secret.contains(name));
        let confidential = holds && !self.allow_plain_http;
        self.endpoint.uri(confidential).map(drop).map_err(BuildError::Endpoint)
    }

    fn head<O: Operation>(&self, signed: bool) -> Result<http::Request<Bytes>, BuildError> {
        let confidential = (signed || self.holds_credentials()) && !self.allow_plain_http;
        let uri = self.endpoint.uri(confidential).map_err(BuildError::Endpoint)?;
        let (content_type, action) = O::VERSION
            .http_headers(O::SOAP_ACTION)
            .ok_or(BuildError::SoapAction { operation: O::NAME })?;
        let mut sent = http::Request::new(Bytes::new());
        *sent.method_mut() = Method::POST;
        *sent.uri_mut() = uri.clone();
        let headers = sent.headers_mut();
        defaults(headers);
        for (name, value) in &self.headers {
            headers.insert(name, value.clone());
        }
        headers.insert(CONTENT_TYPE, content_type);
        headers.remove(SOAP_ACTION);
        if let Some(action) = action {
            headers.insert(SOAP_ACTION, action);
        }
        Ok(sent)
    }
}

/// The headers that the caller may replace.
fn defaults(headers: &mut HeaderMap) {
    let product = concat!("wsdl2rs/", env!("CARGO_PKG_VERSION"));
    headers.insert(USER_AGENT, HeaderValue::from_static(product));
    headers.insert(ACCEPT, HeaderValue::from_static(MEDIA_TYPES));
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(ENCODINGS));
}
