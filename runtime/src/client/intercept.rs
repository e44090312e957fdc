//! Code of the caller's that sees each HTTP message of a call, and may change it.

use std::error::Error;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Uri, response};

use super::Settings;
use super::endpoint::without_query;
use crate::soap::Version;

/// Which attempt of which call a message belongs to.
///
/// `Debug` shows the endpoint without its query.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct AttemptInfo<'a> {
    /// The operation's name in its portType.
    pub operation: &'static str,
    /// The `soapAction` of its binding.
    pub soap_action: &'static str,
    /// The version of SOAP.
    pub version: Version,
    /// Where the request goes.
    pub endpoint: &'a Uri,
    /// The number of the attempt within its call, from 1.
    pub attempt: u32,
}

/// Why an interceptor does not let a request go.
pub type InterceptError = Box<dyn Error + Send + Sync>;

/// Sees the messages of a client between SOAP and HTTP.
///
/// For each attempt, in this order: the envelope is written, with signature and header blocks; the
/// interceptors see the request, in the order in which they were added; cookies and the answer to
/// an HTTP challenge are added; the trace shows it; it is sent. Of an answer: its body is collected
/// and decompressed, the trace shows it, the interceptors see it in the reverse order, and then it
/// is read.
///
/// So an interceptor that changes the body changes what was signed. What it sends as
/// `Authorization`, `Cookie` or a value that is marked as sensitive is neither shown nor sent over
/// plain `http` to another machine, as with all credentials.
///
/// ```
/// use bytes::Bytes;
/// use http::{HeaderMap, HeaderValue};
/// use wsdl2rs_runtime::client::{AttemptInfo, InterceptError, Interceptor, Settings};
///
/// struct Numbered;
///
/// impl Interceptor for Numbered {
///     fn request(
///         &self,
///         info: &AttemptInfo<'_>,
///         headers: &mut HeaderMap,
///         _body: &mut Bytes,
///     ) -> Result<(), InterceptError> {
///         headers.insert("x-attempt", HeaderValue::from(info.attempt));
///         Ok(())
///     }
/// }
///
/// let settings = Settings::new("https://quotes.example/").interceptor(Numbered);
/// # let _ = settings;
/// ```
pub trait Interceptor: Send + Sync {
    /// Sees a request before it is sent.
    ///
    /// # Errors
    /// To give the call up: it ends with `BuildError::Interceptor`.
    fn request(
        &self,
        info: &AttemptInfo<'_>,
        headers: &mut HeaderMap,
        body: &mut Bytes,
    ) -> Result<(), InterceptError> {
        let _ = (info, headers, body);
        Ok(())
    }

    /// Sees an answer before it is read, whatever its status is.
    fn response(&self, info: &AttemptInfo<'_>, head: &mut response::Parts, body: &mut Vec<u8>) {
        let _ = (info, head, body);
    }
}

impl Settings {
    /// Lets `interceptor` see every message, after the ones that were added before.
    #[must_use]
    pub fn interceptor(mut self, interceptor: impl Interceptor + 'static) -> Self {
        self.interceptors.push(std::sync::Arc::new(interceptor));
        self
    }

    /// Lets a closure see every request; see [`Interceptor::request`].
    ///
    /// ```
    /// # use wsdl2rs_runtime::client::Settings;
    /// use http::HeaderValue;
    ///
    /// let settings = Settings::new("https://quotes.example/").on_request(|info, headers, body| {
    ///     println!("{}: {} bytes", info.operation, body.len());
    ///     headers.insert("x-request-id", HeaderValue::from_static("7"));
    ///     Ok(())
    /// });
    /// # let _ = settings;
    /// ```
    #[must_use]
    pub fn on_request<F>(self, see: F) -> Self
    where
        F: Fn(&AttemptInfo<'_>, &mut HeaderMap, &mut Bytes) -> Result<(), InterceptError>
            + Send
            + Sync
            + 'static,
    {
        self.interceptor(OnRequest(see))
    }

    /// Lets a closure see every answer; see [`Interceptor::response`].
    #[must_use]
    pub fn on_response<F>(self, see: F) -> Self
    where
        F: Fn(&AttemptInfo<'_>, &mut response::Parts, &mut Vec<u8>) + Send + Sync + 'static,
    {
        self.interceptor(OnResponse(see))
    }
}

struct OnRequest<F>(F);

impl<F> Interceptor for OnRequest<F>
where
    F: Fn(&AttemptInfo<'_>, &mut HeaderMap, &mut Bytes) -> Result<(), InterceptError> + Send + Sync,
{
    fn request(
        &self,
        info: &AttemptInfo<'_>,
        headers: &mut HeaderMap,
        body: &mut Bytes,
    ) -> Result<(), InterceptError> {
        (self.0)(info, headers, body)
    }
}

struct OnResponse<F>(F);

impl<F> Interceptor for OnResponse<F>
where
    F: Fn(&AttemptInfo<'_>, &mut response::Parts, &mut Vec<u8>) + Send + Sync,
{
    fn response(&self, info: &AttemptInfo<'_>, head: &mut response::Parts, body: &mut Vec<u8>) {
        (self.0)(info, head, body);
    }
}

impl fmt::Debug for AttemptInfo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AttemptInfo")
            .field("operation", &self.operation)
            .field("soap_action", &self.soap_action)
            .field("version", &self.version)
            .field("endpoint", &without_query(self.endpoint))
            .field("attempt", &self.attempt)
            .finish()
    }
}
