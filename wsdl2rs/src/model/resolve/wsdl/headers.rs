//! Headers of messages as bound to SOAP (WSDL 1.1, section 3.7).

use super::definitions::Definitions;
use super::messages::used;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::wsdl::{Header, PartContent};
use crate::syntax::soap::SoapHeader;
use crate::vocabulary::Namespace;

impl Resolver<'_, '_> {
    /// A header; none with a finding that says what is left out for it. The part of a header names
    /// an element (WS-I Basic Profile 1.1, R2205); of one with a type the block is named after the part.
    pub(super) fn bind_header(
        &mut self,
        header: &SoapHeader,
        definitions: &Definitions<'_>,
    ) -> Option<Header> {
        let message = self.message_named(&header.message, definitions, "operation")?;
        let part = message.parts.iter().find(|part| part.name.value == header.part.value);
        let Some(part) = part else {
            let text = format!(
                "the message `{}` has no part `{}`; the operation is left out",
                message.name.value, header.part.value
            );
            self.broken_reference.get_or_insert(header.part.span);
            let finding = Diagnostic::new(Code::UnknownPart, header.part.span, text);
            self.report(finding.label(message.span, "the message"));
            return None;
        };
        let element = match self.part_content(part, "operation")? {
            PartContent::Element(id) => id,
            PartContent::Type(ty) => {
                let message =
                    format!("a header is an element, but the part `{}` is typed", part.name.value);
                let finding = Diagnostic::new(Code::TypedHeader, header.span, message);
                self.report(finding.label(part.span, "the part"));
                let namespace = header.namespace.as_ref();
                let namespace = namespace.map_or_else(Namespace::none, |it| it.value.clone());
                self.header_block(part, ty, namespace)
            }
        };
        Some(Header {
            part: part.name.value.clone(),
            span: header.span,
            element,
            usage: used(header.usage.as_ref()),
            required: header.required,
            faults: self.bind_header_faults(header, definitions),
        })
    }
}
