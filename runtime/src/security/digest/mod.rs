//! HTTP Digest authentication (RFC 7616, and RFC 2617 and 2069 before it): the password is never
//! sent, and a nonce that the server gave is used for further requests to the same origin.

mod challenge;
mod response;

use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::uri::{Authority, Scheme};
use http::{HeaderMap, Request, Uri};

use super::Random;
use crate::secret::Secret;
use challenge::Challenge;

/// Who answers challenges, and the challenge that was answered last.
pub(crate) struct Digest {
    user: Box<str>,
    password: Secret,
    session: Mutex<Option<Session>>,
}

/// A challenge that may be answered again.
struct Session {
    scheme: Option<Scheme>,
    authority: Option<Authority>,
    challenge: Challenge,
    count: u32,
    /// The nonce of the first answer. A session (`-sess`) has a key that is made of it, so that it
    /// stays the same (RFC 7616, section 3.4.2).
    client_nonce: Option<String>,
}

impl Session {
    fn is_for(&self, uri: &Uri) -> bool {
        self.scheme.as_ref() == uri.scheme() && self.authority.as_ref() == uri.authority()
    }
}

impl Digest {
    pub(crate) fn new(user: &str, password: &Secret) -> Self {
        Self { user: user.into(), password: password.clone(), session: Mutex::new(None) }
    }

    /// Answers the challenge that the origin of the request gave last, if it gave one.
    pub(crate) fn authorize(&self, request: &mut Request<Bytes>, random: &dyn Random) {
        let mut session = self.lock();
        let Some(session) = session.as_mut().filter(|session| session.is_for(request.uri())) else {
            return;
        };
        session.count = session.count.saturating_add(1);
        let kept = session.client_nonce.take().filter(|_| session.challenge.session);
        let client_nonce = kept.unwrap_or_else(|| {
            let mut bytes = [0; 16];
            random.fill(&mut bytes);
            response::hex(&bytes)
        });
        let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
        let call = response::Call {
            user: &self.user,
            password: &self.password,
            method: request.method().as_str(),
            uri: target,
            body: request.body(),
            count: session.count,
            client_nonce: &client_nonce,
        };
        if let Some(value) = response::authorization(&session.challenge, &call) {
            request.headers_mut().insert(AUTHORIZATION, value);
        }
        session.client_nonce = Some(client_nonce);
    }

    /// Takes the challenge of a 401 from this URL, which was the answer to so many attempts of one
    /// call. Whether another attempt can answer it: the first can, the second where only the nonce
    /// was too old.
    pub(crate) fn challenged(&self, uri: &Uri, headers: &HeaderMap, rounds: u32) -> bool {
        let challenge = challenge::find(headers)
            .filter(|challenge| rounds == 1 || (rounds == 2 && challenge.stale));
        let mut session = self.lock();
        *session = challenge.map(|challenge| Session {
            scheme: uri.scheme().cloned(),
            authority: uri.authority().cloned(),
            challenge,
            count: 0,
            client_nonce: None,
        });
        session.is_some()
    }

    fn lock(&self) -> MutexGuard<'_, Option<Session>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use http::header::WWW_AUTHENTICATE;

    use super::*;
    use crate::security::FixedRandom;

    fn authorized(digest: &Digest, url: &str) -> Option<String> {
        let mut request = Request::new(Bytes::new());
        *request.uri_mut() = url.parse().expect("a URL");
        digest.authorize(&mut request, &FixedRandom::new(0));
        let value = request.headers().get(AUTHORIZATION)?;
        Some(value.to_str().expect("it is ASCII").to_owned())
    }

    #[test]
    fn a_nonce_is_counted_and_goes_to_its_origin_alone() {
        let digest = Digest::new("me", &Secret::new("canary"));
        let url = "https://example.com/a?b";
        assert_eq!(authorized(&digest, url), None);
        let mut headers = HeaderMap::new();
        assert!(!digest.challenged(&url.parse().expect("a URL"), &headers, 1));
        let value = HeaderValue::from_static("Digest realm=r, nonce=n, qop=auth");
        headers.insert(WWW_AUTHENTICATE, value);
        assert!(digest.challenged(&url.parse().expect("a URL"), &headers, 1));
        for count in 1..4 {
            let found = authorized(&digest, url).expect("there is a challenge");
            assert!(found.contains(&format!("nc=0000000{count}, ")), "{found}");
            assert!(found.contains("uri=\"/a?b\""), "{found}");
            assert!(!found.contains("canary"), "{found}");
        }
        for other in ["http://example.com/a?b", "https://example.com:444/", "https://example.org/"]
        {
            assert_eq!(authorized(&digest, other), None, "{other}");
        }
    }

    #[test]
    fn a_session_keeps_its_nonce() {
        for (algorithm, same) in [("MD5", false), ("MD5-sess", true), ("SHA-256-sess", true)] {
            let digest = Digest::new("me", &Secret::new("canary"));
            let uri = Uri::from_static("https://example.com/");
            let text = format!("Digest realm=r, nonce=n, qop=auth, algorithm={algorithm}");
            let value = HeaderValue::from_str(&text).expect("a header value");
            assert!(digest.challenged(&uri, &HeaderMap::from_iter([(WWW_AUTHENTICATE, value)]), 1));
            let nonces = [1, 2].map(|byte| {
                let mut request = Request::new(Bytes::new());
                *request.uri_mut() = uri.clone();
                digest.authorize(&mut request, &FixedRandom::new(byte));
                let value = request.headers()[AUTHORIZATION].to_str().expect("it is ASCII");
                let start = value.find("cnonce=").expect("there is one");
                value[start..].split(',').next().map(str::to_owned)
            });
            assert_eq!(nonces[0] == nonces[1], same, "{algorithm}: {nonces:?}");
        }
    }

    #[test]
    fn a_wrong_password_is_not_tried_for_ever() {
        let uri = Uri::from_static("https://example.com/");
        let rows = [
            ("Digest realm=r, nonce=n", [true, false, false]),
            ("Digest realm=r, nonce=n, stale=true", [true, true, false]),
            ("Basic realm=r", [false, false, false]),
        ];
        for (value, expected) in rows {
            let digest = Digest::new("me", &Secret::new("canary"));
            let mut headers = HeaderMap::new();
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(value));
            let answers = [1, 2, 3].map(|round| digest.challenged(&uri, &headers, round));
            assert_eq!(answers, expected, "{value}");
        }
    }
}
