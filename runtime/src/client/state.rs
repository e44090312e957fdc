//! What HTTP remembers between requests of a client and its copies: cookies, and the challenge that
//! was answered last. There is none of it unless it is asked for.

use std::fmt;

use bytes::Bytes;
use http::{Request, Uri, response};

#[cfg(any(feature = "cookies", feature = "digest-auth"))]
use super::Settings;
#[cfg(feature = "cookies")]
use super::cookies::Jar;
use crate::security::Random;

/// What all copies of a client share.
#[derive(Clone, Default)]
pub(super) struct HttpState {
    #[cfg(feature = "cookies")]
    jar: Option<Jar>,
    #[cfg(feature = "digest-auth")]
    digest: Option<std::sync::Arc<crate::security::Digest>>,
}

#[cfg_attr(
    not(feature = "digest-auth"),
    expect(unused_variables, reason = "the feature uses them")
)]
impl HttpState {
    /// Whether it holds what must not be seen on the way. Cookies that came over plain http go back
    /// over it.
    pub(super) fn holds_credentials(&self) -> bool {
        #[cfg(feature = "digest-auth")]
        if self.digest.is_some() {
            return true;
        }
        false
    }

    /// Adds to a request what is known of its origin.
    pub(super) fn attach(&self, request: &mut Request<Bytes>, random: &dyn Random) {
        #[cfg(feature = "cookies")]
        if let Some(jar) = &self.jar {
            let uri = request.uri().clone();
            jar.attach(&uri, request.headers_mut());
        }
        #[cfg(feature = "digest-auth")]
        if let Some(digest) = &self.digest {
            digest.authorize(request, random);
        }
    }

    /// Takes note of an answer; whether the same request can be sent again with an answer to the
    /// challenge in it, which is the call's `rounds`-th. A 401 says that it was not processed
    /// (RFC 9110, section 15.5.2).
    pub(super) fn answered(&self, uri: &Uri, head: &response::Parts, rounds: u32) -> bool {
        #[cfg(feature = "cookies")]
        if let Some(jar) = &self.jar {
            jar.keep(uri, &head.headers);
        }
        #[cfg(feature = "digest-auth")]
        if let Some(digest) = &self.digest
            && head.status == http::StatusCode::UNAUTHORIZED
        {
            return digest.challenged(uri, &head.headers, rounds);
        }
        false
    }
}

#[cfg(any(feature = "cookies", feature = "digest-auth"))]
impl Settings {
    /// Keeps the cookies that the server sets, and sends them back to the same scheme, host and
    /// port (RFC 6265), as services with sessions and load balancers ask for. The client and those
    /// made of it afterwards share them.
    ///
    /// ```
    /// # use wsdl2rs_runtime::client::blocking::Client;
    /// # use wsdl2rs_runtime::transport::recorded::Recorded;
    /// let client = Client::new(Recorded::default(), "https://quotes.example/")
    ///     .configure(|settings| settings.cookies());
    /// # let _ = client;
    /// ```
    #[cfg(feature = "cookies")]
    #[must_use]
    pub fn cookies(mut self) -> Self {
        self.state.jar = Some(Jar::default());
        self
    }

    /// Answers the challenges of HTTP Digest authentication (RFC 7616; RFC 2617) with user name and
    /// password: MD5, SHA-256 and SHA-512-256, each also as a session (`-sess`), and the protection
    /// `auth`, or `auth-int` where there is no other.
    ///
    /// The first request of a client is sent twice: without an answer, which the server refuses
    /// with its challenge, and with one. Further requests to the same origin answer the same
    /// challenge. It does not count as another attempt, for a refused request was not processed.
    /// The password itself is never sent.
    ///
    /// ```
    /// use wsdl2rs_runtime::client::Settings;
    /// use wsdl2rs_runtime::secret::Secret;
    ///
    /// let settings = Settings::new("https://quotes.example/")
    ///     .digest_auth("me", &Secret::new("the password"));
    /// # let _ = settings;
    /// ```
    #[cfg(feature = "digest-auth")]
    #[must_use]
    pub fn digest_auth(mut self, user: &str, password: &crate::secret::Secret) -> Self {
        let digest = crate::security::Digest::new(user, password);
        self.state.digest = Some(std::sync::Arc::new(digest));
        self
    }
}

impl fmt::Debug for HttpState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("HttpState");
        #[cfg(feature = "cookies")]
        shown.field("cookies", &self.jar.is_some());
        #[cfg(feature = "digest-auth")]
        shown.field("digest", &self.digest.is_some());
        shown.finish()
    }
}
