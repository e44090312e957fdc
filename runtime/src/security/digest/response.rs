//! The answer to a challenge: the value of `Authorization` (RFC 7616, section 3.4).

use std::fmt::Write as _;

use http::HeaderValue;
use md5::Md5;
use sha2::digest::Digest;
use sha2::{Sha256, Sha512_256};
use zeroize::Zeroizing;

use super::challenge::{Algorithm, Challenge, Protection};
use crate::secret::Secret;

/// What is to be sent, and by whom.
pub(super) struct Call<'a> {
    pub(super) user: &'a str,
    pub(super) password: &'a Secret,
    pub(super) method: &'a str,
    /// Path and query, as the first line of the request has them.
    pub(super) uri: &'a str,
    pub(super) body: &'a [u8],
    /// How often the nonce has been used, this time counted.
    pub(super) count: u32,
    pub(super) client_nonce: &'a str,
}

/// The header value; `None` where the challenge holds what no header can carry.
pub(super) fn authorization(challenge: &Challenge, call: &Call<'_>) -> Option<HeaderValue> {
    let mut text = String::from("Digest ");
    if challenge.user_hash {
        let name = [call.user, ":", &challenge.realm];
        let _ = write!(text, "username=\"{}\"", challenge.hash(&name.map(str::as_bytes)));
    } else if call.user.is_ascii() {
        quoted(&mut text, "username", call.user);
    } else {
        extended(&mut text, call.user);
    }
    text.push_str(", ");
    quoted(&mut text, "realm", &challenge.realm);
    text.push_str(", ");
    quoted(&mut text, "nonce", &challenge.nonce);
    text.push_str(", ");
    quoted(&mut text, "uri", call.uri);
    if let Some(name) = &challenge.algorithm_name {
        let _ = write!(text, ", algorithm={name}");
    }
    let protection = match challenge.protection {
        Protection::None => None,
        Protection::Head => Some("auth"),
        Protection::Body => Some("auth-int"),
    };
    if let Some(protection) = protection {
        let Call { count, client_nonce, .. } = call;
        let _ = write!(text, ", qop={protection}, nc={count:08x}, cnonce=\"{client_nonce}\"");
    } else if challenge.session {
        let _ = write!(text, ", cnonce=\"{}\"", call.client_nonce);
    }
    let _ = write!(text, ", response=\"{}\"", response(challenge, call));
    if let Some(opaque) = &challenge.opaque {
        text.push_str(", ");
        quoted(&mut text, "opaque", opaque);
    }
    if challenge.user_hash {
        text.push_str(", userhash=true");
    }
    let mut value = HeaderValue::from_bytes(text.as_bytes()).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// RFC 7616, sections 3.4.1 to 3.4.3.
fn response(challenge: &Challenge, call: &Call<'_>) -> String {
    let colon = b":".as_slice();
    let nonce = challenge.nonce.as_bytes();
    let client_nonce = call.client_nonce.as_bytes();
    let password = call.password.expose().as_bytes();
    let mut key = Zeroizing::new(challenge.hash(&[
        call.user.as_bytes(),
        colon,
        challenge.realm.as_bytes(),
        colon,
        password,
    ]));
    if challenge.session {
        let session = [key.as_bytes(), colon, nonce, colon, client_nonce];
        let session = challenge.hash(&session);
        key = Zeroizing::new(session);
    }
    let (method, uri) = (call.method.as_bytes(), call.uri.as_bytes());
    let target = match challenge.protection {
        Protection::None | Protection::Head => challenge.hash(&[method, colon, uri]),
        Protection::Body => {
            let body = challenge.hash(&[call.body]);
            challenge.hash(&[method, colon, uri, colon, body.as_bytes()])
        }
    };
    let count = format!("{:08x}", call.count);
    let (key, target) = (key.as_bytes(), target.as_bytes());
    let with_count = |protection: &str| {
        let parts = [key, colon, nonce, colon, count.as_bytes(), colon, client_nonce, colon];
        let mut parts = Vec::from(parts);
        parts.extend([protection.as_bytes(), colon, target]);
        challenge.hash(&parts)
    };
    match challenge.protection {
        Protection::None => challenge.hash(&[key, colon, nonce, colon, target]),
        Protection::Head => with_count("auth"),
        Protection::Body => with_count("auth-int"),
    }
}

impl Challenge {
    /// The hash of the parts in hexadecimal.
    fn hash(&self, parts: &[&[u8]]) -> String {
        match self.algorithm {
            Algorithm::Md5 => hash::<Md5>(parts),
            Algorithm::Sha256 => hash::<Sha256>(parts),
            Algorithm::Sha512Of256 => hash::<Sha512_256>(parts),
        }
    }
}

fn hash<D: Digest>(parts: &[&[u8]]) -> String {
    let mut digest = D::new();
    for part in parts {
        digest.update(part);
    }
    hex(&digest.finalize())
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A parameter as a quoted string (RFC 9110, section 5.6.4).
fn quoted(text: &mut String, name: &str, value: &str) {
    let _ = write!(text, "{name}=\"");
    for c in value.chars() {
        if matches!(c, '"' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text.push('"');
}

/// A user name outside of ASCII (RFC 8187, section 3.2).
fn extended(text: &mut String, user: &str) {
    text.push_str("username*=UTF-8''");
    for byte in user.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RFC_7616: &str = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";

    fn challenge(algorithm: Algorithm, name: Option<&str>, protection: Protection) -> Challenge {
        Challenge {
            realm: "http-auth@example.org".to_owned(),
            nonce: RFC_7616.to_owned(),
            opaque: Some("FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS".to_owned()),
            algorithm,
            algorithm_name: name.map(str::to_owned),
            session: name.is_some_and(|name| name.ends_with("-sess")),
            protection,
            user_hash: false,
            stale: false,
        }
    }

    fn answer(challenge: &Challenge, user: &str, password: &str, uri: &str, nonce: &str) -> String {
        let call = Call {
            user,
            password: &Secret::new(password),
            method: "GET",
            uri,
            body: b"<a/>",
            count: 1,
            client_nonce: nonce,
        };
        let value = authorization(challenge, &call).expect("a header value");
        assert!(value.is_sensitive());
        String::from_utf8(value.as_bytes().to_vec()).expect("it is text")
    }

    /// RFC 7616, section 3.9.1, and its values with the other forms of the same challenge.
    #[test]
    fn the_examples_of_the_specification_are_answered() {
        use Algorithm::{Md5, Sha256};
        use Protection::{Body, Head};
        let rows = [
            (Md5, Some("MD5"), Head, "8ca523f5e9506fed4657c9700eebdbec"),
            (Md5, Some("MD5-sess"), Head, MD5_SESSION),
            (Md5, Some("MD5"), Body, MD5_BODY),
            (
                Sha256,
                Some("SHA-256"),
                Head,
                "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
            ),
            (Sha256, Some("SHA-256-sess"), Head, SHA_SESSION),
            (Sha256, Some("SHA-256"), Body, SHA_BODY),
        ];
        let nonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        for (algorithm, name, protection, expected) in rows {
            let challenge = challenge(algorithm, name, protection);
            let found = answer(&challenge, "Mufasa", "Circle of Life", "/dir/index.html", nonce);
            let qop = if protection == Head { "auth" } else { "auth-int" };
            let name = name.expect("every row has one");
            assert_eq!(
                found,
                format!(
                    "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", \
                     nonce=\"{RFC_7616}\", uri=\"/dir/index.html\", algorithm={name}, qop={qop}, \
                     nc=00000001, cnonce=\"{nonce}\", response=\"{expected}\", \
                     opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""
                )
            );
        }
    }

    const MD5_SESSION: &str = "e783283f46242139c486a698fec7211d";
    const MD5_BODY: &str = "a92e34f2930b29343aac1acf6d0f1144";
    const SHA_SESSION: &str = "2fd51b3a77ad75bad6afad6003e818d767133c46d9e2749e7f5232ae1ea3efd7";
    const SHA_BODY: &str = "c18659181de52235c2f92048b361d1292aba9b08fae1c0e119ce099f41fb5dbe";

    /// RFC 2617, section 3.5, and the same without `qop`, as RFC 2069 has it.
    #[test]
    fn the_older_forms_are_answered() {
        let mut challenge = challenge(Algorithm::Md5, None, Protection::Head);
        challenge.realm = "testrealm@host.com".to_owned();
        challenge.nonce = "dcd98b7102dd2f0e8b11d0f600bfb0c093".to_owned();
        challenge.opaque = None;
        let call = |challenge: &Challenge| {
            answer(challenge, "Mufasa", "Circle Of Life", "/dir/index.html", "0a4f113b")
        };
        let start = "Digest username=\"Mufasa\", realm=\"testrealm@host.com\", \
            nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\", ";
        assert_eq!(
            call(&challenge),
            format!(
                "{start}qop=auth, nc=00000001, cnonce=\"0a4f113b\", \
                 response=\"6629fae49393a05397450978507c4ef1\""
            )
        );
        challenge.protection = Protection::None;
        assert_eq!(
            call(&challenge),
            format!("{start}response=\"670fd8c2df070c60b045671b8b24ff02\"")
        );
    }

    /// The user, realm and password of RFC 7616, section 3.9.2; the hashes are those of another
    /// implementation, for the ones printed there are of another function (erratum 4897).
    #[test]
    fn a_user_is_hashed_or_encoded() {
        let mut challenge =
            challenge(Algorithm::Sha512Of256, Some("SHA-512-256"), Protection::Head);
        challenge.realm = "api@example.org".to_owned();
        challenge.nonce = "5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK".to_owned();
        challenge.user_hash = true;
        let call = |challenge: &Challenge| {
            let nonce = "NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm";
            answer(challenge, "J\u{e4}s\u{f8}n Doe", "Secret, or not?", "/doe.json", nonce)
        };
        let found = call(&challenge);
        let user = "793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b";
        let response = "7a4e1192babbba02e91182d2895bfdbf7adafc6e48d4e517ca301974843d840c";
        assert!(found.starts_with(&format!("Digest username=\"{user}\", ")), "{found}");
        assert!(found.contains(&format!("response=\"{response}\"")), "{found}");
        assert!(found.ends_with(", userhash=true"), "{found}");
        challenge.user_hash = false;
        let found = call(&challenge);
        assert!(found.starts_with("Digest username*=UTF-8''J%C3%A4s%C3%B8n%20Doe, "), "{found}");
    }

    #[test]
    fn nothing_leaves_its_quotes() {
        let mut challenge = challenge(Algorithm::Md5, None, Protection::None);
        challenge.realm = "a\"b\\c".to_owned();
        let found = answer(&challenge, "d\"e", "", "/", "");
        assert!(
            found.starts_with("Digest username=\"d\\\"e\", realm=\"a\\\"b\\\\c\", "),
            "{found}"
        );
        let line = Call {
            user: "a\r\nb",
            password: &Secret::new(""),
            method: "GET",
            uri: "/",
            body: b"",
            count: 1,
            client_nonce: "",
        };
        assert_eq!(authorization(&challenge, &line), None);
    }
}
