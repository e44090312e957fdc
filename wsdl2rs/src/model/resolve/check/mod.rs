//! Rules about whole components, checked once everything is resolved: one file each.

use super::Resolver;

impl Resolver<'_, '_> {
    /// Checks all schema components.
    pub(super) fn check_schemas(&mut self) {}
}
