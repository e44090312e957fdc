//! The cookies of a client (RFC 6265), which go back to the origin that set them and nowhere else:
//! a client talks to one service, so that the attribute `Domain` is not followed.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use cookie::Cookie;
use http::header::{COOKIE, SET_COOKIE};
use http::uri::{Authority, Scheme};
use http::{HeaderMap, HeaderValue, Uri};

/// Cookies that are kept of all origins; the oldest goes first.
const KEPT: usize = 200;
/// Bytes of a cookie with its attributes (RFC 6265, section 6.1).
const LONGEST: usize = 4096;

/// The cookies that all copies of a client share.
#[derive(Clone, Default)]
pub(super) struct Jar(Arc<Mutex<Vec<Kept>>>);

/// A cookie and whose it is.
struct Kept {
    scheme: Option<Scheme>,
    authority: Option<Authority>,
    name: String,
    value: String,
    path: String,
    expires: Option<SystemTime>,
}

impl Jar {
    /// Adds the cookies for `uri` to the header `Cookie`, behind what the caller has there.
    pub(super) fn attach(&self, uri: &Uri, headers: &mut HeaderMap) {
        let now = SystemTime::now();
        let mut kept = self.lock();
        kept.retain(|cookie| cookie.expires.is_none_or(|expires| expires > now));
        let mut own: Vec<&Kept> = kept.iter().filter(|cookie| cookie.is_for(uri)).collect();
        if own.is_empty() {
            return;
        }
        // Section 5.4: the longest path first; of the same length, the oldest.
        own.sort_by_key(|cookie| std::cmp::Reverse(cookie.path.len()));
        let given = headers.get(COOKIE).map(|value| value.as_bytes().to_vec());
        let pairs =
            own.iter().map(|cookie| format!("{}={}", cookie.name, cookie.value).into_bytes());
        let text = given.into_iter().chain(pairs).collect::<Vec<_>>().join(&b"; "[..]);
        if let Ok(mut value) = HeaderValue::from_bytes(&text) {
            value.set_sensitive(true);
            headers.insert(COOKIE, value);
        }
    }

    /// Keeps the cookies that an answer from `uri` sets.
    pub(super) fn keep(&self, uri: &Uri, headers: &HeaderMap) {
        for value in headers.get_all(SET_COOKIE) {
            let Ok(text) = value.to_str() else { continue };
            if text.len() > LONGEST {
                continue;
            }
            let Ok(cookie) = Cookie::parse(text) else { continue };
            self.keep_one(uri, &cookie);
        }
    }

    fn keep_one(&self, uri: &Uri, cookie: &Cookie<'_>) {
        let is_foreign = cookie.domain().is_some_and(|domain| !is_host(uri, domain));
        // A cookie that is to be kept from plain http was not set over it by its owner.
        let is_forged = cookie.secure() == Some(true) && uri.scheme() == Some(&Scheme::HTTP);
        if is_foreign || is_forged || cookie.name().is_empty() {
            return;
        }
        let path = cookie.path().filter(|path| path.starts_with('/'));
        let path = path.map_or_else(|| default_path(uri.path()), str::to_owned);
        let now = SystemTime::now();
        // A time that the clock cannot express is as good as none.
        let expires = match (cookie.max_age(), cookie.expires_datetime()) {
            (Some(age), _) => now.checked_add(Duration::try_from(age).unwrap_or_default()),
            (None, Some(date)) => {
                let seconds = u64::try_from(date.unix_timestamp()).unwrap_or_default();
                SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
            }
            (None, None) => None,
        };
        let mut kept = self.lock();
        kept.retain(|old| !(old.is_of(uri) && old.name == cookie.name() && old.path == path));
        if expires.is_some_and(|expires| expires <= now) {
            return;
        }
        if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push(Kept {
            scheme: uri.scheme().cloned(),
            authority: uri.authority().cloned(),
            name: cookie.name().to_owned(),
            value: cookie.value().to_owned(),
            path,
            expires,
        });
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn is_of(&self, uri: &Uri) -> bool {
        self.scheme.as_ref() == uri.scheme() && self.authority.as_ref() == uri.authority()
    }

    /// Section 5.1.4: the path is the cookie's, or lies below it.
    fn is_for(&self, uri: &Uri) -> bool {
        let rest = uri.path().strip_prefix(&*self.path);
        let below =
            |rest: &str| rest.is_empty() || rest.starts_with('/') || self.path.ends_with('/');
        self.is_of(uri) && rest.is_some_and(below)
    }
}

/// Whether the host of a URL lies in a domain (section 5.1.3).
fn is_host(uri: &Uri, domain: &str) -> bool {
    let host = uri.host().unwrap_or_default().to_ascii_lowercase();
    let domain = domain.trim_start_matches('.').to_ascii_lowercase();
    let rest = host.strip_suffix(&domain);
    rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Section 5.1.4: the path up to its last slash.
fn default_path(path: &str) -> String {
    match path.rfind('/') {
        Some(0) | None => "/".to_owned(),
        Some(end) => path[..end].to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(from: &str, cookies: &[&str], to: &str) -> Option<String> {
        let jar = Jar::default();
        let mut headers = HeaderMap::new();
        for cookie in cookies {
            let value = HeaderValue::from_str(cookie).expect("a header value");
            headers.append(SET_COOKIE, value);
        }
        jar.keep(&from.parse().expect("a URL"), &headers);
        let mut headers = HeaderMap::new();
        jar.attach(&to.parse().expect("a URL"), &mut headers);
        let value = headers.get(COOKIE)?;
        assert!(value.is_sensitive());
        Some(value.to_str().expect("it is ASCII").to_owned())
    }

    #[test]
    fn cookies_go_back_to_where_they_came_from() {
        const HERE: &str = "https://example.com/soap/quotes";
        type Row<'t> = (&'t str, &'t [&'t str], &'t str, Option<&'t str>);
        let rows: [Row<'_>; 24] = [
            (HERE, &[], HERE, None),
            (HERE, &["a=1"], HERE, Some("a=1")),
            (HERE, &["a=1; HttpOnly; Secure; SameSite=Lax", "b=2"], HERE, Some("a=1; b=2")),
            (HERE, &["a=1", "a=2"], HERE, Some("a=2")),
            (HERE, &["a=1", "a=; Max-Age=0"], HERE, None),
            (HERE, &["a=1; Max-Age=-5"], HERE, None),
            (HERE, &["a=1; Max-Age=9223372036854775807"], HERE, Some("a=1")),
            (HERE, &["a=1; Expires=Mon, 01 Jan 1500 00:00:00 GMT"], HERE, None),
            (HERE, &["a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT"], HERE, None),
            (HERE, &["a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT"], HERE, Some("a=1")),
            (HERE, &["a=1"], "https://example.com/soap", Some("a=1")),
            (HERE, &["a=1"], "https://example.com/soapy", None),
            (HERE, &["a=1; Path=/"], "https://example.com/other", Some("a=1")),
            (HERE, &["a=1; Path=other"], "https://example.com/soap/other", Some("a=1")),
            (HERE, &["a=1; Path=/", "b=2; Path=/soap"], HERE, Some("b=2; a=1")),
            (HERE, &["a=1; Path=/"], "https://www.example.com/soap", None),
            (HERE, &["a=1; Path=/"], "https://example.com:444/soap", None),
            (HERE, &["a=1; Path=/"], "http://example.com/soap", None),
            (HERE, &["a=1; Domain=.EXAMPLE.com"], HERE, Some("a=1")),
            (HERE, &["a=1; Domain=ample.com", "b=2; Domain=other.example"], HERE, None),
            ("http://example.com/", &["a=1"], "http://example.com/", Some("a=1")),
            ("http://example.com/", &["a=1; Secure"], "http://example.com/", None),
            (HERE, &["=1", "no pair", ""], HERE, None),
            (HERE, &["a=\"q\"; path=\"/\""], HERE, Some("a=\"q\"")),
        ];
        for (from, cookies, to, expected) in rows {
            assert_eq!(kept(from, cookies, to).as_deref(), expected, "{from} {cookies:?} {to}");
        }
        let long = format!("a={}", "x".repeat(LONGEST));
        assert_eq!(kept(HERE, &[&long], HERE), None);
    }

    #[test]
    fn a_jar_has_a_bottom() {
        let many: Vec<String> = (0..KEPT + 5).map(|index| format!("c{index}=1")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let found = kept("https://example.com/", &many, "https://example.com/").expect("cookies");
        assert_eq!(found.split("; ").count(), KEPT);
        assert!(!found.contains("c4=") && found.contains("c5="), "{found}");
    }

    #[test]
    fn the_cookies_of_the_caller_stay() {
        let jar = Jar::default();
        let uri = Uri::from_static("https://example.com/");
        let mut headers = HeaderMap::new();
        headers.insert(SET_COOKIE, HeaderValue::from_static("a=1"));
        jar.clone().keep(&uri, &headers);
        headers.insert(COOKIE, HeaderValue::from_static("own=2"));
        jar.attach(&uri, &mut headers);
        assert_eq!(headers[COOKIE], "own=2; a=1");
    }
}
