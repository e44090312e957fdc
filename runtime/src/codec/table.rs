//! Content models as data: what a type's element may have, in schema order.
//!
//! XSD's Unique Particle Attribution rule (XML Schema Part 1, section 3.8.6) makes every content
//! model deterministic with one element of look-ahead, so a flat list of entries is enough.
//! An optional or repeated group and a choice within a sequence are *parts*: types of their own,
//! with tables of their own, that read from the same children as the type they stand in.

use super::{Tag, Wildcard};

/// A number without bound in [`Entry::max`].
pub const UNBOUNDED: u32 = u32::MAX;

/// What the runtime knows of a generated type.
#[derive(Debug)]
pub struct Table {
    /// The type's name in messages.
    pub name: &'static str,
    /// The attributes.
    pub attributes: &'static [AttributeEntry],
    /// How the entries are combined.
    pub content: Content,
    /// The members of the content, in schema order. A member's index is its place here.
    pub entries: &'static [Entry],
    /// The required members among the first 64, by index.
    required: u64,
    /// Whether a member has an occurrence range that takes counting.
    counted: bool,
    /// The number of the namespace and the local part of the type's name; none for one without.
    pub(super) type_name: Option<(u16, &'static str)>,
    /// The attributes beyond those that it has.
    pub(crate) any_attribute: Option<&'static Wildcard>,
}

/// How the entries of a table are combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// No content.
    Empty,
    /// Text alone, read by member 0.
    Text,
    /// One after the other.
    Sequence,
    /// Each once, in any order.
    All,
    /// One of them.
    Choice,
    /// Text, and elements that are member 0, a part.
    Mixed,
}

/// An attribute of a type.
#[derive(Debug)]
pub struct AttributeEntry {
    /// The number of its namespace.
    pub namespace: u16,
    /// Its local name.
    pub local: &'static str,
    /// Whether it must be there.
    pub required: bool,
}

/// A member of a content model.
#[derive(Debug)]
pub struct Entry {
    /// The number of the element's namespace.
    pub namespace: u16,
    /// The element's local name; empty for a part or wildcard, which no element's name equals.
    pub local: &'static str,
    /// The element's tags; empty for a part or wildcard.
    pub tag: Tag,
    /// How often it occurs at least.
    pub min: u32,
    /// How often it occurs at most.
    pub max: u32,
    /// What the member begins with where it is not one element.
    pub open: Option<Open>,
}

/// What a member that is not one element begins with.
#[derive(Clone, Copy, Debug)]
pub enum Open {
    /// A part, a group or choice that has a table of its own: one of these elements, or what one of
    /// these wildcards takes.
    Part(&'static [First], &'static [&'static Wildcard]),
    /// What this wildcard takes, as a list of itself.
    Wildcard(&'static [&'static Wildcard]),
}

/// An element that a part can begin with: the number of its namespace and its local name.
pub type First = (u16, &'static str);

impl Table {
    /// The table of a type.
    #[must_use]
    pub const fn new(
        name: &'static str,
        attributes: &'static [AttributeEntry],
        content: Content,
        entries: &'static [Entry],
    ) -> Self {
        let mut required = 0;
        let mut counted = false;
        let mut index = 0;
        while index < entries.len() {
            let entry = &entries[index];
            let (min, max) = (entry.min, entry.max);
            if min > 0 && index < 64 {
                required |= 1 << index;
            }
            if min > 1 || (max > 1 && max != UNBOUNDED) {
                counted = true;
            }
            index += 1;
        }
        Self {
            name,
            attributes,
            content,
            entries,
            required,
            counted,
            type_name: None,
            any_attribute: None,
        }
    }

    /// The same table with the name of the type, as `xsi:type` gives it.
    #[must_use]
    pub const fn of_type(mut self, namespace: u16, local: &'static str) -> Self {
        self.type_name = Some((namespace, local));
        self
    }

    /// The same table with a wildcard for attributes.
    #[must_use]
    pub const fn with_any_attribute(mut self, wildcard: &'static Wildcard) -> Self {
        self.any_attribute = Some(wildcard);
        self
    }

    /// Whether a start tag may have attributes.
    #[inline]
    pub(super) fn has_attributes(&self) -> bool {
        !self.attributes.is_empty() || self.any_attribute.is_some()
    }

    /// The tags of a member.
    #[must_use]
    #[inline]
    pub fn tag(&self, index: usize) -> &'static Tag {
        &self.entries[index].tag
    }

    /// The required members among the first 64.
    #[inline]
    pub(super) fn required(&self) -> u64 {
        self.required
    }

    /// Whether occurrences are to be counted.
    #[inline]
    pub(super) fn counted(&self) -> bool {
        self.counted
    }
}

impl Entry {
    /// A part that begins with one of `first`.
    #[must_use]
    pub const fn part(first: &'static [First], min: u32, max: u32) -> Self {
        Self::open_part(first, &[], min, max)
    }

    /// A part that begins with one of `first` or what one of `wildcards` takes.
    #[must_use]
    pub const fn open_part(
        first: &'static [First],
        wildcards: &'static [&'static Wildcard],
        min: u32,
        max: u32,
    ) -> Self {
        Self::open(Open::Part(first, wildcards), min, max)
    }

    /// A wildcard, as a list of itself.
    #[must_use]
    pub const fn wildcard(wildcard: &'static [&'static Wildcard], min: u32, max: u32) -> Self {
        Self::open(Open::Wildcard(wildcard), min, max)
    }

    const fn open(open: Open, min: u32, max: u32) -> Self {
        let tag = Tag { start: "", end: "" };
        Self { namespace: 0, local: "", tag, min, max, open: Some(open) }
    }

    /// The elements that a part can begin with.
    pub(super) fn first(&self) -> &'static [First] {
        match self.open {
            Some(Open::Part(first, _)) => first,
            Some(Open::Wildcard(_)) | None => &[],
        }
    }

    /// The wildcards that a part can begin with, or the one that the member is.
    pub(super) fn wildcards(&self) -> &'static [&'static Wildcard] {
        match self.open {
            Some(Open::Part(_, wildcards) | Open::Wildcard(wildcards)) => wildcards,
            None => &[],
        }
    }

    /// Whether a wildcard takes names in the namespace `uri`.
    pub(super) fn allows(&self, uri: &str) -> bool {
        self.wildcards().iter().any(|wildcard| wildcard.allows(uri))
    }

    /// Whether an element of this name begins the member.
    #[inline(always)]
    pub(super) fn begins_with(&self, namespace: u16, local: &str) -> bool {
        if self.namespace == namespace && self.local == local {
            return true;
        }
        self.open.is_some() && self.is_first(namespace, local)
    }

    #[inline(never)]
    fn is_first(&self, namespace: u16, local: &str) -> bool {
        self.first().iter().any(|first| first.0 == namespace && first.1 == local)
    }

    /// Whether the member is a part.
    #[inline]
    pub(super) fn is_part(&self) -> bool {
        matches!(self.open, Some(Open::Part(..)))
    }

    /// Whether the member is an element with a name.
    #[inline]
    pub(super) fn is_element(&self) -> bool {
        self.open.is_none()
    }
}

impl AttributeEntry {
    /// Whether an attribute has this name.
    #[inline]
    pub(super) fn is(&self, name: crate::xml::Name<'_>) -> bool {
        self.namespace == name.namespace && self.local == name.local
    }
}

/// An element of a content model: the number of its namespace, its prefix with the colon, its local
/// name, an attribute of its start tag if it has one, and how often it occurs, which is once where
/// nothing is said.
///
/// A literal rather than a call of a constructor: the compiler checks and evaluates a call apiece,
/// and large contracts have a hundred thousand.
#[doc(hidden)]
#[macro_export]
macro_rules! __element {
    ($namespace:literal, $prefix:literal, $local:literal $([$attribute:literal])?) => {
        $crate::codegen::v1::Entry {
            namespace: $namespace,
            local: $local,
            tag: $crate::codegen::v1::Tag {
                start: ::core::concat!("<", $prefix, $local $(, $attribute)?, ">"),
                end: ::core::concat!("</", $prefix, $local, ">"),
            },
            min: 1,
            max: 1,
            open: None,
        }
    };
    (
        $namespace:literal, $prefix:literal, $local:literal $([$attribute:literal])?,
        $min:expr, $max:expr
    ) => {
        $crate::codegen::v1::Entry {
            namespace: $namespace,
            local: $local,
            tag: $crate::codegen::v1::Tag {
                start: ::core::concat!("<", $prefix, $local $(, $attribute)?, ">"),
                end: ::core::concat!("</", $prefix, $local, ">"),
            },
            min: $min,
            max: $max,
            open: None,
        }
    };
}

/// An attribute of a type: the number of its namespace, its local name, and whether it is required.
#[doc(hidden)]
#[macro_export]
macro_rules! __attribute {
    ($namespace:literal, $local:literal, $required:literal) => {
        $crate::codegen::v1::AttributeEntry {
            namespace: $namespace,
            local: $local,
            required: $required,
        }
    };
}
