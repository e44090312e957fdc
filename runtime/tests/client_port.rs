//! A port as the generator writes it: a thin struct over a client, for any transport, and the
//! trait of its portType, whose futures can cross threads.

mod support;

use std::future::Future;

use support::{Quote, QuoteFault, Text, answer, operations};
use wsdl2rs_runtime::codegen::v1;
use wsdl2rs_runtime::transport::recorded::Recorded;

#[derive(Clone, Debug)]
struct QuotePort<T> {
    client: v1::Client<T>,
}

impl<T: v1::Transport> QuotePort<T> {
    const ADDRESS: &'static str = "https://example.com/quotes";

    fn new(transport: T) -> Self {
        Self { client: v1::Client::new(transport, Self::ADDRESS) }
    }

    fn configure(self, change: impl FnOnce(v1::Settings) -> v1::Settings) -> Self {
        Self { client: self.client.configure(change) }
    }

    async fn get_quote(&self, request: &Quote) -> Result<Text, v1::CallError<QuoteFault>> {
        self.client.call::<operations::GetQuote>(request).await
    }
}

trait QuotePortType {
    fn get_quote(
        &self,
        request: &Quote,
    ) -> impl Future<Output = Result<Text, v1::CallError<QuoteFault>>> + Send;
}

impl<T: v1::Transport> QuotePortType for QuotePort<T> {
    fn get_quote(
        &self,
        request: &Quote,
    ) -> impl Future<Output = Result<Text, v1::CallError<QuoteFault>>> + Send {
        self.get_quote(request)
    }
}

mod blocking {
    use super::*;

    #[derive(Clone, Debug)]
    pub(super) struct QuotePort<T> {
        client: v1::BlockingClient<T>,
    }

    impl<T: v1::BlockingTransport> QuotePort<T> {
        pub(super) fn new(transport: T) -> Self {
            Self {
                client: v1::BlockingClient::new(transport, super::QuotePort::<Recorded>::ADDRESS),
            }
        }

        pub(super) fn get_quote(&self, request: &Quote) -> Result<Text, v1::CallError<QuoteFault>> {
            self.client.call::<operations::GetQuote>(request)
        }
    }
}

fn script() -> Recorded {
    Recorded::default().answer(200, "text/xml", answer("42"))
}

#[test]
fn both_ports_answer_alike() {
    let port = QuotePort::new(script()).configure(|settings| settings.attempts(2));
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let request = Quote::new("RUST");
    let called = runtime
        .expect("a runtime of one thread")
        .block_on(QuotePortType::get_quote(&port, &request));
    assert_eq!(called.expect("the script has an answer"), Text("42".to_owned()));
    let called = blocking::QuotePort::new(script()).get_quote(&request);
    assert_eq!(called.expect("the script has an answer"), Text("42".to_owned()));
}

#[test]
fn a_call_can_be_spawned() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let port = QuotePort::new(script());
    let task = runtime.spawn(async move { port.get_quote(&Quote::new("RUST")).await });
    let called = runtime.block_on(task).expect("the task does not panic");
    assert!(called.is_ok(), "{called:?}");
}

#[test]
fn an_error_is_small_enough_to_be_returned_by_value() {
    let size = std::mem::size_of::<v1::CallError<QuoteFault>>();
    assert!(size <= 128, "{size}");
}
