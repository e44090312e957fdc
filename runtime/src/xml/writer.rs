//! The writer.

/// Writes one document into one buffer.
#[derive(Debug, Default)]
pub struct Writer {
    _out: String,
}
