//! Declared faults (WSDL 1.1, section 3.6).

use super::definitions::Definitions;
use super::messages::used;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::wsdl::{BoundFault, PartContent};
use crate::syntax::soap::Use;
use crate::syntax::wsdl::{BindingOperation, Operation, OperationMessage};
use crate::vocabulary::Namespace;

impl Resolver<'_, '_> {
    /// The faults that the portType declares. One that the binding does not repeat is literal.
    pub(super) fn bind_faults(
        &mut self,
        operation: &Operation,
        binding: &BindingOperation,
        definitions: &Definitions<'_>,
    ) -> Vec<BoundFault> {
        for bound in &binding.faults {
            let name = bound.name.as_ref();
            let is_declared = operation.faults.iter().any(|fault| {
                fault.name.as_ref().map(|name| &name.value) == name.map(|name| &name.value)
            });
            if let (Some(name), false) = (name, is_declared) {
                let message = format!("the portType operation declares no fault `{}`", name.value);
                let finding = Diagnostic::new(Code::UnknownFault, name.span, message);
                self.report(finding.label(operation.span, "the operation"));
            }
        }
        operation
            .faults
            .iter()
            .filter_map(|fault| {
                let name = fault.name.as_ref().map(|name| &name.value);
                let bound = binding
                    .faults
                    .iter()
                    .find(|bound| bound.name.as_ref().map(|name| &name.value) == name);
                let soap = bound.and_then(|bound| bound.soap.as_ref());
                let usage = used(soap.and_then(|soap| soap.usage.as_ref()));
                self.bind_fault(fault, usage, definitions)
            })
            .collect()
    }

    fn bind_fault(
        &mut self,
        fault: &OperationMessage,
        usage: Use,
        definitions: &Definitions<'_>,
    ) -> Option<BoundFault> {
        let message = self.message_named(&fault.message, definitions, "fault")?;
        let [part] = message.parts.as_slice() else {
            let text = format!(
                "the message `{}` of a fault has {} parts instead of one; the fault is left out",
                message.name.value,
                message.parts.len()
            );
            let finding = Diagnostic::new(Code::FaultParts, fault.span, text);
            self.report(finding.label(message.span, "the message"));
            return None;
        };
        let name =
            fault.name.as_ref().map_or(&*message.name.value.local, |name| name.value.as_str());
        let content = self.part_content(part, "fault")?;
        let element = match content {
            PartContent::Element(id) => id,
            PartContent::Type(ty) => self.accessor(part, ty, Namespace::none()),
        };
        Some(BoundFault { name: name.to_owned(), span: fault.span, content, element, usage })
    }
}
