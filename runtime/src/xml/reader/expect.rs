//! Start tags that are expected, recognised by comparison instead of being taken apart.
//!
//! Most elements have the prefix of their parent, no attributes, and a name that the content model
//! lists; their name need not be scanned, and their prefix need not be looked up.

use super::{Open, Reader};

/// The next child of the current element, which has the same prefix. It is not read yet.
#[derive(Clone, Copy)]
pub(crate) struct Peeked<'a> {
    /// What stands behind the prefix, to the end of the document.
    rest: &'a [u8],
    /// The namespace of the current element, and of the child unless it declares another.
    namespace: u16,
}

impl Peeked<'_> {
    /// Whether the child has this local name, and no attributes. Most other names are told by
    /// their length.
    #[inline(always)]
    pub(crate) fn is(&self, namespace: u16, local: &str) -> bool {
        self.rest.get(local.len()) == Some(&b'>')
            && self.namespace == namespace
            && begins_with(self.rest, local.as_bytes())
    }
}

/// Whether `bytes`, which are longer, begin with `name`. Short names are compared in place.
#[inline(always)]
fn begins_with(bytes: &[u8], name: &[u8]) -> bool {
    let Some(bytes) = bytes.get(..name.len()) else { return false };
    match (bytes.first_chunk::<4>(), name.first_chunk::<4>()) {
        (Some(first), Some(expected)) if name.len() <= 8 => {
            first == expected && bytes.last_chunk::<4>() == name.last_chunk::<4>()
        }
        (Some(_), Some(_)) => bytes == name,
        _ => bytes.iter().eq(name),
    }
}

impl<'a> Reader<'a> {
    /// The next child of the current element, if it has the same prefix and only white space
    /// stands before it. Nothing but that white space is read.
    #[inline(always)]
    pub(crate) fn peek(&mut self) -> Option<Peeked<'a>> {
        if self.pending != 0 {
            return None;
        }
        let bytes = self.input.as_bytes();
        let at = self.after_space(self.at);
        if self.byte(at) != b'<' {
            return None;
        }
        self.at = at;
        if self.byte(at + 1) == b'/' {
            return None;
        }
        let parent = self.open.last()?;
        let length = parent.local - parent.start;
        if length >= 8 {
            return None;
        }
        let mask = (1 << (8 * length)) - 1;
        let rest = bytes.get(at + 1..)?;
        if (word(rest)? ^ word(bytes.get(parent.start as usize..)?)?) & mask != 0 {
            return None;
        }
        let rest = rest.get(length as usize..)?;
        Some(Peeked { rest, namespace: parent.namespace })
    }

    /// Enters a child that was [peeked](Self::peek) at and has this name and no attributes. Where
    /// that would be over a limit, nothing is done, so that [`next_child`](Self::next_child)
    /// reports it.
    #[inline(always)]
    pub(crate) fn enter(&mut self, child: Peeked<'_>, local: &str) -> bool {
        let limits = self.options.limits();
        let depth = self.open.len();
        let length = local.len();
        let local = self.input.len() - child.rest.len();
        let (start, end) = (self.at + 1, local + length);
        let Some(parent) = self.open.last_mut() else { return false };
        if depth >= limits.depth
            || self.elements_left == 0
            || parent.children as usize >= limits.children
            || end - start > limits.name
        {
            return false;
        }
        parent.children += 1;
        self.elements_left -= 1;
        self.mark = self.at;
        self.at = end + 1;
        self.attributes.clear();
        self.scope.enter();
        self.open.push(Open {
            start: start as u32,
            local: local as u32,
            end: end as u32,
            bindings: self.scope.len() as u32,
            children: 0,
            namespace: child.namespace,
        });
        true
    }
}

/// The first eight bytes, the first one least significant.
#[inline(always)]
fn word(bytes: &[u8]) -> Option<u64> {
    Some(u64::from_le_bytes(*bytes.first_chunk()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::{Limits, Name, ReadError, ReadOptions};

    const NAMESPACE: u16 = crate::xml::FIRST_GENERATED;

    fn after_root<'a>(input: &'a str, options: &ReadOptions) -> Result<Reader<'a>, ReadError> {
        let mut reader = Reader::new(input, &["urn:u"], options);
        reader.root()?;
        Ok(reader)
    }

    fn enter(reader: &mut Reader<'_>, local: &'static str) -> bool {
        let Some(child) = reader.peek() else { return false };
        child.is(NAMESPACE, local) && reader.enter(child, local)
    }

    /// What is entered is what `next_child` returns, and what is not leaves the reader as it was.
    #[test]
    fn plain_children_are_entered() -> Result<(), ReadError> {
        for (child, local, is_entered) in [
            ("<p:b>x</p:b>", "b", true),
            (" \n<p:b></p:b>", "b", true),
            ("<p:seventh>x</p:seventh>", "seventh", true),
            ("<p:eighthly>x</p:eighthly>", "eighthly", true),
            ("<p:ninthlong>x</p:ninthlong>", "ninthlong", true),
            ("<p:ninthlong>x</p:ninthlong>", "ninthlonG", false),
            ("<p:ninthlong>x</p:ninthlong>", "ninthlon", false),
            ("<p:bc>x</p:bc>", "b", false),
            ("<p:b>x</p:b>", "bc", false),
            ("<p:b >x</p:b>", "b", false),
            ("<p:b/>", "b", false),
            ("<p:b c='d'>x</p:b>", "b", false),
            ("<p:b xmlns:p='urn:v'>x</p:b>", "b", false),
            ("<q:b>x</q:b>", "b", false),
            ("<b>x</b>", "b", false),
            ("<!--<p:b>--><p:b>x</p:b>", "b", false),
            ("t<p:b>x</p:b>", "b", false),
            ("", "b", false),
        ] {
            let input = format!(
                "<p:a xmlns:p='urn:u' xmlns:q='urn:u' xmlns='urn:u'>{child}</p:a><!-- the end -->"
            );
            let options = ReadOptions::default();
            let (mut entering, mut other) =
                (after_root(&input, &options)?, after_root(&input, &options)?);
            assert_eq!(enter(&mut entering, local), is_entered, "{child} {local}");
            let expected = other.next_child()?;
            let found = if is_entered { Some(entering.name()) } else { entering.next_child()? };
            assert_eq!(found, expected, "{child} {local}");
            assert_eq!(entering.offset(), other.offset(), "{child} {local}");
            assert_eq!(entering.attribute_count(), other.attribute_count(), "{child} {local}");
            if found.is_some() {
                assert_eq!(entering.text()?, other.text()?, "{child} {local}");
            }
            entering.finish()?;
        }
        Ok(())
    }

    #[test]
    fn a_default_namespace_and_long_prefixes_are_read_too() -> Result<(), ReadError> {
        for (input, is_entered) in [
            ("<a xmlns='urn:u'><b>text</b></a>", true),
            ("<seventh:a xmlns:seventh='urn:u'><seventh:b>text</seventh:b></seventh:a>", false),
            ("<sixth:a xmlns:sixth='urn:u'><sixth:b>text</sixth:b></sixth:a>", true),
            ("<a xmlns='urn:u'><></a>", false),
            ("<a xmlns='urn:u'><b>", false),
        ] {
            let mut reader = after_root(input, &ReadOptions::default())?;
            assert_eq!(enter(&mut reader, "b"), is_entered, "{input}");
            if is_entered {
                assert_eq!(reader.name(), Name::new(NAMESPACE, "b"));
                assert_eq!(reader.text()?, "text");
                reader.finish()?;
            }
        }
        Ok(())
    }

    #[test]
    fn limits_are_left_to_be_reported() -> Result<(), ReadError> {
        let input = "<p:a xmlns:p='urn:u'><p:bcdefghijk>text</p:bcdefghijk></p:a>";
        for change in [
            |limits: &mut Limits| limits.depth = 1,
            |limits: &mut Limits| limits.children = 0,
            |limits: &mut Limits| limits.elements = 1,
            |limits: &mut Limits| limits.name = 10,
        ] {
            let mut limits = Limits::default();
            change(&mut limits);
            let options = ReadOptions::default().with_limits(limits);
            let mut reader = after_root(input, &options)?;
            assert!(!enter(&mut reader, "bcdefghijk"));
            assert!(reader.next_child().is_err());
        }
        Ok(())
    }
}
