//! The reader.

/// Reads one document, element by element.
#[derive(Debug)]
pub struct Reader<'a> {
    _input: &'a str,
}
