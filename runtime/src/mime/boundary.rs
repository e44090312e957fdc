//! What separates the parts (RFC 2046, section 5.1.1), and finding it in a body that comes in
//! pieces.

use memchr::memmem::Finder;

use super::MimeError;

/// Characters that a boundary may have.
const LONGEST: usize = 70;

/// A delimiter, `CRLF--boundary`, and the last octets of what has been searched for it.
pub(super) struct Delimiter {
    finder: Finder<'static>,
    /// The end of what has been searched, shorter than the delimiter by one at most.
    tail: Vec<u8>,
}

impl Delimiter {
    /// # Errors
    /// When it is not a boundary.
    pub(super) fn new(boundary: &str) -> Result<Self, MimeError> {
        if boundary.is_empty() {
            return Err(MimeError::Boundary("it is empty"));
        }
        if boundary.len() > LONGEST {
            return Err(MimeError::Boundary("it is longer than 70 characters"));
        }
        if !boundary.bytes().all(is_boundary_character) || boundary.ends_with(' ') {
            return Err(MimeError::Boundary("it has a character that no boundary has"));
        }
        let finder = Finder::new(format!("\r\n--{boundary}").as_bytes()).into_owned();
        let mut delimiter = Self { finder, tail: Vec::new() };
        delimiter.restart();
        Ok(delimiter)
    }

    /// Begins a search at the start of a line.
    pub(super) fn restart(&mut self) {
        self.tail.clear();
        self.tail.extend_from_slice(b"\r\n");
    }

    /// Searches the next piece.
    pub(super) fn search(&mut self, piece: &[u8]) -> Found {
        let length = self.finder.needle().len();
        let searched = self.tail.len();
        self.tail.extend_from_slice(&piece[..piece.len().min(length - 1)]);
        // A delimiter that begins in what was searched before lies in this window as a whole.
        if let Some(at) = self.finder.find(&self.tail)
            && at < searched
        {
            return Found::At { before: searched - at, end: at + length - searched };
        }
        if let Some(at) = self.finder.find(piece) {
            return Found::At { before: 0, end: at + length };
        }
        if piece.len() >= length {
            self.tail.clear();
            self.tail.extend_from_slice(&piece[piece.len() + 1 - length..]);
        } else {
            let kept = self.tail.len().min(length - 1);
            self.tail.drain(..self.tail.len() - kept);
        }
        Found::Nowhere
    }

    /// The octets of the delimiter.
    pub(super) fn len(&self) -> usize {
        self.finder.needle().len()
    }
}

/// Where a delimiter is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nowhere,
    /// It ends before `end` of the piece, and `before` octets of it are of earlier pieces.
    At {
        before: usize,
        end: usize,
    },
}

/// `bchars` of RFC 2046, and the other visible characters that senders are known to use.
fn is_boundary_character(byte: u8) -> bool {
    byte == b' ' || (byte.is_ascii_graphic() && byte != b'"' && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries_have_a_length_and_an_alphabet() {
        let long = |length| "b".repeat(length);
        for (boundary, is_taken) in [
            ("b".to_owned(), true),
            (long(70), true),
            (long(71), false),
            (String::new(), false),
            ("----=_Part_1.2".to_owned(), true),
            ("uuid:a+b/c'(d)_,?".to_owned(), true),
            ("==a b==".to_owned(), true),
            ("a ".to_owned(), false),
            ("a\"b".to_owned(), false),
            ("a\r\nb".to_owned(), false),
            ("\u{e4}".to_owned(), false),
        ] {
            assert_eq!(Delimiter::new(&boundary).is_ok(), is_taken, "{boundary}");
        }
    }

    /// The delimiter is found where it begins first, wherever the pieces end.
    #[test]
    fn delimiters_are_found_across_pieces() -> Result<(), MimeError> {
        for (text, end) in [
            ("--b", Some(3)),
            ("a\r\n--b", Some(6)),
            ("a\r\r\n--bc", Some(7)),
            ("\r\n-\r\n--b", Some(8)),
            ("\r\n--\r\n--b\r\n--b", Some(9)),
            ("a--b", None),
            ("\n--b", None),
            ("-\r\n--", None),
            ("", None),
        ] {
            for size in 1..=text.len().max(1) {
                let mut delimiter = Delimiter::new("b")?;
                let mut passed = 0;
                let mut found = None;
                for piece in text.as_bytes().chunks(size) {
                    if let Found::At { before, end } = delimiter.search(piece) {
                        assert_eq!(before.min(passed), 5_usize.saturating_sub(end).min(passed));
                        found = Some(passed + end);
                        break;
                    }
                    passed += piece.len();
                }
                assert_eq!(found, end, "{text:?} {size}");
            }
        }
        Ok(())
    }
}
