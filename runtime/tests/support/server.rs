//! Servers on the loopback interface that answer with bytes as they are told.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What a server does with one connection, once it has read a request.
#[derive(Clone)]
pub enum Act {
    /// Sends these bytes and closes the connection.
    Send(Vec<u8>),
    /// Sends the pieces with a pause before each, until the other side has had enough.
    Drip(Vec<Vec<u8>>, Duration),
    /// Sends this again and again.
    Forever(Vec<u8>, Vec<u8>),
    /// Sends these bytes, keeps the connection open, and acts again on the next request of it.
    Then(Vec<u8>, Box<Act>),
    /// Closes the connection without an answer.
    Close,
    /// Closes it without having read, so that the other side is reset.
    Reset,
}

/// A server with an act for each connection; the last one goes on.
pub struct Server {
    pub url: String,
    requests: Requests,
    connections: Arc<AtomicUsize>,
}

type Requests = Arc<Mutex<Vec<Vec<u8>>>>;

impl Server {
    pub fn start(acts: Vec<Act>) -> Self {
        Self::start_with(acts, |stream| stream)
    }

    /// A server that does something with each connection first, such as a TLS handshake.
    pub fn start_with<S: Read + Write>(
        acts: Vec<Act>,
        wrap: impl Fn(TcpStream) -> S + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("the loopback interface is there");
        let address = listener.local_addr().expect("it is bound");
        let requests = Requests::default();
        let seen = Arc::clone(&requests);
        let wrap = Arc::new(wrap);
        let connections = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&connections);
        thread::spawn(move || {
            for (index, stream) in listener.incoming().flatten().enumerate() {
                count.fetch_add(1, Ordering::SeqCst);
                let act = acts[index.min(acts.len() - 1)].clone();
                let (seen, wrap) = (Arc::clone(&seen), Arc::clone(&wrap));
                thread::spawn(move || serve(wrap(stream), act, &seen));
            }
        });
        Self { url: format!("http://{address}/quotes?token=canary"), requests, connections }
    }

    /// How many connections there were.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// The requests that were read, heads and bodies.
    pub fn requests(&self) -> Vec<String> {
        let requests = self.requests.lock().expect("no thread panicked with it");
        requests.iter().map(|request| String::from_utf8_lossy(request).into_owned()).collect()
    }
}

fn serve(mut stream: impl Read + Write, act: Act, seen: &Mutex<Vec<Vec<u8>>>) {
    if let Act::Reset = act {
        // Unread bytes make the system answer with a reset.
        thread::sleep(Duration::from_millis(50));
        return;
    }
    let request = read_request(&mut stream);
    if request.is_empty() {
        return;
    }
    seen.lock().expect("no thread panicked with it").push(request);
    let _ = match act {
        Act::Send(bytes) => stream.write_all(&bytes),
        Act::Drip(pieces, pause) => pieces.iter().try_for_each(|piece| {
            thread::sleep(pause);
            stream.write_all(piece)
        }),
        Act::Forever(head, piece) => {
            stream.write_all(&head).and_then(|()| loop_forever(&mut stream, &piece))
        }
        Act::Then(bytes, next) => {
            if stream.write_all(&bytes).and_then(|()| stream.flush()).is_ok() {
                serve(stream, *next, seen);
            }
            return;
        }
        Act::Close | Act::Reset => Ok(()),
    };
    let _ = stream.flush();
}

fn loop_forever(stream: &mut impl Write, piece: &[u8]) -> std::io::Result<()> {
    loop {
        stream.write_all(piece)?;
    }
}

/// Reads a head, and then as much as its `Content-Length` says, or all chunks.
fn read_request(stream: &mut impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
            let length = head.split("content-length:").nth(1).and_then(|rest| {
                rest.lines().next().and_then(|line| line.trim().parse::<usize>().ok())
            });
            let is_chunked = head.contains("transfer-encoding: chunked");
            let is_whole = !is_chunked || bytes.ends_with(b"\r\n0\r\n\r\n");
            if is_whole && bytes.len() >= end + 4 + length.unwrap_or(0) {
                return bytes;
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return bytes,
            Ok(read) => bytes.extend_from_slice(&buffer[..read]),
        }
    }
}

/// An answer with `Content-Length`.
pub fn answer(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut bytes = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n{headers}\r\n", body.len())
        .into_bytes();
    bytes.extend_from_slice(body);
    bytes
}
