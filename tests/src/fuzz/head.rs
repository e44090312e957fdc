//! All bytes that a server sends, head and body, through the blocking transport: a call has an
//! answer, or an error that says something and leaks nothing.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use ureq::Agent;
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, LazyBuffers, NextTimeout, Transport,
};
use wsdl2rs_runtime::client::blocking::Client;
use wsdl2rs_runtime::transport::UreqTransport;
use wsdl2rs_runtime::xml::{Limits, ReadOptions};

use crate::bindings::quotes::{elements, operations};

const CANARY: &str = "canary";

/// Connects to nothing: the answer is there before the request.
#[derive(Debug)]
struct Canned(Arc<Mutex<Vec<u8>>>);

#[derive(Debug)]
struct Connection {
    buffers: LazyBuffers,
    answer: Arc<Mutex<Vec<u8>>>,
    at: usize,
}

impl Connector<()> for Canned {
    type Out = Connection;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        _: Option<()>,
    ) -> Result<Option<Connection>, ureq::Error> {
        let (input, output) =
            (details.config.input_buffer_size(), details.config.output_buffer_size());
        let buffers = LazyBuffers::new(input, output);
        Ok(Some(Connection { buffers, answer: Arc::clone(&self.0), at: 0 }))
    }
}

impl Transport for Connection {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, _: usize, _: NextTimeout) -> Result<(), ureq::Error> {
        Ok(())
    }

    fn await_input(&mut self, _: NextTimeout) -> Result<bool, ureq::Error> {
        let answer = self.answer.lock().expect("no thread panicked with it");
        let rest = answer.get(self.at..).unwrap_or_default();
        let buffer = self.buffers.input_append_buf();
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.buffers.input_appended(length);
        self.at += length;
        Ok(length > 0)
    }

    fn is_open(&mut self) -> bool {
        false
    }
}

/// Calls an operation that is answered so.
pub(super) fn run(data: &[u8]) {
    let mut limits = Limits::default();
    limits.wire_body = 1 << 20;
    limits.decoded_body = 1 << 22;
    limits.attempt_timeout = Duration::from_secs(5);
    let config = UreqTransport::builder(&limits).proxy(None).build();
    let connector = Canned(Arc::new(Mutex::new(data.to_vec())));
    let agent = Agent::with_parts(config, connector, DefaultResolver::default());
    let url = format!("http://127.0.0.1:9/?{CANARY}");
    let client = Client::new(UreqTransport::from_agent(agent), &url).configure(|settings| {
        settings.read_options(ReadOptions::default().with_limits(limits)).attempts(2)
    });
    let request = <elements::GetQuote as wsdl2rs_runtime::Element>::Value::new("A");
    let Err(error) = client.call::<operations::GetQuote>(&request) else { return };
    let text = format!("{error}");
    assert!(!text.is_empty() && text.len() < 64 << 10, "{} bytes of text", text.len());
    assert!(!text.contains(|c: char| c.is_control()), "{text:?}");
    let repeats = data.windows(CANARY.len()).any(|window| window == CANARY.as_bytes());
    assert!(repeats || !format!("{text}{error:?}").contains(CANARY), "{error:?}");
}
