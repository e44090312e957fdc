//! One walk over the part of a stream that has come: into the elements on the way to the items,
//! through the items, and past all else.

use super::Origin;
use super::scanner::{Scanner, Unit};
use crate::QName;
use crate::xml::{ErrorKind, Name, ReadError, Reader};

/// Reads one item, whose start tag the reader has just passed.
pub(super) type ReadItem<'f> = dyn FnMut(&mut Reader<'_>) -> Result<(), ReadError> + 'f;

/// What the walk came by, so that it can be taken note of when it is over.
#[derive(Clone, Copy, Debug)]
pub(super) enum Event {
    /// A child ended whose name has this key.
    Passed(u64),
    /// An element was entered: the key of its name, and where its start tag stands.
    Opened(u64, usize, usize),
    /// An element was left.
    Closed,
}

/// Why and where a walk ended.
#[derive(Debug)]
pub(super) enum Stop {
    /// The next unit is not complete.
    Incomplete,
    /// The next child is none that is entered, and is not complete.
    Other,
    /// An item that is well-formed and not one of its type has been passed.
    Failed(ReadError),
    /// The root element has ended.
    Ended,
}

pub(super) struct Walk<'s, 'a> {
    pub(super) reader: Reader<'a>,
    /// Start tags of elements that are open, and what follows them.
    pub(super) text: &'a str,
    pub(super) origin: &'a Origin,
    /// The names from the root element to the items.
    pub(super) steps: &'a [QName],
    pub(super) scanner: &'s mut Scanner,
    pub(super) events: &'s mut Vec<Event>,
    /// How many bytes a unit may have.
    pub(super) limit: usize,
    /// Whether the source has no more.
    pub(super) ended: bool,
    /// Whether the next child is none that is entered.
    pub(super) other: bool,
    /// For each element that is open, the reader's `foreign` in its start tag.
    pub(super) foreign: Vec<usize>,
    /// How much of the text has been read.
    pub(super) passed: usize,
}

impl<'a> Walk<'_, 'a> {
    /// Goes as far as the text does.
    pub(super) fn run(&mut self, depth: usize, read: &mut ReadItem<'_>) -> Result<Stop, ReadError> {
        self.passed = self.origin.head();
        for entered in 0..depth {
            if entered == 0 {
                self.reader.root()?;
            } else {
                self.reader.next_child()?;
            }
            self.foreign.push(self.reader.foreign());
        }
        loop {
            if let Some(stop) = self.child(read)? {
                return Ok(stop);
            }
        }
    }

    /// Reads the next child of the innermost element that was entered, or that element's end.
    fn child(&mut self, read: &mut ReadItem<'_>) -> Result<Option<Stop>, ReadError> {
        if self.reader.has_empty_tag() {
            self.reader.next_child()?;
            return Ok(self.closed());
        }
        let depth = self.foreign.len();
        let is_last = depth + 1 == self.steps.len();
        let unit = if is_last || self.other { Unit::Element } else { Unit::Tag };
        if !self.is_complete(self.passed, unit) {
            return Ok(Some(Stop::Incomplete));
        }
        let Some(name) = self.next()? else { return Ok(self.closed()) };
        let key = self.origin.key(name.local);
        let is_wanted = self.is_step(depth, name)?;
        if is_wanted && !is_last {
            self.opened(key);
            return Ok(None);
        }
        if unit == Unit::Tag {
            self.passed = self.reader.tag_start();
            if !self.is_complete(self.passed, Unit::Element) {
                return Ok(Some(Stop::Other));
            }
        }
        self.other = false;
        let failed = if is_wanted { self.item(depth, read)? } else { None };
        if !is_wanted {
            self.reader.skip_unknown()?;
        }
        self.passed = self.reader.offset();
        self.events.push(Event::Passed(key));
        let stop = if depth == 0 { Some(Stop::Ended) } else { None };
        Ok(failed.map(Stop::Failed).or(stop))
    }

    /// Whether the unit from `start` on is all there. What the source ends in, the reader judges,
    /// and what is over the limit is left to be reported.
    fn is_complete(&mut self, start: usize, unit: Unit) -> bool {
        let head = self.origin.head();
        let bytes = &self.text.as_bytes()[head..];
        self.scanner.begin(start - head);
        let is_complete = self.scanner.scan(bytes, unit) || self.ended;
        is_complete && self.scanner.end().unwrap_or(bytes.len()) + head - start <= self.limit
    }

    fn next(&mut self) -> Result<Option<Name<'a>>, ReadError> {
        match self.foreign.last() {
            Some(&foreign) => {
                self.reader.begin_anew(foreign);
                self.reader.next_child()
            }
            None => self.reader.root().map(Some),
        }
    }

    /// Whether the current element is the one at `depth` on the way to the items. The root is to
    /// be.
    fn is_step(&self, depth: usize, name: Name<'_>) -> Result<bool, ReadError> {
        let Some(step) = self.steps.get(depth) else { return Ok(false) };
        let is_step = name.local == step.local()
            && self.reader.namespace_uri(name.namespace) == step.namespace();
        if depth > 0 || is_step {
            return Ok(is_step);
        }
        let found = self.reader.qname(name);
        Err(self.reader.error(ErrorKind::WrongRoot { found, expected: step.clone() }))
    }

    fn opened(&mut self, key: u64) {
        self.passed = self.reader.offset();
        self.events.push(Event::Opened(key, self.reader.tag_start(), self.passed));
        self.foreign.push(self.reader.foreign());
    }

    fn closed(&mut self) -> Option<Stop> {
        self.passed = self.reader.offset();
        self.events.push(Event::Closed);
        self.foreign.pop();
        self.foreign.is_empty().then_some(Stop::Ended)
    }

    /// Reads an item. One that is only not of its type is passed, and its error given.
    fn item(
        &mut self,
        depth: usize,
        read: &mut ReadItem<'_>,
    ) -> Result<Option<ReadError>, ReadError> {
        let Err(error) = read(&mut self.reader) else {
            self.reader.pass_to(depth)?;
            return Ok(None);
        };
        let error = error.numbered_at(depth + 1);
        if is_of_the_document(error.kind()) {
            return Err(error);
        }
        match self.reader.pass_to(depth) {
            Ok(()) => Ok(Some(error)),
            Err(_) => Err(error),
        }
    }
}

/// Whether reading cannot go on behind a fault: the reader has stopped in the middle of something.
fn is_of_the_document(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::NotWellFormed(_)
            | ErrorKind::DocumentType
            | ErrorKind::Version(_)
            | ErrorKind::Encoding(_)
            | ErrorKind::Limit { .. }
            | ErrorKind::RepeatedAttribute { .. }
            | ErrorKind::Io(_)
    )
}
