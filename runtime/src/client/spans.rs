//! Spans of `tracing`: one for each call, and one in it for each attempt. They name the operation
//! and the host, and count; no body, no header and no query is in them. Without the feature
//! `tracing` there is nothing here.

use std::future::Future;

use http::Uri;

use super::{CallError, Operation};
#[cfg(feature = "tracing")]
use crate::soap::Version;
use crate::transport::TransportError;

/// A span, or nothing.
#[derive(Clone)]
pub(super) struct Span(#[cfg(feature = "tracing")] tracing::Span);

impl Span {
    /// No span.
    pub(super) fn none() -> Self {
        Self(
            #[cfg(feature = "tracing")]
            tracing::Span::none(),
        )
    }

    /// Does what `future` does, within the span.
    pub(super) async fn around<F: Future>(&self, future: F) -> F::Output {
        #[cfg(feature = "tracing")]
        let future = tracing::Instrument::instrument(future, self.0.clone());
        future.await
    }

    /// Does what `work` does, within the span.
    pub(super) fn within<R>(&self, work: impl FnOnce() -> R) -> R {
        #[cfg(feature = "tracing")]
        let _entered = self.0.enter();
        work()
    }
}

#[cfg(feature = "tracing")]
impl Span {
    /// The span of a call.
    pub(super) fn of_call<O: Operation>() -> Self {
        let version = match O::VERSION {
            Version::V11 => "1.1",
            Version::V12 => "1.2",
        };
        Self(tracing::info_span!(
            target: "wsdl2rs_runtime",
            "soap call",
            operation = O::NAME,
            soap = version,
            host = tracing::field::Empty,
            attempts = tracing::field::Empty,
            outcome = tracing::field::Empty,
        ))
    }

    /// The span of an attempt within a call.
    pub(super) fn of_attempt(&self, attempt: u32, uri: &Uri, sent: usize) -> Self {
        let authority = uri.authority().map_or("", |authority| authority.as_str());
        // User information is the caller's secret.
        let host = authority.rsplit('@').next().unwrap_or_default();
        if attempt == 1 {
            self.0.record("host", host);
        }
        Self(tracing::debug_span!(
            target: "wsdl2rs_runtime",
            parent: &self.0,
            "attempt",
            attempt,
            host,
            sent,
            status = tracing::field::Empty,
            received = tracing::field::Empty,
            failure = tracing::field::Empty,
        ))
    }

    /// Notes the answer to an attempt.
    pub(super) fn answered(&self, status: http::StatusCode, received: usize) {
        self.0.record("status", status.as_u16());
        self.0.record("received", received);
    }

    /// Notes that an attempt has no answer.
    pub(super) fn failed(&self, error: &TransportError) {
        self.0.record("failure", tracing::field::debug(error.kind()));
    }

    /// Notes how a call has ended.
    pub(super) fn ended<T, F>(&self, attempts: u32, outcome: &Result<T, CallError<F>>) {
        let outcome = match outcome {
            Ok(_) => "answer",
            Err(CallError::Build(_)) => "not sent",
            Err(CallError::Transport(_)) => "no answer",
            Err(CallError::Http(_)) => "not SOAP",
            Err(CallError::Decode(_)) => "not as promised",
            Err(CallError::Fault(_)) => "fault",
        };
        self.0.record("attempts", attempts);
        self.0.record("outcome", outcome);
    }
}

#[cfg(not(feature = "tracing"))]
impl Span {
    #[expect(clippy::extra_unused_type_parameters, reason = "spans have a use for it")]
    pub(super) fn of_call<O: Operation>() -> Self {
        Self()
    }

    pub(super) fn of_attempt(&self, _: u32, _: &Uri, _: usize) -> Self {
        Self()
    }

    pub(super) fn answered(&self, _: http::StatusCode, _: usize) {}

    pub(super) fn failed(&self, _: &TransportError) {}

    pub(super) fn ended<T, F>(&self, _: u32, _: &Result<T, CallError<F>>) {}
}
