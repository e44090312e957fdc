//! A text that must not be shown: it is wiped on drop and never printed.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

/// A secret key or password.
///
/// Its memory is overwritten with zeros when the last clone is dropped; clones share it. `Debug`
/// and `Display` print `***`. The text is reached only by [`expose`](Self::expose), so that every
/// use can be found by that name.
#[derive(Clone)]
pub struct Secret(Arc<Zeroizing<String>>);

impl Secret {
    /// Takes the text over. A `String` is moved without a copy; the caller's copies of a borrowed
    /// text are the caller's to wipe.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(Arc::new(Zeroizing::new(text.into())))
    }

    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_printed_as_stars() {
        let secret = Secret::new("canary");
        assert_eq!(format!("{secret:?} {secret} {secret:#?}"), "Secret(***) *** Secret(***)");
        assert_eq!(secret.expose(), "canary");
    }

    #[test]
    fn a_secret_is_of_a_type_that_wipes_itself() {
        fn wipes<T: zeroize::ZeroizeOnDrop>(_: &T) {}
        let Secret(text) = Secret::new("canary");
        wipes(&*text);
        assert_eq!(Arc::strong_count(&text), 1);
    }
}
