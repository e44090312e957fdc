//! What a fault says about a header of the request, in a header of its own (WSDL 1.1, section 3.7).

use super::definitions::Definitions;
use super::messages::used;
use crate::diagnostic::Code;
use crate::model::resolve::Resolver;
use crate::model::wsdl::{BoundFault, PartContent, Use};
use crate::syntax::soap::SoapHeader;

impl Resolver<'_, '_> {
    /// The header faults of a header. One that is no literal element is left out with a note.
    pub(super) fn bind_header_faults(
        &mut self,
        header: &SoapHeader,
        definitions: &Definitions<'_>,
    ) -> Vec<BoundFault> {
        let bound = header.faults.iter().filter_map(|fault| {
            let bound = self.bind_header_fault(fault, definitions);
            if let Err(why) = &bound {
                let message = format!("{why}; the header fault is left out");
                self.find(Code::HeaderFault, fault.span, message);
            }
            bound.ok()
        });
        bound.collect()
    }

    fn bind_header_fault(
        &mut self,
        fault: &SoapHeader,
        definitions: &Definitions<'_>,
    ) -> Result<BoundFault, String> {
        let (message, part) = (&fault.message.value, &fault.part.value);
        let Some(found) = definitions.messages.get(message).copied() else {
            return Err(format!("there is no message `{message}`"));
        };
        let Some(part) = found.parts.iter().find(|found| found.name.value == *part) else {
            return Err(format!("the message `{message}` has no part `{part}`"));
        };
        let usage = used(fault.usage.as_ref());
        match self.part_content(part, "header fault") {
            Some(PartContent::Element(id)) if usage == Use::Literal => {
                let name = self.model.elements[id].name.local.to_string();
                let content = PartContent::Element(id);
                Ok(BoundFault { name, span: fault.span, content, element: id, usage })
            }
            Some(PartContent::Element(_)) => {
                Err("a header that is encoded is not typed".to_owned())
            }
            Some(PartContent::Type(_)) => {
                Err(format!("the part `{}` has a type and no element", part.name.value))
            }
            None => Err(format!("nobody knows what the part `{}` is", part.name.value)),
        }
    }
}
