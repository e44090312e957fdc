//! Documents over HTTP, by `ureq`. The only file of the generator that names it.
//!
//! A document names others, and may be hostile: addresses of this machine and of private networks
//! are only called where the user's own URL is one, redirections are checked alike, and time and
//! size are bounded.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, ToSocketAddrs};
use std::time::Duration;

use ureq::Agent;
use ureq::http::{Uri, header};
use ureq::tls::{RootCerts, TlsConfig};

use super::{Get, Response};
use crate::source::Catalog;
use crate::source::uri::{Location, Reference};

/// How long a connection may take to be made, and a document to arrive.
const CONNECT: Duration = Duration::from_secs(10);
const ARRIVE: Duration = Duration::from_secs(60);
/// How many redirections are followed.
const REDIRECTIONS: usize = 5;

/// Gets documents over HTTP.
pub(crate) struct Http {
    agent: Agent,
    /// The most bytes that a document may have.
    limit: u64,
    /// Whether documents may name private addresses, since the user did.
    private: bool,
}

impl Http {
    /// For the contract at `url`, whose documents have at most `limit` bytes each.
    pub(crate) fn new(url: &str, limit: usize) -> Self {
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
        Self { agent: config.new_agent(), limit: limit as u64, private }
    }

    /// Whether a URL may be called.
    fn check(&self, url: &str, asked_for: bool) -> Result<(), String> {
        let uri: Uri = url.parse().map_err(|_| format!("`{url}` is not a URL"))?;
        if !matches!(uri.scheme_str(), Some("http" | "https")) {
            return Err("only http and https URLs are fetched".to_owned());
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
            let mut response = self.agent.get(&url).call().map_err(|error| error.to_string())?;
            let status = response.status();
            if status.is_redirection() {
                let location = response.headers().get(header::LOCATION);
                let location = location.and_then(|value| value.to_str().ok()).unwrap_or_default();
                url = redirected(&url, location).ok_or("it is redirected to nowhere")?;
                continue;
            }
            if !status.is_success() {
                return Err(format!("the server answers {status}"));
            }
            let body = response.body_mut().with_config().limit(self.limit).read_to_vec();
            let body = body.map_err(|error| error.to_string())?;
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
        let public = Http::new("http://93.184.216.34/a.wsdl", 1_000);
        let private = Http::new("http://127.0.0.1/a.wsdl", 1_000);
        let rows = [
            (&public, "http://127.0.0.1:1/", false, false),
            (&public, "http://[::1]:1/", false, false),
            (&public, "http://127.0.0.1:1/", true, true),
            (&private, "http://127.0.0.1:1/", false, true),
            (&private, "file:///etc/passwd", true, false),
            (&private, "not a url", true, false),
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
        let http = Http::new(&url, 1_000);
        let response = http.get(&format!("{url}/a"), true).expect("it is there");
        assert_eq!(response, Response { url: format!("{url}/b?wsdl"), body: b"<a/>".to_vec() });
        let missing = http.get(&url, true).expect_err("it is not there");
        assert_eq!(missing, "the server answers 404 Not Found");
        assert!(http.get(&url, true).is_err(), "it is too large");
    }
}
