//! WSDL.
use super::Resolver;

impl Resolver<'_, '_> {
    /// Services.
    pub(super) fn resolve_services(&mut self) {}
}
