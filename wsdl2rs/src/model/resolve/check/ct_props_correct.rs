//! `ct-props-correct`, clause 5 (XSD 1.0 Part 1, section 3.4.6): at most one attribute of a type is
//! an `ID`.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;

impl Resolver<'_, '_> {
    /// Checks the attributes of all complex types.
    pub(super) fn check_id_attributes(&mut self) {
        let is_id: Vec<bool> =
            self.model.attributes.iter().map(|(_, attribute)| self.is_id(attribute.ty)).collect();
        let mut findings = Vec::new();
        for (_, ty) in self.model.complex_types.iter() {
            let mut ids =
                ty.attributes.iter().filter(|attribute| is_id[attribute.attribute.index()]);
            if let (Some(first), Some(second)) = (ids.next(), ids.next()) {
                let message = "the type has two attributes that are IDs";
                let finding = Diagnostic::new(Code::TwoIds, second.span, message);
                findings.push(finding.label(first.span, "the first one"));
            }
        }
        for finding in findings {
            self.report(finding);
        }
    }
}
