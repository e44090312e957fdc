//! A whole `multipart/related` message: which part is the root (RFC 2387, section 3.2).

use super::content_id::of_field;
use super::{MimeError, Part, Parts};

/// A message that has been read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    root: Part,
    parts: Parts,
}

impl Related {
    /// `start` is the parameter of that name; without it the first part is the root.
    ///
    /// # Errors
    /// When there is no such part, or two have one identifier.
    pub(super) fn new(mut parts: Vec<Part>, start: Option<&str>) -> Result<Self, MimeError> {
        for (index, part) in parts.iter().enumerate() {
            let Some(id) = part.content_id() else { continue };
            if parts[..index].iter().any(|before| before.content_id() == Some(id)) {
                return Err(MimeError::RepeatedId(id.to_owned()));
            }
        }
        let root = match start.map(of_field).filter(|start| !start.is_empty()) {
            Some(start) => parts.iter().position(|part| part.content_id() == Some(start)),
            None => (!parts.is_empty()).then_some(0),
        };
        let root = parts.remove(root.ok_or(MimeError::NoRoot)?);
        Ok(Self { root, parts: Parts::new(parts) })
    }

    /// The root: what a receiver reads first.
    #[must_use]
    pub fn root(&self) -> &Part {
        &self.root
    }

    /// The other parts.
    #[must_use]
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Both, taken out.
    #[must_use]
    pub fn into_root_and_parts(self) -> (Part, Parts) {
        (self.root, self.parts)
    }
}
