//! A [`Service`] on loopback, in a thread of its own. Every request is bounded in size and time.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, oneshot};
use wsdl2rs_runtime::security::Credentials;

use super::{AST_PATH, AWIS_PATH, MAINTENANCE_PATH, Service};

/// Bytes of the largest request: a batch of 20 addresses of 2,000 characters is smaller.
const MOST_BYTES: usize = 64 * 1024;
/// Time for a connection, from when it is taken to its last byte.
const MOST_TIME: Duration = Duration::from_secs(10);
/// Connections at a time; more wait.
const MOST_CONNECTIONS: usize = 16;

/// The services at an address of this machine, until it is dropped.
pub struct Server {
    address: SocketAddr,
    account: Credentials,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// The services for an account that is made up, at the system's time.
    ///
    /// # Errors
    /// As [`start`](Self::start).
    pub fn demo() -> io::Result<Self> {
        Self::start(Service::demo())
    }

    /// Starts a service at a free port.
    ///
    /// # Errors
    /// When there is no loopback interface, no port or no thread to be had.
    pub fn start(service: Service) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let account = service.credentials();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let thread = thread::Builder::new().name("alexa".to_owned()).spawn(move || {
            runtime.spawn(accept(listener, Arc::new(service)));
            // Told to stop or left alone: what is still open is closed with the runtime.
            let _ = runtime.block_on(stopped);
        })?;
        Ok(Self { address, account, stop: Some(stop), thread: Some(thread) })
    }

    /// The address of Alexa Site Thumbnail.
    #[must_use]
    pub fn ast(&self) -> String {
        self.url(AST_PATH)
    }

    /// The address of Alexa Web Information Service.
    #[must_use]
    pub fn awis(&self) -> String {
        self.url(AWIS_PATH)
    }

    /// The address of a page that says that there is no service now.
    #[must_use]
    pub fn maintenance(&self) -> String {
        self.url(MAINTENANCE_PATH)
    }

    /// The credentials of the account.
    #[must_use]
    pub fn credentials(&self) -> Credentials {
        self.account.clone()
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn accept(listener: TcpListener, service: Arc<Service>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    let free = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    while let Ok(permit) = Arc::clone(&free).acquire_owned().await {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many files are open, or the other side is gone: neither is the listener's end.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let service = Arc::clone(&service);
        tokio::spawn(async move {
            let _ = tokio::time::timeout(MOST_TIME, serve(stream, service)).await;
            drop(permit);
        });
    }
}

/// One request and its answer. What goes wrong here, the client sees.
async fn serve(stream: TcpStream, service: Arc<Service>) -> Result<(), hyper::Error> {
    let answer = service_fn(move |request| {
        let service = Arc::clone(&service);
        async move { Ok::<_, Infallible>(answer(request, &service).await) }
    });
    http1::Builder::new().keep_alive(false).serve_connection(TokioIo::new(stream), answer).await
}

async fn answer(request: Request<Incoming>, service: &Service) -> Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    match Limited::new(body, MOST_BYTES).collect().await {
        Ok(body) => {
            let request = Request::from_parts(head, body.to_bytes());
            service.answer(&request).map(Full::new)
        }
        Err(_) => {
            let mut refusal = Response::default();
            *refusal.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
            refusal
        }
    }
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
