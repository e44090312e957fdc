//! What can be wrong with a document.

/// Why a document could not be read.
#[derive(Debug)]
pub struct ReadError {
    _private: (),
}

/// Why a value could not be written.
#[derive(Debug)]
pub struct WriteError {
    _private: (),
}
