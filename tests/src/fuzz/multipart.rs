//! A message of several parts: the first byte says in pieces of which size it arrives, the first line
//! is its media type. Its parts are the same however it arrives, or it is refused.

use wsdl2rs_runtime::mime::{MimeError, Multipart, Related};
use wsdl2rs_runtime::xml::Limits;

/// Takes a message apart, whole and in pieces.
pub(super) fn run(data: &[u8]) {
    let Some((size, rest)) = super::split(data) else { return };
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let Ok(content_type) = std::str::from_utf8(&rest[..end]) else { return };
    let body = rest.get(end + 1..).unwrap_or_default();
    let mut limits = Limits::default();
    limits.mime_parts = 10;
    limits.mime_part_header = 1_000;
    let whole = parts(content_type, body, body.len(), &limits);
    let pieces = parts(content_type, body, usize::from(size % 16), &limits);
    match (whole, pieces) {
        (Ok(whole), Ok(pieces)) => assert_eq!(format!("{whole:?}"), format!("{pieces:?}")),
        (Err(whole), Err(pieces)) => {
            assert!(!whole.to_string().contains(char::is_control), "{whole:?}");
            assert!(!pieces.to_string().is_empty());
        }
        (whole, pieces) => panic!("{whole:?} and in pieces {pieces:?}"),
    }
}

fn parts(
    content_type: &str,
    body: &[u8],
    size: usize,
    limits: &Limits,
) -> Result<Related, MimeError> {
    let mut multipart = Multipart::new(content_type, limits)?;
    for piece in body.chunks(size.max(1)) {
        multipart.push(piece)?;
    }
    multipart.finish()
}
