//! `wsdl2rs fetch` against servers of this machine, with and without TLS: what is written, what is
//! told when a server has something else, and what is not fetched.
#![expect(clippy::disallowed_methods, reason = "the program is run, and what it writes is read")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

const SERVICE: &str = r#"<d:definitions xmlns:d="http://schemas.xmlsoap.org/wsdl/"
 xmlns:x="http://www.w3.org/2001/XMLSchema"><d:types><x:schema><x:import namespace="urn:t"
 schemaLocation="t.xsd"/></x:schema></d:types></d:definitions>"#;
const TYPES: &str =
    r#"<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"/>"#;

/// What a server has: by path, the head of the answer after the version, and its body.
type Pages = Arc<Mutex<BTreeMap<&'static str, (String, String)>>>;

/// A server of this machine.
struct Server {
    url: String,
    pages: Pages,
    /// The heads of the requests.
    heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn new(tls: Option<ServerConfig>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let scheme = if tls.is_some() { "https" } else { "http" };
        let tls = tls.map(Arc::new);
        let pages = Pages::default();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let (own_pages, own_heads) = (Arc::clone(&pages), Arc::clone(&heads));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                match &tls {
                    None => answer(stream, &own_pages, &own_heads),
                    Some(tls) => {
                        let connection = ServerConnection::new(Arc::clone(tls));
                        let connection = connection.expect("the configuration holds");
                        answer(StreamOwned::new(connection, stream), &own_pages, &own_heads);
                    }
                }
            }
        });
        let server = Self { url: format!("{scheme}://{address}"), pages, heads };
        server.has("/a.wsdl", "200 OK", SERVICE);
        server.has("/t.xsd", "200 OK", TYPES);
        server
    }

    fn has(&self, path: &'static str, head: &str, body: &str) {
        let page = (head.to_owned(), body.to_owned());
        self.pages.lock().expect("no test failed").insert(path, page);
    }

    fn heads(&self) -> Vec<String> {
        self.heads.lock().expect("no test failed").clone()
    }
}

/// Answers one request; whoever leaves early has no answer.
fn answer(stream: impl Read + Write, pages: &Pages, heads: &Mutex<Vec<String>>) {
    let mut stream = BufReader::new(stream);
    let mut head = String::new();
    loop {
        let before = head.len();
        match stream.read_line(&mut head) {
            Ok(0) | Err(_) => return,
            Ok(_) if head[before..].trim().is_empty() => break,
            Ok(_) => {}
        }
    }
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    heads.lock().expect("no test failed").push(head);
    let page = pages.lock().expect("no test failed").get(path.as_str()).cloned();
    let (head, body) = page.unwrap_or_else(|| ("404 Not Found".to_owned(), String::new()));
    let length = body.len();
    let text =
        format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}");
    let _ = stream.get_mut().write_all(text.as_bytes());
    let _ = stream.get_mut().flush();
}

/// A folder, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("wsdl2rs-fetch-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("the temporary folder can be written");
        Self(path)
    }

    fn fetch(&self, arguments: &[&str], variables: &[(&str, &str)]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wsdl2rs"));
        command.current_dir(&self.0).arg("fetch").args(arguments).args(["-o", "wsdl"]);
        let Output { status, stdout, stderr } =
            command.envs(variables.iter().copied()).output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        (status.code().unwrap_or(-1), text(stdout), text(stderr))
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join("wsdl").join(name)).unwrap_or_default()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn what_was_fetched_is_locked_and_checked() {
    let (server, folder) = (Server::new(None), Folder::new("lock"));
    let url = format!("{}/a.wsdl", server.url);
    let (status, stdout, stderr) = folder.fetch(&[&url], &[]);
    assert_eq!((status, stderr.as_str()), (0, ""), "{stdout}");
    assert_eq!(folder.read("a.wsdl"), SERVICE);
    let lock = folder.read("fetch.lock");
    assert_eq!(lock.lines().count(), 3, "{lock}");
    assert!(lock.lines().nth(1).is_some_and(|line| line.ends_with(&format!("a.wsdl\t{url}"))));

    assert_eq!(folder.fetch(&["--check"], &[]), (0, String::new(), String::new()));
    server.has("/t.xsd", "200 OK", &TYPES.replace("urn:t\"/>", "urn:t\" version=\"2\"/>"));
    let (status, stdout, stderr) = folder.fetch(&["--check"], &[]);
    assert_eq!(status, 1, "{stderr}");
    assert!(stdout.starts_with("changed ") && stdout.contains("/t.xsd"), "{stdout}");
    assert_eq!(stderr, "error: 1 document differs from what was fetched\n");
    assert_eq!(folder.read("fetch.lock"), lock, "a check writes nothing");
    server.has("/t.xsd", "500 Broken", "");
    let (status, stdout, stderr) = folder.fetch(&["--check"], &[]);
    assert_eq!((status, stdout.as_str()), (3, ""), "{stderr}");
}

#[test]
fn authorization_goes_to_the_server_of_the_user() {
    let (server, other) = (Server::new(None), Server::new(None));
    let folder = Folder::new("authorization");
    let import = SERVICE.replace("\"t.xsd\"", &format!("\"{}/t.xsd\"", other.url));
    server.has("/a.wsdl", "200 OK", &import);
    let variable = ("WSDL2RS_FETCH_AUTHORIZATION", "Bearer a-secret");
    let (status, stdout, stderr) = folder.fetch(&[&format!("{}/a.wsdl", server.url)], &[variable]);
    assert_eq!(status, 0, "{stdout}{stderr}");
    let sent = |server: &Server| server.heads().concat().contains("Bearer a-secret");
    assert!(sent(&server) && !sent(&other));
    server.has("/a.wsdl", "401 Unauthorized", "");
    let (status, _, stderr) = folder.fetch(&[&format!("{}/a.wsdl", server.url)], &[]);
    assert!(status == 3 && stderr.contains("WSDL2RS_FETCH_AUTHORIZATION"), "{stderr}");
}

#[test]
fn redirections_lead_to_no_other_server() {
    let (server, other) = (Server::new(None), Server::new(None));
    let folder = Folder::new("redirections");
    server.has("/here", "302 Found\r\nLocation: /a.wsdl", "");
    server.has("/there", &format!("302 Found\r\nLocation: {}/a.wsdl", other.url), "");
    let (status, _, stderr) = folder.fetch(&[&format!("{}/here", server.url)], &[]);
    assert_eq!(status, 0, "{stderr}");
    let (status, _, stderr) = folder.fetch(&[&format!("{}/there", server.url)], &[]);
    assert!(status == 3 && stderr.contains("redirected to another server"), "{stderr}");
    assert_eq!(other.heads(), Vec::<String>::new());
}

/// A server with the certificate of `tests/tls`, which a CA of its own has signed.
fn tls_server() -> Server {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tls");
    let certificate = CertificateDer::from_pem_file(folder.join("server.pem"));
    let key = PrivateKeyDer::from_pem_file(folder.join("server.key"));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider has them")
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.expect("it is a certificate")],
            key.expect("it is a key"),
        );
    Server::new(Some(config.expect("key and certificate belong together")))
}

#[test]
fn tls_is_checked_and_kept() {
    let (server, plain) = (tls_server(), Server::new(None));
    let folder = Folder::new("tls");
    let url = format!("{}/a.wsdl", server.url);
    let ca = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tls/ca.pem");
    let trusted = ("SSL_CERT_FILE", ca.to_str().expect("it is Unicode"));
    let (status, _, stderr) = folder.fetch(&[&url], &[trusted]);
    assert_eq!(status, 0, "{stderr}");
    assert_eq!(folder.read("a.wsdl"), SERVICE);

    let (status, _, stderr) = folder.fetch(&[&url], &[]);
    assert_eq!(status, 3, "a certificate of nobody's was taken: {stderr}");

    let import = SERVICE.replace("\"t.xsd\"", &format!("\"{}/t.xsd\"", plain.url));
    server.has("/a.wsdl", "200 OK", &import);
    let (status, _, stderr) = folder.fetch(&[&url], &[trusted]);
    assert!(status == 3 && stderr.contains("--allow-http"), "{stderr}");
    assert_eq!(plain.heads(), Vec::<String>::new());
    let (status, _, stderr) = folder.fetch(&[&url, "--allow-http"], &[trusted]);
    assert_eq!(status, 0, "{stderr}");
}
