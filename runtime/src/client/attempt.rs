//! One call: its attempts, and whether there is another. Does no I/O.

use std::time::{Duration, Instant};

use bytes::Bytes;
use http::response;

use super::conclude::Sent;
use super::trace::{Trace, Turn};
use super::{Answer, BuildError, CallError, Operation, Request, Settings};
use crate::security::Redaction;
use crate::soap::Headers;
use crate::soap::addressing::MessageId;
use crate::transport::{TimeLeft, TransportError};

/// The attempts of one call. Each is prepared anew, so that its timestamp is fresh.
pub(super) struct Attempts<'c, O: Operation> {
    settings: &'c Settings,
    request: &'c Request<O>,
    headers: &'c Headers<'c>,
    /// The number of the call in the trace.
    call: u64,
    count: u32,
    began: Instant,
    redaction: Redaction,
    /// What the last attempt is called, where it says so.
    message_id: Option<MessageId>,
}

impl<'c, O: Operation> Attempts<'c, O> {
    pub(super) fn new(
        settings: &'c Settings,
        request: &'c Request<O>,
        headers: &'c Headers<'c>,
    ) -> Self {
        let call = settings.trace.as_ref().map_or(0, Trace::next_call);
        let redaction = redaction(settings, headers);
        Self {
            settings,
            request,
            headers,
            call,
            count: 0,
            began: Instant::now(),
            redaction,
            message_id: None,
        }
    }

    /// What the trace calls this attempt.
    fn turn(&self) -> Turn {
        Turn { call: self.call, attempt: self.count }
    }

    /// The HTTP request of the next attempt.
    pub(super) fn next(&mut self) -> Result<http::Request<Bytes>, BuildError> {
        self.count += 1;
        let signature = self.settings.signature::<O>()?;
        let stamp = self.settings.stamp::<O>()?;
        if let Some(signature) = &signature {
            let texts = signature.texts();
            self.redaction = redaction(self.settings, self.headers)
                .value(texts.key_id.as_str())
                .value(texts.signature.as_str());
        }
        stamp.redact(&mut self.redaction);
        self.message_id = stamp.message_id().cloned();
        let headers = stamp.before(self.headers);
        let mut request =
            self.settings.prepare_with_headers::<O>(self.request, &headers, signature)?;
        request.extensions_mut().insert(TimeLeft(self.time_left()));
        if let Some(trace) = &self.settings.trace {
            trace.request(self.turn(), &request, &self.redaction);
        }
        Ok(request)
    }

    fn time_left(&self) -> Duration {
        self.settings.limits().total_timeout.saturating_sub(self.began.elapsed())
    }

    /// `Ok` where the failure of this attempt is followed by another attempt.
    pub(super) fn failed(&self, error: TransportError) -> Result<(), TransportError> {
        if let Some(trace) = &self.settings.trace {
            trace.failure(self.turn(), &error);
        }
        let harmless = O::IDEMPOTENT || !error.may_have_been_sent();
        let is_last = self.count >= self.settings.attempts || self.time_left().is_zero();
        if harmless && !is_last { Ok(()) } else { Err(error) }
    }

    /// What the answer to the last attempt says.
    pub(super) fn conclude(
        &self,
        head: &response::Parts,
        body: &[u8],
    ) -> Result<Answer<O>, CallError<O::Fault>> {
        if let Some(trace) = &self.settings.trace {
            trace.response(self.turn(), head, body, &self.redaction);
        }
        let sent = Sent { redaction: Some(&self.redaction), message_id: self.message_id.as_ref() };
        self.settings.conclude_sent::<O>(head, body, sent)
    }
}

/// What a trace does not show: headers carry sessions and passwords, so their contents neither.
fn redaction(settings: &Settings, headers: &Headers<'_>) -> Redaction {
    let names = headers.names().iter();
    names.fold(settings.redaction(), |redaction, name| redaction.element(name.local().to_owned()))
}
