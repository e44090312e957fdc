//! Going back to the children of an element, for reading them in another order than they stand.

use super::{CHILD, EMPTY, Reader};
use crate::xml::{Name, ReadError};

/// A place between two children of one element, or before its end tag.
#[derive(Clone, Copy, Debug)]
pub struct Bookmark {
    at: usize,
    /// How many elements were open there.
    depth: usize,
    pending: u8,
}

/// The children of an element that had not been read.
#[derive(Debug)]
pub struct ChildIndex<'a> {
    /// Each child's name, and the place before it.
    pub children: Vec<(Name<'a>, Bookmark)>,
    /// The place before the element's end tag.
    pub end: Bookmark,
}

impl<'a> Reader<'a> {
    /// Passes over the children of the current element that have not been read, up to its end
    /// tag, and tells where each is. The element stays the current one; what is read next is
    /// chosen by [`go_to`](Self::go_to).
    ///
    /// Text between the children is treated as by [`next_child`](Self::next_child). The children
    /// count towards the limits when they are read again, not now.
    ///
    /// # Errors
    /// As [`next_child`](Self::next_child) and [`skip`](Self::skip).
    pub fn index_children(&mut self) -> Result<ChildIndex<'a>, ReadError> {
        self.step_back();
        let depth = self.open.len();
        let elements_left = self.elements_left;
        let count = self.open.last().map_or(0, |open| open.children);
        let mut children = Vec::new();
        while self.pending & EMPTY == 0 {
            self.skip_to_tag()?;
            if self.byte(self.at + 1) == b'/' {
                break;
            }
            let place = Bookmark { at: self.at, depth, pending: 0 };
            children.push((self.start_tag(self.at)?, place));
            self.skip()?;
        }
        self.elements_left = elements_left;
        if let Some(open) = self.open.last_mut() {
            open.children = count;
        }
        Ok(ChildIndex { children, end: Bookmark { at: self.at, depth, pending: self.pending } })
    }

    /// Goes to a place in the current element that [`index_children`](Self::index_children) gave:
    /// [`next_child`](Self::next_child) then returns the child after it.
    pub fn go_to(&mut self, place: Bookmark) {
        debug_assert_eq!(self.open.len(), place.depth, "the place is in the current element");
        self.at = place.at;
        self.pending = place.pending;
    }

    /// Goes back before the start tag that [`unread_child`](Self::unread_child) has put back.
    fn step_back(&mut self) {
        if self.pending & CHILD != 0 {
            self.pending = 0;
            self.close();
            self.at = self.mark;
            self.elements_left += 1;
            if let Some(parent) = self.open.last_mut() {
                parent.children -= 1;
            }
        }
    }
}
