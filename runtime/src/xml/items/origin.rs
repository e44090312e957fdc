//! Where in a document a part of it stands that is read alone, so that places are those of the
//! document.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

use crate::xml::place::{Place, Position};

/// Where the text stands that a reader of a part is given: start tags of the elements that are open
/// there, one after the other, and then what follows in the document.
#[derive(Debug)]
pub(crate) struct Origin {
    /// How many bytes the start tags take.
    head: usize,
    /// Where in the document the rest begins.
    position: Position,
    /// The document, and the elements that are open.
    levels: Vec<Level>,
    hasher: RandomState,
}

/// An element that is open.
#[derive(Debug, Default)]
struct Level {
    /// The key of its name.
    key: u64,
    /// How many of its children that have ended had which name. Names are kept as keys, so that
    /// long ones cost no more memory.
    seen: HashMap<u64, u32>,
}

impl Origin {
    /// The start of a document.
    pub(super) fn new() -> Self {
        let levels = vec![Level::default()];
        Self { head: 0, position: Position::START, levels, hasher: RandomState::new() }
    }

    /// How many bytes of the text are start tags that are put before.
    pub(crate) fn head(&self) -> usize {
        self.head
    }

    /// Takes note of how many bytes these start tags take.
    pub(super) fn set_head(&mut self, head: usize) {
        self.head = head;
    }

    /// A number that stands for a local name.
    pub(super) fn key(&self, local: &str) -> u64 {
        self.hasher.hash_one(local)
    }

    /// Goes behind `text`, which ends between two pieces of markup or before one.
    pub(super) fn pass(&mut self, text: &str) {
        self.position = self.position.after(text);
    }

    /// Enters a child of the innermost element.
    pub(super) fn open(&mut self, key: u64) {
        self.levels.push(Level { key, ..Level::default() });
    }

    /// Leaves the innermost element.
    pub(super) fn close(&mut self) {
        if let Some(Level { key, .. }) = self.levels.pop() {
            self.count(key);
        }
    }

    /// Counts a child of the innermost element that has ended.
    pub(super) fn count(&mut self, key: u64) {
        if let Some(level) = self.levels.last_mut() {
            let seen = level.seen.entry(key).or_insert(0);
            *seen = seen.saturating_add(1);
        }
    }

    /// How many names the children of the innermost element had.
    pub(super) fn names(&self) -> usize {
        self.levels.last().map_or(0, |level| level.seen.len())
    }

    /// The place in the document of `place`, which is one in a text that begins with the start tags
    /// `head`.
    pub(crate) fn in_document(&self, mut place: Place, head: &str) -> Place {
        place.move_by(Position::START.after(head), self.position);
        for (depth, level) in self.levels.iter().enumerate() {
            let Some((local, ordinal)) = place.step_mut(depth) else { break };
            let key = self.key(local);
            // Only the element whose start tag is put before is the first of its name in the text
            // and is open.
            let is_open =
                *ordinal == 1 && self.levels.get(depth + 1).is_some_and(|open| open.key == key);
            *ordinal = ordinal.saturating_add(level.seen.get(&key).copied().unwrap_or(0));
            if !is_open {
                break;
            }
        }
        place
    }
}
