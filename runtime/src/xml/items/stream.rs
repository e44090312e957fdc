//! Items of a document that comes from a source, in memory that does not grow with the document.
//!
//! What has come is read by the reader of whole documents, which is given the start tags of the
//! elements that are open before it: so every check is its own, and namespaces hold as they do in
//! the document.

use std::io::BufRead;
use std::str::from_utf8;

use super::Origin;
use super::buffer::Buffer;
use super::scanner::{Scanner, Unit};
use super::walk::{Event, ReadItem, Stop, Walk};
use crate::QName;
use crate::xml::place::Locator;
use crate::xml::{ErrorKind, ReadError, ReadOptions, Reader, decode};

/// What stands for the root element when it has ended.
const ENDED: &[u8] = b"<x/>";
/// Start tags of at least so many bytes are read again only with as many bytes that are new, so
/// that tiny elements within large start tags take no more time than others.
const LARGE_HEAD: usize = 16 << 10;
/// The most bytes that are held at once, whatever limit is set: the reader counts by 32 bits.
const MOST: usize = 1 << 31;

#[derive(Debug)]
pub(super) struct Stream {
    /// The names from the root element to the items.
    steps: Box<[QName]>,
    namespaces: &'static [&'static str],
    /// What is read with: the size of a part is limited here, not by the reader.
    options: ReadOptions,
    /// `Limits::decoded_body`: how many bytes a unit may have.
    limit: usize,
    buffer: Buffer,
    scanner: Scanner,
    /// The start tags of the elements that were entered, and where each begins.
    head: Vec<u8>,
    open: Vec<usize>,
    origin: Origin,
    /// Whether the next child is none that is entered.
    other: bool,
    events: Vec<Event>,
    /// Whether the document declares an encoding of which only ASCII is also UTF-8.
    is_ascii: bool,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// No byte has been looked at.
    New,
    /// The root element has not ended.
    Open,
    /// The root element has ended.
    Closed,
    /// There is no more to read.
    Done,
}

impl Stream {
    pub(super) fn new(
        steps: Box<[QName]>,
        namespaces: &'static [&'static str],
        options: &ReadOptions,
    ) -> Self {
        let mut limits = *options.limits();
        let limit = limits.decoded_body;
        limits.decoded_body = usize::MAX;
        Self {
            steps,
            namespaces,
            options: options.clone().with_limits(limits),
            limit,
            buffer: Buffer::default(),
            scanner: Scanner::new(limits.depth),
            head: Vec::new(),
            open: Vec::new(),
            origin: Origin::new(),
            other: false,
            events: Vec::new(),
            is_ascii: false,
            state: State::New,
        }
    }

    /// Whether there is no more to read.
    pub(super) fn is_done(&self) -> bool {
        self.state == State::Done
    }

    /// Reads what the source has, or waits until there is something to read. There may be no item
    /// in it. An item that was passed though it is not of its type is given as its error.
    pub(super) fn advance(
        &mut self,
        source: &mut dyn BufRead,
        read: &mut ReadItem<'_>,
    ) -> Result<Option<ReadError>, ReadError> {
        let result = match self.state {
            State::New => self.begin(source).map(|()| None),
            State::Open => self.walk(source, read),
            State::Closed => self.finish(source).map(|()| None),
            State::Done => Ok(None),
        };
        if result.is_err() {
            self.state = State::Done;
        }
        result
    }

    fn begin(&mut self, source: &mut dyn BufRead) -> Result<(), ReadError> {
        while self.buffer.unread().len() < 4 && !self.buffer.ended() {
            self.fill(source)?;
        }
        let mark = decode::mark_of_utf_8(self.buffer.unread())?;
        self.buffer.pass(mark);
        self.state = State::Open;
        Ok(())
    }

    /// Reads all that is complete, and at least one unit.
    fn walk(
        &mut self,
        source: &mut dyn BufRead,
        read: &mut ReadItem<'_>,
    ) -> Result<Option<ReadError>, ReadError> {
        self.fetch(source)?;
        self.buffer.put_before(&self.head);
        self.origin.set_head(self.head.len());
        if self.open.is_empty() {
            let text = part(&self.buffer, self.head.len(), false).0;
            self.is_ascii |= decode::declares_ascii(text)?;
        }
        let (text, fault) = part(&self.buffer, self.head.len(), self.is_ascii);
        let mut walk = Walk {
            reader: Reader::of_part(text, self.namespaces, &self.options, &self.origin),
            text,
            origin: &self.origin,
            steps: &self.steps,
            scanner: &mut self.scanner,
            events: &mut self.events,
            limit: self.limit.min(MOST),
            ended: self.buffer.ended() && fault.is_none(),
            other: self.other,
            foreign: Vec::new(),
            passed: 0,
        };
        let stop = walk.run(self.open.len(), read)?;
        let end = walk.passed;
        self.other = matches!(stop, Stop::Other);
        if matches!(stop, Stop::Incomplete) && end == self.head.len() {
            // What seemed to be complete ends in the middle of a character.
            return match fault {
                Some(fault) => Err(not_read(fault, text, &self.origin)),
                None => self.fill(source).map(|()| None),
            };
        }
        self.pass(end)?;
        if self.open.is_empty() && matches!(stop, Stop::Ended | Stop::Failed(_)) {
            self.state = State::Closed;
        }
        match stop {
            Stop::Failed(error) => Ok(Some(error)),
            Stop::Incomplete | Stop::Other | Stop::Ended => Ok(None),
        }
    }

    /// Takes bytes from the source until the next unit is complete.
    fn fetch(&mut self, source: &mut dyn BufRead) -> Result<(), ReadError> {
        let is_last = self.open.len() + 1 == self.steps.len();
        let unit = if is_last || self.other { Unit::Element } else { Unit::Tag };
        self.scanner.begin(0);
        while !self.scanner.scan(self.buffer.unread(), unit) && !self.buffer.ended() {
            self.check_size(self.buffer.unread().len())?;
            self.fill(source)?;
        }
        self.check_size(self.scanner.end().unwrap_or(self.buffer.unread().len()))?;
        let head = self.head.len();
        while head > LARGE_HEAD && self.buffer.unread().len() < head && !self.buffer.ended() {
            self.fill(source)?;
        }
        Ok(())
    }

    /// Takes note that the window has been read up to `end`.
    fn pass(&mut self, end: usize) -> Result<(), ReadError> {
        let head = self.head.len();
        let text = from_utf8(&self.buffer.window(head)[..end]).unwrap_or_default();
        self.origin.pass(text.get(head..).unwrap_or_default());
        for event in self.events.drain(..) {
            match event {
                Event::Passed(key) => self.origin.count(key),
                Event::Opened(key, start, end) => {
                    self.open.push(self.head.len());
                    self.head.extend_from_slice(&text.as_bytes()[start..end]);
                    self.origin.open(key);
                }
                Event::Closed => {
                    self.head.truncate(self.open.pop().unwrap_or(0));
                    self.origin.close();
                }
            }
        }
        self.buffer.pass(end - head);
        self.scanner.pass(end - head);
        let limit = self.options.limits().children;
        if self.origin.names() > limit {
            return Err(self.over_limit("children", limit));
        }
        Ok(())
    }

    /// Reads what stands behind the root element.
    fn finish(&mut self, source: &mut dyn BufRead) -> Result<(), ReadError> {
        while !self.buffer.ended() {
            self.check_size(self.buffer.unread().len())?;
            self.fill(source)?;
        }
        self.buffer.put_before(ENDED);
        self.origin.set_head(ENDED.len());
        let (text, fault) = part(&self.buffer, ENDED.len(), self.is_ascii);
        if let Some(fault) = fault {
            return Err(not_read(fault, text, &self.origin));
        }
        let mut reader = Reader::of_part(text, self.namespaces, &self.options, &self.origin);
        reader.root()?;
        reader.finish()?;
        self.state = State::Done;
        Ok(())
    }

    fn fill(&mut self, source: &mut dyn BufRead) -> Result<(), ReadError> {
        self.buffer.fill(source).map_err(|error| self.error(ErrorKind::Io(error)))
    }

    /// Checks the size of a unit.
    fn check_size(&self, length: usize) -> Result<(), ReadError> {
        if length > self.limit.min(MOST) {
            return Err(self.over_limit("decoded_body", self.limit));
        }
        Ok(())
    }

    fn over_limit(&self, limit: &'static str, value: usize) -> ReadError {
        self.error(ErrorKind::Limit { limit, value })
    }

    /// An error where reading is to go on.
    #[cold]
    fn error(&self, kind: ErrorKind) -> ReadError {
        let head = from_utf8(&self.head).unwrap_or_default();
        let mut locator = Locator::new(head);
        let start = locator.place(head.len());
        ReadError::new(kind, self.origin.in_document(start, head))
    }
}

/// The characters of the window, and what is wrong with the bytes behind them, if anything is.
fn part(buffer: &Buffer, head: usize, is_ascii: bool) -> (&str, Option<&'static str>) {
    let bytes = buffer.window(head);
    let (text, mut fault) = match from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let text = from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            let is_cut = error.error_len().is_none() && !buffer.ended();
            (text, (!is_cut).then_some("the bytes are not UTF-8"))
        }
    };
    if !is_ascii {
        return (text, fault);
    }
    let ascii = text.bytes().take_while(u8::is_ascii).count();
    if ascii < text.len() || fault.is_some() {
        fault = Some("of the encoding that is declared, a stream is read in ASCII only");
    }
    (&text[..ascii], fault)
}

#[cold]
fn not_read(fault: &'static str, text: &str, origin: &Origin) -> ReadError {
    let place = Locator::within(text, Some(origin)).place(text.len());
    ReadError::new(ErrorKind::Encoding(fault.into()), place)
}
