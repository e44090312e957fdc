//! The bytes of a stream that have come and have not been read, and before them, each time they
//! are read, the start tags of the elements that they stand in.

use std::io::{self, BufRead, ErrorKind};

/// At most so many bytes are taken from a source at once.
const PIECE: usize = 64 << 10;

#[derive(Debug, Default)]
pub(super) struct Buffer {
    bytes: Vec<u8>,
    /// Where the bytes begin that have not been read. What is before is free to be written over.
    start: usize,
    ended: bool,
}

impl Buffer {
    /// The bytes that have not been read.
    pub(super) fn unread(&self) -> &[u8] {
        &self.bytes[self.start..]
    }

    /// Whether the source has no more.
    pub(super) fn ended(&self) -> bool {
        self.ended
    }

    /// Takes what the source has, or waits for it.
    pub(super) fn fill(&mut self, source: &mut dyn BufRead) -> io::Result<()> {
        // Bytes are moved only over as many that have been read: each is moved once or twice.
        if self.start > self.bytes.len() - self.start {
            self.bytes.copy_within(self.start.., 0);
            self.bytes.truncate(self.bytes.len() - self.start);
            self.start = 0;
        }
        loop {
            match source.fill_buf() {
                Ok(piece) => {
                    let length = piece.len().min(PIECE);
                    self.bytes.extend_from_slice(&piece[..length]);
                    self.ended = length == 0;
                    source.consume(length);
                    return Ok(());
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Puts `head` before the bytes that have not been read; the two are then one
    /// [`window`](Self::window).
    pub(super) fn put_before(&mut self, head: &[u8]) {
        if let Some(missing) = head.len().checked_sub(self.start).filter(|&missing| missing > 0) {
            // Room for as many again, so that this is seldom done.
            let room = missing + head.len();
            self.bytes.splice(..0, std::iter::repeat_n(0, room));
            self.start += room;
        }
        self.bytes[self.start - head.len()..self.start].copy_from_slice(head);
    }

    /// The last `head` bytes that were put before, and all that follow.
    pub(super) fn window(&self, head: usize) -> &[u8] {
        &self.bytes[self.start - head..]
    }

    /// Takes note that `count` bytes more have been read.
    pub(super) fn pass(&mut self, count: usize) {
        self.start += count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_stands_before_what_is_unread() -> io::Result<()> {
        let text: Vec<u8> = (b'a'..=b'z').collect();
        for capacity in 1..30 {
            let mut source = io::BufReader::with_capacity(capacity, text.as_slice());
            let mut buffer = Buffer::default();
            let mut passed = 0;
            while !buffer.ended() {
                buffer.fill(&mut source)?;
                for head in [&b""[..], b"<a>", b"<a><bc>"] {
                    buffer.put_before(head);
                    let mut expected = head.to_vec();
                    expected.extend_from_slice(buffer.unread());
                    assert_eq!(buffer.window(head.len()), expected);
                    assert!(text[passed..].starts_with(buffer.unread()));
                }
                let count = buffer.unread().len().min(3);
                buffer.pass(count);
                passed += count;
            }
            assert_eq!(buffer.unread(), &text[passed..]);
        }
        Ok(())
    }
}
