//! Which message an answer is to (WS-Addressing 1.0 Core, section 3.3).

use super::{MessageId, SUBMISSION, V10};
use crate::xml::{ErrorKind, Name, ReadError, Reader};

/// Reads the current header block if it is a `RelatesTo`; none where it is another, and nothing has
/// been read. What is against taking the answer is returned.
pub(crate) fn relates_to(
    sent: &MessageId,
    block: Name<'_>,
    reader: &mut Reader<'_>,
) -> Result<Option<Option<ReadError>>, ReadError> {
    let namespace = reader.namespace_uri(block.namespace);
    if block.local != "RelatesTo" || !matches!(namespace, V10 | SUBMISSION) {
        return Ok(None);
    }
    // Other relations than that of an answer are the service's own.
    let relation = (0..reader.attribute_count())
        .filter_map(|index| reader.attribute(index))
        .find(|attribute| {
            attribute.name() == Name::new(crate::xml::NO_NAMESPACE, "RelationshipType")
        })
        .map(|attribute| attribute.value().trim().to_owned());
    let is_answer = relation.is_none_or(|relation| {
        relation == "http://www.w3.org/2005/08/addressing/reply"
            || relation.rsplit(':').next() == Some("Reply")
    });
    let mut text = String::new();
    while reader.next_mixed_child(&mut text)?.is_some() {
        reader.skip()?;
    }
    let text = text.trim();
    if !is_answer || text == sent.as_str() {
        return Ok(Some(None));
    }
    let excerpt = text.chars().take(64).collect();
    Ok(Some(Some(reader.error(ErrorKind::Unrelated { excerpt }))))
}
