//! Elements that the client fills from its credentials.

use super::Tag;
use crate::xml::{WriteError, Writer};

/// Writes an element of credentials.
///
/// # Errors
/// When the text has a character that XML 1.0 cannot carry.
pub fn write_credential(
    text: &str,
    tag: &'static Tag,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    writer.start(tag);
    writer.text(text)?;
    writer.end(tag);
    Ok(())
}
