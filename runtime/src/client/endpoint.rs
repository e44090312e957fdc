//! Where requests go: which URLs are taken, and how they are shown without what they hide.

use std::fmt;

use http::Uri;

/// The address of a service. Checked when it is set, reported when it is used.
#[derive(Clone)]
pub(crate) struct Endpoint(Result<Uri, EndpointError>);

/// Why an address is not one that a request can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EndpointError {
    /// It is not an absolute URL.
    NotAUrl,
    /// Its scheme is neither `http` nor `https`.
    Scheme,
    /// It holds a user name or password; `Settings::basic_auth` takes them.
    UserInformation,
    /// It is plain `http` to another machine, and the client holds credentials.
    Plain,
}

impl Endpoint {
    pub(crate) fn new(url: &str) -> Self {
        Self(parse(url))
    }

    /// The URL to send to; `confidential` where the request carries credentials.
    pub(crate) fn uri(&self, confidential: bool) -> Result<&Uri, EndpointError> {
        let uri = self.0.as_ref().map_err(|error| *error)?;
        let plain = uri.scheme() == Some(&http::uri::Scheme::HTTP);
        if confidential && plain && !uri.host().is_some_and(is_loopback) {
            return Err(EndpointError::Plain);
        }
        Ok(uri)
    }
}

fn parse(url: &str) -> Result<Uri, EndpointError> {
    // A fragment is the caller's, not the server's (RFC 9110, section 7.1).
    let url = url.trim().split('#').next().unwrap_or_default();
    let uri: Uri = url.parse().map_err(|_| EndpointError::NotAUrl)?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err(EndpointError::NotAUrl);
    };
    if scheme != "http" && scheme != "https" {
        return Err(EndpointError::Scheme);
    }
    if authority.as_str().contains('@') {
        return Err(EndpointError::UserInformation);
    }
    if authority.host().is_empty() {
        return Err(EndpointError::NotAUrl);
    }
    Ok(uri)
}

fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

/// Shows the URL without its query.
impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(uri) => f.write_str(&without_query(uri)),
            Err(error) => write!(f, "({error})"),
        }
    }
}

/// The URL with `?***` where it has a query.
pub(crate) fn without_query(uri: &Uri) -> String {
    let scheme = uri.scheme_str().unwrap_or_default();
    let authority = uri
        .authority()
        .map_or("", |authority| authority.as_str().rsplit('@').next().unwrap_or_default());
    let query = if uri.query().is_some() { "?***" } else { "" };
    format!("{scheme}://{authority}{}{query}", uri.path())
}

impl fmt::Display for EndpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAUrl => "it is not an absolute URL",
            Self::Scheme => "its scheme is neither http nor https",
            Self::UserInformation => {
                "it holds a user name or password; `Settings::basic_auth` takes them"
            }
            Self::Plain => {
                "plain http would show the client's credentials on the way; use https, or \
                 `Settings::allow_plain_http`"
            }
        })
    }
}

impl std::error::Error for EndpointError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_http_urls_are_endpoints() {
        use EndpointError::{NotAUrl, Plain, Scheme, UserInformation};
        let rows = [
            ("http://example.com/a?b", Ok(()), Err(Plain)),
            ("https://example.com", Ok(()), Ok(())),
            ("  https://example.com/a#part ", Ok(()), Ok(())),
            ("http://localhost:8080/", Ok(()), Ok(())),
            ("http://127.1.2.3/", Ok(()), Ok(())),
            ("http://[::1]:80/", Ok(()), Ok(())),
            ("http://localhost.example.com/", Ok(()), Err(Plain)),
            ("http://127.0.0.1.example.com/", Ok(()), Err(Plain)),
            ("http://10.0.0.1/", Ok(()), Err(Plain)),
            ("file:///etc/passwd", Err(NotAUrl), Err(NotAUrl)),
            ("file://server/share", Err(Scheme), Err(Scheme)),
            ("ftp://example.com/", Err(Scheme), Err(Scheme)),
            ("\\\\server\\share", Err(NotAUrl), Err(NotAUrl)),
            ("//example.com/", Err(NotAUrl), Err(NotAUrl)),
            ("/service", Err(NotAUrl), Err(NotAUrl)),
            ("example.com", Err(NotAUrl), Err(NotAUrl)),
            ("", Err(NotAUrl), Err(NotAUrl)),
            ("https://", Err(NotAUrl), Err(NotAUrl)),
            ("https://me:key@example.com/", Err(UserInformation), Err(UserInformation)),
        ];
        for (url, open, confidential) in rows {
            let endpoint = Endpoint::new(url);
            assert_eq!(endpoint.uri(false).map(drop), open, "{url}");
            assert_eq!(endpoint.uri(true).map(drop), confidential, "{url}");
        }
    }

    #[test]
    fn the_query_is_not_shown() {
        let endpoint = Endpoint::new("https://example.com:444/a?token=canary");
        assert_eq!(format!("{endpoint:?}"), "https://example.com:444/a?***");
    }
}
