//! The `Security` header of an answer: a timestamp that is not over is understood, and nothing else
//! (SOAP Message Security 1.1, sections 5 and 10).

use std::time::{Duration, SystemTime};

use super::Security;
use super::stamp::NAME;
use crate::value::{DateTime, TextValue as _, ValueError};
use crate::xml::{ErrorKind, Name, ReadError, Reader, WSU};

impl Security {
    /// Reads the current element, a `Security` header for this receiver. What is against taking the
    /// answer is returned; an error is one of the document itself.
    pub(crate) fn judge(
        &self,
        reader: &mut Reader<'_>,
        must_understand: bool,
    ) -> Result<Option<ReadError>, ReadError> {
        let mut doubt = None;
        let mut unknown = None;
        while let Some(child) = reader.next_child()? {
            if child == Name::new(WSU, "Timestamp") {
                let found = self.in_time(reader)?;
                doubt = doubt.or(found);
            } else {
                if must_understand && unknown.is_none() {
                    unknown = Some(reader.error(ErrorKind::NotUnderstood { name: NAME }));
                }
                reader.skip()?;
            }
        }
        Ok(unknown.or(doubt))
    }

    fn in_time(&self, reader: &mut Reader<'_>) -> Result<Option<ReadError>, ReadError> {
        let now = self.clock.now();
        let mut doubt = None;
        while let Some(child) = reader.next_child()? {
            let (is_created, is_expires) =
                (child == Name::new(WSU, "Created"), child == Name::new(WSU, "Expires"));
            if !is_created && !is_expires {
                reader.skip()?;
                continue;
            }
            let text = text(reader)?;
            let text = text.trim();
            let excerpt = text.to_owned();
            let found = match instant(text) {
                Err(error) => Some(reader.invalid_value(error, text)),
                Ok(millis) if is_created => is_later(millis, now.checked_add(self.skew))
                    .then(|| reader.error(ErrorKind::Early { excerpt })),
                Ok(millis) => is_earlier(millis, now.checked_sub(self.skew))
                    .then(|| reader.error(ErrorKind::Expired { excerpt })),
            };
            doubt = doubt.or(found);
        }
        Ok(doubt)
    }
}

/// The text of the current element; elements in it are passed over.
fn text(reader: &mut Reader<'_>) -> Result<String, ReadError> {
    let mut text = String::new();
    while reader.next_mixed_child(&mut text)?.is_some() {
        reader.skip()?;
    }
    Ok(text)
}

/// A time that says where it is.
fn instant(text: &str) -> Result<i64, ValueError> {
    let time = DateTime::parse(text)?;
    time.to_unix_millis().ok_or_else(|| ValueError::new(DateTime::TYPE_NAME, "a time with a zone"))
}

fn is_later(millis: i64, bound: Option<SystemTime>) -> bool {
    bound.and_then(unix_millis).is_some_and(|bound| millis > bound)
}

fn is_earlier(millis: i64, bound: Option<SystemTime>) -> bool {
    bound.and_then(unix_millis).is_some_and(|bound| millis <= bound)
}

/// Milliseconds since 1970-01-01T00:00:00Z; none where they do not fit.
pub(super) fn unix_millis(time: SystemTime) -> Option<i64> {
    let since: Duration = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok()
}
