//! What a server asks for: the challenges of `WWW-Authenticate` (RFC 9110, section 11.6.1), and of
//! those the first of HTTP Digest that can be answered (RFC 7616, section 3.3).

use http::HeaderMap;
use http::header::WWW_AUTHENTICATE;

/// A challenge of the scheme Digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Challenge {
    pub(super) realm: String,
    pub(super) nonce: String,
    pub(super) opaque: Option<String>,
    pub(super) algorithm: Algorithm,
    /// The algorithm as the server spells it; nothing where it says none, and means MD5.
    pub(super) algorithm_name: Option<String>,
    /// Whether the session's nonces are part of the key (`-sess`).
    pub(super) session: bool,
    pub(super) protection: Protection,
    /// Whether the user's name is to be hashed.
    pub(super) user_hash: bool,
    /// That only the nonce was too old.
    pub(super) stale: bool,
}

/// A hash function of RFC 7616, section 6.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Algorithm {
    Md5,
    Sha256,
    Sha512Of256,
}

/// What is covered (`qop`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protection {
    /// The form of RFC 2069, without a count.
    None,
    /// `auth`: method and URI.
    Head,
    /// `auth-int`: the body as well.
    Body,
}

/// The first challenge of a 401 that can be answered.
pub(super) fn find(headers: &HeaderMap) -> Option<Challenge> {
    headers.get_all(WWW_AUTHENTICATE).iter().find_map(|value| {
        let text = String::from_utf8_lossy(value.as_bytes());
        let challenges = parse(&text);
        let mut digests = challenges.iter().filter(|one| one.scheme.eq_ignore_ascii_case("digest"));
        digests.find_map(Scheme::digest)
    })
}

/// One challenge of any scheme.
struct Scheme<'t> {
    scheme: &'t str,
    parameters: Vec<(&'t str, String)>,
}

impl Scheme<'_> {
    fn parameter(&self, name: &str) -> Option<&str> {
        let mut all = self.parameters.iter();
        all.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }

    fn is_true(&self, name: &str) -> bool {
        self.parameter(name).is_some_and(|value| value.eq_ignore_ascii_case("true"))
    }

    fn digest(&self) -> Option<Challenge> {
        let algorithm_name = self.parameter("algorithm");
        let name = algorithm_name.unwrap_or("MD5").to_ascii_uppercase();
        let (name, session) =
            name.strip_suffix("-SESS").map_or((&*name, false), |name| (name, true));
        let algorithm = match name {
            "MD5" => Algorithm::Md5,
            "SHA-256" => Algorithm::Sha256,
            "SHA-512-256" => Algorithm::Sha512Of256,
            _ => return None,
        };
        let protection = match self.parameter("qop") {
            None => Protection::None,
            Some(list) => {
                let has =
                    |name: &str| list.split(',').any(|one| one.trim().eq_ignore_ascii_case(name));
                match (has("auth"), has("auth-int")) {
                    (true, _) => Protection::Head,
                    (false, true) => Protection::Body,
                    (false, false) => return None,
                }
            }
        };
        Some(Challenge {
            realm: self.parameter("realm")?.to_owned(),
            nonce: self.parameter("nonce")?.to_owned(),
            opaque: self.parameter("opaque").map(str::to_owned),
            algorithm,
            algorithm_name: algorithm_name.map(str::to_owned),
            session,
            protection,
            user_hash: self.is_true("userhash"),
            stale: self.is_true("stale"),
        })
    }
}

/// The challenges of one header. Commas separate them as well as their parameters; a name that no
/// `=` follows is a scheme.
fn parse(text: &str) -> Vec<Scheme<'_>> {
    let mut challenges: Vec<Scheme<'_>> = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        if rest.is_empty() {
            return challenges;
        }
        let end = rest.find(|c: char| !is_token(c)).unwrap_or(rest.len());
        if end == 0 {
            // The data of another scheme, which need not be tokens.
            rest = rest.trim_start_matches(|c: char| !is_token(c) && c != ' ' && c != ',');
            continue;
        }
        let (name, after) = rest.split_at(end);
        let Some(value) = after.trim_start().strip_prefix('=') else {
            challenges.push(Scheme { scheme: name, parameters: Vec::new() });
            rest = after;
            continue;
        };
        let (value, after) = take_value(value.trim_start());
        if let Some(challenge) = challenges.last_mut() {
            challenge.parameters.push((name, value));
        }
        rest = after;
    }
}

/// A token or a quoted string, and what is after it.
fn take_value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([',', ' ', '\t']).unwrap_or(text.len());
        return (text[..end].to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(chars.next().map(|(_, escaped)| escaped)),
            c => value.push(c),
        }
    }
    (value, "")
}

/// Whether a character may stand in a token (RFC 9110, section 5.6.2).
fn is_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn found(values: &[&str]) -> Option<Challenge> {
        let mut headers = HeaderMap::new();
        for value in values {
            let value = HeaderValue::from_bytes(value.as_bytes()).expect("a header value");
            headers.append(WWW_AUTHENTICATE, value);
        }
        find(&headers)
    }

    #[test]
    fn the_first_challenge_that_can_be_answered_is() {
        use Algorithm::{Md5, Sha256, Sha512Of256};
        use Protection::{Body, Head};
        type Row<'t> = (&'t [&'t str], Option<(&'t str, Algorithm, bool, Protection)>);
        let rows: [Row<'_>; 16] = [
            (&[], None),
            (&["Basic realm=\"r\""], None),
            (&["Digest realm=\"r\", nonce=\"n\""], Some(("n", Md5, false, Protection::None))),
            (&["digest REALM=r,NONCE=n,QOP=auth"], Some(("n", Md5, false, Head))),
            (
                &[
                    "Digest realm=\"r\", qop=\"auth, auth-int\", nonce=\"a,b\\\"c\", algorithm=MD5-sess",
                ],
                Some(("a,b\"c", Md5, true, Head)),
            ),
            (
                &[
                    "Basic realm=\"Digest nonce=\", Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"",
                ],
                Some(("n", Md5, false, Body)),
            ),
            (
                &[
                    "Digest realm=\"r\", nonce=\"1\", algorithm=SHA-256, qop=\"auth\"",
                    "Digest realm=\"r\", nonce=\"2\", algorithm=MD5, qop=\"auth\"",
                ],
                Some(("1", Sha256, false, Head)),
            ),
            (
                &[
                    "Digest realm=\"r\", nonce=\"1\", algorithm=SHA-3, Digest realm=\"r\", nonce=\"2\", algorithm=SHA-512-256-sess",
                ],
                Some(("2", Sha512Of256, true, Protection::None)),
            ),
            (
                &["Negotiate abc/def+==, Digest realm=r, nonce=n"],
                Some(("n", Md5, false, Protection::None)),
            ),
            (&["NTLM", "Digest realm=r, nonce = n"], Some(("n", Md5, false, Protection::None))),
            (&["Digest realm=\"r\", nonce=\"n"], Some(("n", Md5, false, Protection::None))),
            (&["Digest realm=\"r\", nonce=\"n\\"], Some(("n", Md5, false, Protection::None))),
            (&["Digest nonce=\"n\""], None),
            (&["Digest realm=\"r\""], None),
            (&["Digest realm=r, nonce=n, qop=other"], None),
            (&["=\"\u{e4}\", ,,= Digest"], None),
        ];
        for (values, expected) in rows {
            let found = found(values);
            let found = found.as_ref().map(|challenge| {
                let Challenge { nonce, algorithm, session, protection, .. } = challenge;
                (nonce.as_str(), *algorithm, *session, *protection)
            });
            assert_eq!(found, expected, "{values:?}");
        }
    }

    #[test]
    fn the_other_parameters_are_kept() {
        let challenge = found(&[
            "Digest realm=\"a b\", nonce=n, opaque=\"o\", userhash=true, stale=TRUE, domain=\"/\"",
        ])
        .expect("it can be answered");
        assert_eq!(challenge.realm, "a b");
        assert_eq!(challenge.opaque.as_deref(), Some("o"));
        assert_eq!(challenge.algorithm_name, None);
        assert!(challenge.user_hash && challenge.stale);
    }
}
