//! One call: its attempts, and whether there is another. Does no I/O.

use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use http::{Uri, response};

use super::conclude::Sent;
use super::retry::{is_passing, is_refusal, retry_after};
use super::spans::Span;
use super::trace::{Trace, Turn};
use super::{Answer, AttemptInfo, BuildError, CallError, Operation, Received, Request, Settings};
use crate::mime;
use crate::security::Redaction;
use crate::soap::Headers;
use crate::soap::addressing::MessageId;
use crate::transport::{AttemptTimeout, RequestBody, TimeLeft, TransportError, TransportErrorKind};

/// The attempts of one call. Each is prepared anew, so that its timestamp is fresh.
pub(super) struct Attempts<'c, O: Operation> {
    settings: &'c Settings,
    request: &'c Request<O>,
    headers: &'c Headers<'c>,
    /// The number of the call in the trace.
    call: u64,
    count: u32,
    /// How many attempts have failed.
    failures: u32,
    /// How many challenges have been answered.
    challenges: u32,
    /// Where the last request went.
    endpoint: Uri,
    /// Whether the server can have processed any of them.
    may_have_been_sent: bool,
    began: Instant,
    redaction: Redaction,
    call_span: Span,
    span: Span,
    /// What the last attempt is called, where it says so.
    message_id: Option<MessageId>,
    /// The body that was sent last, where it is in pieces.
    pieces: Option<RequestBody>,
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
            failures: 0,
            challenges: 0,
            endpoint: Uri::default(),
            may_have_been_sent: false,
            began: Instant::now(),
            redaction,
            call_span: Span::of_call::<O>(),
            span: Span::none(),
            message_id: None,
            pieces: None,
        }
    }

    /// What the trace calls this attempt.
    fn turn(&self) -> Turn {
        Turn { call: self.call, attempt: self.count }
    }

    /// The span of the call.
    pub(super) fn call_span(&self) -> Span {
        self.call_span.clone()
    }

    /// The span of the last attempt.
    pub(super) fn span(&self) -> &Span {
        &self.span
    }

    /// Notes how the call has ended.
    pub(super) fn ended<T>(&self, outcome: &Result<T, CallError<O::Fault>>) {
        self.call_span.ended(self.count, outcome);
    }

    /// The HTTP request of the next attempt.
    pub(super) fn next(&mut self) -> Result<http::Request<Bytes>, CallError<O::Fault>> {
        self.count += 1;
        match self.prepare() {
            Ok(request) => Ok(request),
            // The promise of `Build`, that nothing was sent, would be broken.
            Err(error) if self.may_have_been_sent => {
                let text = "the call was to be tried again";
                Err(TransportError::new(TransportErrorKind::Canceled, text).because(error).into())
            }
            Err(error) => Err(error.into()),
        }
    }

    fn prepare(&mut self) -> Result<http::Request<Bytes>, BuildError> {
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
        self.intercept(&mut request)?;
        self.settings.state.attach(&mut request, &*self.settings.pace.random);
        let extensions = request.extensions_mut();
        self.pieces = extensions.get().cloned();
        extensions.insert(TimeLeft(self.time_left()));
        if let Some(time) = self.settings.pace.attempt() {
            extensions.insert(AttemptTimeout(time));
        }
        if let Some(trace) = &self.settings.trace {
            trace.request(self.turn(), &request, &self.redaction);
        }
        self.endpoint = request.uri().clone();
        self.span = self.call_span.of_attempt(self.count, request.uri(), request.body().len());
        Ok(request)
    }

    /// Lets interceptors see and change the request.
    fn intercept(&self, request: &mut http::Request<Bytes>) -> Result<(), BuildError> {
        if self.settings.interceptors.is_empty() {
            return Ok(());
        }
        let uri = request.uri().clone();
        let info = self.info(&uri);
        let mut body = std::mem::take(request.body_mut());
        for interceptor in &self.settings.interceptors {
            let seen = interceptor.request(&info, request.headers_mut(), &mut body);
            seen.map_err(|source| BuildError::Interceptor { operation: O::NAME, source })?;
        }
        *request.body_mut() = body;
        self.settings.check_way(request.headers())
    }

    fn info<'a>(&self, endpoint: &'a Uri) -> AttemptInfo<'a> {
        AttemptInfo {
            operation: O::NAME,
            soap_action: O::SOAP_ACTION,
            version: O::VERSION,
            endpoint,
            attempt: self.count,
        }
    }

    fn time_left(&self) -> Duration {
        self.settings.pace.total(self.settings.limits()).saturating_sub(self.began.elapsed())
    }

    /// How long after the failure of this attempt another one follows; the failure where none does.
    pub(super) fn failed(&mut self, error: TransportError) -> Result<Duration, TransportError> {
        std::mem::replace(&mut self.span, Span::none()).failed(&error);
        if let Some(trace) = &self.settings.trace {
            trace.failure(self.turn(), &error);
        }
        self.may_have_been_sent |= error.may_have_been_sent();
        let harmless = self.settings.pace.is_idempotent::<O>() || !error.may_have_been_sent();
        if !harmless || !is_passing(error.kind()) {
            return Err(error);
        }
        self.next_wait(None).ok_or(error)
    }

    /// How long after the answer to this attempt another one follows, if one does.
    pub(super) fn answered(
        &mut self,
        head: &mut response::Parts,
        body: &mut Vec<u8>,
    ) -> Option<Duration> {
        std::mem::replace(&mut self.span, Span::none()).answered(head.status, body.len());
        if let Some(trace) = &self.settings.trace {
            trace.response(self.turn(), head, body, &self.redaction);
        }
        for interceptor in self.settings.interceptors.iter().rev() {
            interceptor.response(&self.info(&self.endpoint), head, body);
        }
        if self.settings.state.answered(&self.endpoint, head, self.challenges + 1) {
            self.challenges += 1;
            return (!self.time_left().is_zero()).then_some(Duration::ZERO);
        }
        self.may_have_been_sent = true;
        if !is_refusal(head.status) || !self.settings.pace.is_idempotent::<O>() {
            return None;
        }
        self.next_wait(retry_after(&head.headers, SystemTime::now()))
    }

    /// How long is waited before the next attempt, if there may be one within the time.
    fn next_wait(&mut self, asked: Option<Duration>) -> Option<Duration> {
        let pace = &self.settings.pace;
        self.failures += 1;
        // A source that is used up cannot be sent again.
        let can_follow = self.pieces.as_ref().is_none_or(RequestBody::is_available);
        if !can_follow || self.failures >= pace.policy.attempts() {
            return None;
        }
        let wait = pace.policy.wait(self.failures, asked, &*pace.random);
        (wait < self.time_left()).then_some(wait)
    }

    /// What the answer to the last attempt says.
    pub(super) fn conclude(
        &self,
        head: &response::Parts,
        body: &[u8],
    ) -> Result<Answer<O>, CallError<O::Fault>> {
        let sent = Sent { redaction: Some(&self.redaction), message_id: self.message_id.as_ref() };
        self.settings.conclude_sent::<O>(head, body, sent)
    }

    /// The same, with what came around it.
    pub(super) fn receive(
        &self,
        head: response::Parts,
        body: &[u8],
    ) -> Result<Received<Answer<O>>, CallError<O::Fault>> {
        let answer = self.conclude(&head, body)?;
        let header_blocks = self.settings.header_blocks(&head, body).map_err(CallError::Decode)?;
        let parts = head.extensions.get().and_then(mime::Received::parts).cloned();
        let parts = parts.unwrap_or_default();
        let response::Parts { status, headers: http_headers, .. } = head;
        Ok(Received { answer, status, http_headers, header_blocks, parts, attempts: self.count })
    }
}

/// What a trace does not show: headers carry sessions and passwords, so their contents neither.
fn redaction(settings: &Settings, headers: &Headers<'_>) -> Redaction {
    let names = headers.names().iter();
    names.fold(settings.redaction(), |redaction, name| redaction.element(name.local().to_owned()))
}
