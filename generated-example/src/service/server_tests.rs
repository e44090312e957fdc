//! The server keeps to its bounds, and ends when it is dropped.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use super::*;

fn send(server: &Server, head: &str, body: &[u8]) -> String {
    let mut stream = TcpStream::connect(server.address).expect("the server listens");
    stream.write_all(head.as_bytes()).expect("the head is small");
    // The server may have answered, and closed the connection, before it has all of the body.
    let _ = stream.write_all(body);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned()
}

#[test]
fn a_request_is_bounded() {
    let server = Server::demo().expect("there is a loopback interface");
    let post = |length: usize| {
        format!("POST /ast HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n")
    };
    let many_headers = format!("POST /ast HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(200));
    let rows = [
        (post(3), 3, "HTTP/1.1 500 Internal Server Error"),
        (post(MOST_BYTES), MOST_BYTES, "HTTP/1.1 500 Internal Server Error"),
        (post(MOST_BYTES + 1), MOST_BYTES + 1, "HTTP/1.1 413 Payload Too Large"),
        (many_headers, 0, "HTTP/1.1 431 Request Header Fields Too Large"),
        ("GET /ast HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(), 0, "HTTP/1.1 405 Method Not Allowed"),
        ("nonsense\r\n\r\n".to_owned(), 0, "HTTP/1.1 400 Bad Request"),
    ];
    for (head, length, status) in rows {
        assert_eq!(send(&server, &head, &vec![b' '; length]), status, "{head}");
    }
}

#[test]
fn nobody_listens_once_it_is_dropped() {
    let server = Server::demo().expect("there is a loopback interface");
    let address = server.address;
    assert!(address.ip().is_loopback());
    drop(server);
    assert!(TcpStream::connect(address).is_err());
}
