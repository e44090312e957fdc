//! Documents over HTTP, by `ureq`. The only file of the generator that names it.
//!
//! A document names others, and may be hostile: addresses of this machine and of private networks
//! are only called where the user's own URL is one, redirections stay on their server, what begins
//! with TLS goes on with it, and time and size are bounded, of each document and of all.

use std::cell::Cell;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, ToSocketAddrs};
use std::time::{Duration, Instant};

use ureq::Agent;
use ureq::http::{Uri, header};
use ureq::tls::{RootCerts, TlsConfig};

use super::{Get, Response};
use crate::source::Catalog;
use crate::source::uri::{Location, Reference};

/// How long a connection may take to be made, and a document to arrive.
const CONNECT: Duration = Duration::from_secs(10);
const ARRIVE: Duration = Duration::from_secs(60);
/// How long all documents may take together, and how many bytes they may have.
const ALL: Duration = Duration::from_secs(600);
const ALL_BYTES: u64 = 512 << 20;
/// How many redirections are followed.
const REDIRECTIONS: usize = 5;

/// Gets documents over HTTP.
pub(crate) struct Http {
    agent: Agent,
    /// The most bytes that a document may have.
    limit: u64,
    /// Whether documents may name private addresses, since the user did.
    private: bool,
    /// Whether documents may be had without TLS.
    plain: bool,
    /// What is sent to the server of the user's URL, and that server.
    authorization: Option<(Origin, String)>,
    /// How many bytes the documents may still have together.
    left: Cell<u64>,
    began: Instant,
}

/// What the user says of how documents may be had.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    /// Whether a contract that is had by https may name documents that are had by http.
    pub(crate) plain: bool,
    /// The value of the header `Authorization` for the server of the user's URL.
    pub(crate) authorization: Option<String>,
}

/// Scheme, host and port of a URL (RFC 6454, section 4).
type Origin = (String, String, u16);

fn origin(url: &str) -> Option<Origin> {
    let uri: Uri = url.parse().ok()?;
    let scheme = uri.scheme_str()?.to_ascii_lowercase();
    let port = uri.port_u16().unwrap_or(if scheme == "https" { 443 } else { 80 });
    Some((scheme, uri.host()?.to_ascii_lowercase(), port))
}

/// Whether a redirection stays on its server; from http to https of the same host it does.
fn stays(from: &str, to: &str) -> bool {
    let (Some(from), Some(to)) = (origin(from), origin(to)) else { return false };
    let is_upgrade = from.0 == "http" && to.0 == "https" && (from.2, to.2) == (80, 443);
    from == to || (from.1 == to.1 && is_upgrade)
}

impl Http {
    /// For the contract at `url`, whose documents have at most `limit` bytes each.
    pub(crate) fn new(url: &str, limit: usize, terms: Terms) -> Self {
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(ARRIVE))
            .user_agent(concat!("wsdl2rs/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls)
            .build();
        let private = url.parse().is_ok_and(|uri| is_private(&uri));
        // A user's own URL of http says that this is meant.
        let plain = terms.plain || url.to_ascii_lowercase().starts_with("http://");
        let authorization = origin(url).zip(terms.authorization);
        let (agent, began) = (config.new_agent(), Instant::now());
        let left = Cell::new(ALL_BYTES);
        Self { agent, limit: limit as u64, private, plain, authorization, left, began }
    }

    /// Whether a URL may be called.
    fn check(&self, url: &str, asked_for: bool) -> Result<(), String> {
        let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        match scheme.as_deref() {
            Some("file") => return Err("it is a file: give its path to `generate`".to_owned()),
            Some("http") if !self.plain => {
                return Err("it would come without TLS; --allow-http allows that".to_owned());
            }
            Some("http" | "https") => {}
            Some(_) => return Err("only http and https URLs are fetched".to_owned()),
            None => return Err("it is no URL, which begins with https://".to_owned()),
        }
        let uri: Uri = url.parse().map_err(|_| "it is no URL".to_owned())?;
        if self.began.elapsed() > ALL {
            let seconds = ALL.as_secs();
            return Err(format!("the documents took more than {seconds} seconds together"));
        }
        if !asked_for && !self.private && is_private(&uri) {
            return Err("it names an address of this machine or of a private network".to_owned());
        }
        Ok(())
    }
}

impl Get for Http {
    fn get(&self, url: &str, asked_for: bool) -> Result<Response, String> {
        let mut url = url.to_owned();
        for hop in 0..=REDIRECTIONS {
            self.check(&url, asked_for && hop == 0)?;
            let mut request = self.agent.get(&url);
            if let Some((server, value)) = &self.authorization
                && origin(&url).as_ref() == Some(server)
            {
                request = request.header(header::AUTHORIZATION, value);
            }
            let mut response = request.call().map_err(|error| error.to_string())?;
            let status = response.status();
            if status.is_redirection() {
                let location = response.headers().get(header::LOCATION);
                let location = location.and_then(|value| value.to_str().ok()).unwrap_or_default();
                let target = redirected(&url, location).ok_or("it is redirected to nowhere")?;
                if !stays(&url, &target) {
                    return Err(format!("it is redirected to another server, to `{target}`"));
                }
                url = target;
                continue;
            }
            if status.as_u16() == 401 {
                let hint = "the variable WSDL2RS_FETCH_AUTHORIZATION is sent as the header";
                return Err(format!("the server answers {status}; {hint}"));
            }
            if !status.is_success() {
                return Err(format!("the server answers {status}"));
            }
            let limit = self.limit.min(self.left.get());
            let body = response.body_mut().with_config().limit(limit).read_to_vec();
            let body = body.map_err(|error| error.to_string())?;
            self.left.set(self.left.get().saturating_sub(body.len() as u64));
            return Ok(Response { url, body });
        }
        Err(format!("it is redirected more than {REDIRECTIONS} times"))
    }
}

/// Where a redirection leads.
fn redirected(url: &str, location: &str) -> Option<String> {
    let base = Location::Catalogued { uri: url.to_owned(), path: String::new() };
    match base.resolve(location, &Catalog::default()) {
        Reference::Remote(url) => Some(url),
        Reference::Files(files) => files.into_iter().find_map(|file| match file {
            Location::Catalogued { uri, .. } => Some(uri),
            Location::File { .. } | Location::Shipped { .. } => None,
        }),
        Reference::Itself | Reference::Mapped(_) | Reference::Refused(_) => None,
    }
}

/// Whether the host of a URL has an address that is not of the public network. A host that has
/// none has none to hide: calling it fails.
fn is_private(uri: &Uri) -> bool {
    let Some(host) = uri.host() else { return false };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let port = uri.port_u16().unwrap_or(80);
    let addresses = (host, port).to_socket_addrs();
    addresses.is_ok_and(|mut addresses| addresses.any(|address| !is_public(address.ip())))
}

/// Whether an address is one of the public network (RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => is_public_v4(address),
            None => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let is_shared = first == 100 && (64..128).contains(&second);
    let is_special = first == 0 || first >= 240 || address.is_multicast();
    let is_local = address.is_private() || address.is_loopback() || address.is_link_local();
    !(is_shared || is_special || is_local || address.is_documentation())
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let is_local = address.is_unique_local() || address.is_unicast_link_local();
    let is_special = address.is_loopback() || address.is_unspecified() || address.is_multicast();
    !(is_local || is_special)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn private_addresses_are_known() {
        let rows = [
            ("93.184.216.34", true),
            ("127.0.0.1", false),
            ("10.1.2.3", false),
            ("169.254.169.254", false),
            ("100.64.0.1", false),
            ("0.0.0.0", false),
            ("2606:2800:220:1::1", true),
            ("::1", false),
            ("fe80::1", false),
            ("fd00::1", false),
            ("::ffff:192.168.0.1", false),
        ];
        for (address, public) in rows {
            assert_eq!(address.parse().map(is_public), Ok(public), "{address}");
        }
    }

    #[test]
    fn documents_may_not_name_private_addresses() {
        let http = |url: &str| Http::new(url, 1_000, Terms::default());
        let public = http("http://93.184.216.34/a.wsdl");
        let private = http("http://127.0.0.1/a.wsdl");
        let secure = http("https://93.184.216.34/a.wsdl");
        let rows = [
            (&public, "http://127.0.0.1:1/", false, false),
            (&public, "http://[::1]:1/", false, false),
            (&public, "http://127.0.0.1:1/", true, true),
            (&private, "http://127.0.0.1:1/", false, true),
            (&private, "file:///etc/passwd", true, false),
            (&private, "not a url", true, false),
            (&secure, "http://93.184.216.34/b.xsd", false, false),
            (&secure, "https://93.184.216.34/b.xsd", false, true),
        ];
        for (http, url, asked_for, allowed) in rows {
            assert_eq!(http.check(url, asked_for).is_ok(), allowed, "{url}");
        }
    }

    /// Serves these answers on a port of this machine, one for each connection.
    fn serve(answers: Vec<String>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        std::thread::spawn(move || {
            for answer in answers {
                let (mut stream, _) = listener.accept().expect("someone connects");
                let mut request = [0; 4_096];
                let _ = stream.read(&mut request);
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        format!("http://{address}")
    }

    fn answer(status: &str, head: &str, body: &str) -> String {
        let length = body.len();
        format!(
            "HTTP/1.1 {status}\r\n{head}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        )
    }

    #[test]
    fn redirections_are_followed_and_sizes_kept() {
        let url = serve(vec![
            answer("302 Found", "Location: /b?wsdl\r\n", ""),
            answer("200 OK", "", "<a/>"),
            answer("404 Not Found", "", "no"),
            answer("200 OK", "", &"x".repeat(2_000)),
        ]);
        let http = Http::new(&url, 1_000, Terms::default());
        let response = http.get(&format!("{url}/a"), true).expect("it is there");
        assert_eq!(response, Response { url: format!("{url}/b?wsdl"), body: b"<a/>".to_vec() });
        let missing = http.get(&url, true).expect_err("it is not there");
        assert_eq!(missing, "the server answers 404 Not Found");
        assert!(http.get(&url, true).is_err(), "it is too large");
    }

    #[test]
    fn redirections_stay_on_their_server() {
        let rows = [
            ("http://h/a", "http://h/b", true),
            ("http://h/a", "http://H:80/b", true),
            ("http://h/a", "https://h/b", true),
            ("https://h/a", "http://h/b", false),
            ("http://h/a", "http://other/b", false),
            ("http://h/a", "http://h:8080/b", false),
            ("http://h:8080/a", "https://h/b", false),
        ];
        for (from, to, expected) in rows {
            assert_eq!(stays(from, to), expected, "{from} to {to}");
        }
    }
}
