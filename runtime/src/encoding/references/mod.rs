//! References of one value to another (SOAP 1.1, sections 5.2 and 5.4.1): `href="#a"` stands for the
//! element with `id="a"`, which stands somewhere else in the body, often after the wrapper.
//!
//! They are resolved before anything is decoded: the message becomes one tree, in which a value that
//! is referred to twice stands twice. A message without references is left as it is.

mod scopes;
mod splice;
mod survey;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::xml::{ReadError, ReadOptions};

/// The message with its references resolved, and without the elements that only they lead to.
/// A document that is no message or not well-formed is left as it is, for who reads it to say so.
///
/// # Errors
/// When a reference leads to no element, outside of the message, or back to itself; when the tree
/// is over `Limits::decoded_body` or `Limits::depth`. Time and memory are bounded by the former.
pub(crate) fn resolve<'a>(text: &'a str, options: &ReadOptions) -> Result<Cow<'a, str>, ReadError> {
    if !text.contains("href") {
        return Ok(Cow::Borrowed(text));
    }
    match survey::survey(text, options) {
        Ok(Some(survey)) if !survey.references.is_empty() => {
            splice::splice(text, &survey, options.limits()).map(Cow::Owned)
        }
        Ok(_) | Err(_) => Ok(Cow::Borrowed(text)),
    }
}
