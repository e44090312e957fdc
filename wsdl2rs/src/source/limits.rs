//! What the generator accepts before it gives up, so that a hostile contract costs bounded time
//! and memory.

/// Build-time limits. Every one of them is reported by name and value when it is exceeded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Bytes of one document.
    pub(crate) file_bytes: usize,
    /// Documents in all, entry documents included.
    pub(crate) files: usize,
    /// Imports and includes between an entry document and a document.
    pub(crate) import_depth: usize,
    /// XML nodes of all documents together.
    pub(crate) nodes: usize,
    /// Type definitions of all documents together, anonymous ones included.
    pub(crate) types: usize,
    /// Steps of derivation, and groups within groups.
    pub(crate) nesting: usize,
    /// Elements within elements in one document.
    pub(crate) depth: usize,
    /// Attributes of one element, namespace declarations included.
    pub(crate) attributes: usize,
    /// Namespace declarations of one element.
    pub(crate) namespaces: usize,
    /// Namespace declarations in scope at one element.
    pub(crate) namespaces_in_scope: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 10 * 1024 * 1024,
            files: 512,
            import_depth: 32,
            nodes: 2_000_000,
            types: 50_000,
            nesting: 64,
            depth: 100,
            attributes: 128,
            namespaces: 64,
            namespaces_in_scope: 1_024,
        }
    }
}
