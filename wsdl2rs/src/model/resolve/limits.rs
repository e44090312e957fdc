//! Bounds of what is resolved, so that a hostile schema costs bounded time and stack.

/// The longest chain of derivations, of substitution heads, and of references between groups; and
/// the deepest nesting of compositors in one content model.
pub(super) const NESTING: usize = 64;

/// How deeply components stand in one another, such as an element in an anonymous type in an
/// element.
pub(super) const COMPONENT_DEPTH: usize = 256;

/// The number of particles of one content model, groups expanded.
pub(super) const CONTENT_PARTICLES: u64 = 50_000;

/// The number of particles of all content models together, groups expanded.
pub(super) const TOTAL_PARTICLES: u64 = 1_000_000;

/// The number of attribute uses of one type or attribute group, groups expanded.
pub(super) const ATTRIBUTES: usize = 2_000;

/// The number of attribute uses of all types and attribute groups together.
pub(super) const TOTAL_ATTRIBUTES: usize = 500_000;

/// The number of names that get a suggestion.
pub(super) const SUGGESTIONS: usize = 100;
