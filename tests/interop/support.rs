//! What the checks of a peer share: where it is, a transport that keeps what was sent, and the
//! loop that runs them. Part of the program that is built for each peer.

use std::cell::Cell;
use std::fs;
use std::io::Write as _;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use bytes::Bytes;
use http::response;
use wsdl2rs_runtime::client::Settings;
use wsdl2rs_runtime::transport::{
    BlockingBody, BlockingTransport, Body, Transport, TransportError, UreqTransport,
};
use wsdl2rs_runtime::xml::Limits;

/// A named check; it fails by a panic.
pub type Check = (&'static str, fn(&Peer));

/// The peer, as one check sees it.
#[derive(Debug)]
pub struct Peer {
    host: String,
    /// The folder of the peer's build.
    work: PathBuf,
    /// The beginning of the names of files with messages.
    messages: PathBuf,
    /// How many transports there were.
    transports: Cell<u32>,
}

impl Peer {
    /// The URL of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.host)
    }

    /// Where it listens, such as `127.0.0.1:80`.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// A file that the build of the peer made.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.work.join(name)
    }

    /// A transport to the peer.
    #[must_use]
    pub fn transport(&self) -> Recording<UreqTransport> {
        self.recording(UreqTransport::new())
    }

    /// A transport that keeps what this one sends and receives.
    #[must_use]
    pub fn recording<T>(&self, transport: T) -> Recording<T> {
        self.transports.set(self.transports.get() + 1);
        let messages = format!("{}-{}", self.messages.display(), self.transports.get());
        Recording { transport, messages, count: Mutex::new(0) }
    }

    /// The change of settings that sends to a path.
    pub fn at(&self, path: &str) -> impl FnOnce(Settings) -> Settings {
        let url = self.url(path);
        move |settings| settings.endpoint(&url)
    }
}

/// A transport that writes each request, and the answer, into files, as the caller sees them.
#[derive(Debug)]
pub struct Recording<T> {
    transport: T,
    messages: String,
    count: Mutex<u32>,
}

impl<T> Recording<T> {
    /// The beginning of the names of the next files.
    fn next(&self) -> String {
        let mut count = self.count.lock().expect("no check shares a transport");
        *count += 1;
        format!("{}-{count}", self.messages)
    }
}

impl<T: BlockingTransport> BlockingTransport for Recording<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<BlockingBody>, TransportError> {
        let path = self.next();
        keep(&format!("{path}.request.xml"), request.body());
        let (head, body) = self.transport.send(request)?.into_parts();
        let body = body.collect(&head.headers, &Limits::default())?;
        Ok(decoded(head, body, &path).map(BlockingBody::from))
    }
}

impl<T: Transport> Transport for Recording<T> {
    async fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<Body>, TransportError> {
        let path = self.next();
        keep(&format!("{path}.request.xml"), request.body());
        let (head, body) = self.transport.send(request).await?.into_parts();
        let body = body.collect(&head.headers, &Limits::default()).await?;
        Ok(decoded(head, body, &path).map(Body::from))
    }
}

/// The answer, which is no longer encoded as its head says, kept in a file.
fn decoded(head: response::Parts, body: Vec<u8>, path: &str) -> http::Response<Bytes> {
    keep(&format!("{path}.answer.txt"), &[format!("{head:?}\n").as_bytes(), &body].concat());
    let mut answer = http::Response::from_parts(head, Bytes::from(body));
    answer.headers_mut().remove(http::header::CONTENT_ENCODING);
    answer.headers_mut().remove(http::header::CONTENT_LENGTH);
    answer
}

fn keep(path: &str, bytes: &[u8]) {
    let path = Path::new(path);
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
    fs::write(path, bytes).expect("a message can be written");
}

/// Runs the checks of each contract; the arguments of the program are host, the folder for
/// messages, and the folder of the peer's build. A line for each: contract, name, `ok` or why not.
///
/// # Panics
/// When an argument is missing.
pub fn run(contracts: &[(&str, &[Check])]) {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().expect("host, messages and work");
    let (host, messages, work) = (next(), PathBuf::from(next()), PathBuf::from(next()));
    panic::set_hook(Box::new(remember));
    for (contract, checks) in contracts {
        for (name, check) in *checks {
            let messages = messages.join(contract).join(name);
            let (host, work) = (host.clone(), work.clone());
            let peer = Peer { host, work, messages, transports: Cell::new(0) };
            let outcome = outcome(|| check(&peer));
            println!("{contract}\t{name}\t{outcome}");
            std::io::stdout().flush().expect("the harness listens");
        }
    }
}

/// `ok`, or what the panic of the check says and where, as one line.
fn outcome(check: impl FnOnce()) -> String {
    match panic::catch_unwind(AssertUnwindSafe(check)) {
        Ok(()) => "ok".to_owned(),
        Err(_) => PANIC.lock().expect("the hook does not panic").replace('\n', "\\n"),
    }
}

/// What the last panic said.
static PANIC: Mutex<String> = Mutex::new(String::new());

fn remember(info: &PanicHookInfo<'_>) {
    *PANIC.lock().expect("the hook does not panic") = info.to_string().replace('\t', " ");
}
