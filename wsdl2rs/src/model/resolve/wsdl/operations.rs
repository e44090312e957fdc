//! Operations: those of the portType matched with those of the binding (WSDL 1.1, sections 2.4,
//! 2.5 and 3.4).

use std::collections::BTreeMap;

use super::addressing;
use super::definitions::Definitions;
use super::messages::Place;
use super::origin;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::wsdl::BoundOperation;
use crate::syntax::soap::{SoapBinding, Style};
use crate::syntax::wsdl::{
    Binding, BindingMessage, BindingOperation, Operation, OperationMessage, PortType,
};
use crate::vocabulary::QName;

impl Resolver<'_, '_> {
    /// The bound operations in the portType's order.
    pub(super) fn bind_operations(
        &mut self,
        port_type: &PortType,
        binding: &Binding,
        soap: &SoapBinding,
        definitions: &Definitions<'_>,
    ) -> Vec<BoundOperation> {
        let mut declared: BTreeMap<&str, Vec<&Operation>> = BTreeMap::new();
        for operation in &port_type.operations {
            declared.entry(&operation.name.value).or_default().push(operation);
        }
        let mut bound: BTreeMap<&str, Vec<&BindingOperation>> = BTreeMap::new();
        for operation in &binding.operations {
            let name = operation.name.value.as_str();
            bound.entry(name).or_default().push(operation);
            if !declared.contains_key(name) {
                let message = format!("the portType has no operation `{name}`");
                let finding = Diagnostic::new(Code::UnknownOperation, operation.name.span, message);
                self.report(finding.label(port_type.span, "the portType"));
            }
        }
        for (name, bindings) in &bound {
            // Overloads are bound once each; one operation that is bound twice has two contracts.
            let count = declared.get(name).map_or(0, Vec::len);
            if count > 0
                && let Some(excess) = bindings.get(count)
            {
                let message =
                    format!("the operation `{name}` is bound twice; the first one counts");
                let finding = Diagnostic::new(Code::DuplicateDefinition, excess.name.span, message);
                self.report(finding.label(bindings[0].name.span, "bound first"));
            }
        }
        let mut operations = Vec::new();
        for operation in &port_type.operations {
            let name = operation.name.value.as_str();
            let overloads = &declared[name];
            let candidates = bound.get(name).map_or(&[][..], Vec::as_slice);
            let Some(matched) = self.matching(operation, overloads, candidates, binding) else {
                continue;
            };
            let name = &port_type.name.value;
            operations.extend(self.bind_operation((name, operation), matched, soap, definitions));
        }
        operations
    }

    /// The binding operation of a portType operation.
    fn matching<'b>(
        &mut self,
        operation: &Operation,
        overloads: &[&Operation],
        candidates: &[&'b BindingOperation],
        binding: &Binding,
    ) -> Option<&'b BindingOperation> {
        let name = &operation.name.value;
        let found = match (overloads.len(), candidates) {
            (_, []) => {
                let message = format!("the operation `{name}` is not bound; it is left out");
                let finding = Diagnostic::new(Code::UnboundOperation, operation.span, message);
                self.report(finding.label(binding.span, "the binding"));
                return None;
            }
            (1, [only]) => Some(*only),
            _ => {
                let by_names =
                    candidates.iter().find(|candidate| has_names_of(candidate, operation));
                let position = overloads.iter().position(|other| other.span == operation.span);
                let by_position = position.and_then(|position| candidates.get(position));
                let nameless = |candidate: &&&BindingOperation| {
                    candidate.input.as_ref().is_none_or(|input| input.name.is_none())
                        && candidate.output.as_ref().is_none_or(|output| output.name.is_none())
                };
                by_names.or(by_position.filter(nameless)).copied()
            }
        };
        if found.is_none() {
            let message =
                format!("no binding operation has the names of this overload of `{name}`");
            let finding = Diagnostic::new(Code::UnboundOperation, operation.span, message);
            self.report(finding.label(binding.span, "the binding"));
        }
        found
    }

    fn bind_operation(
        &mut self,
        (port_type, operation): (&QName, &Operation),
        binding: &BindingOperation,
        soap: &SoapBinding,
        definitions: &Definitions<'_>,
    ) -> Option<BoundOperation> {
        let name = &operation.name.value;
        let input = match &operation.input {
            Some(input) if !operation.output_first => input,
            _ => {
                let message =
                    format!("the operation `{name}` is begun by the service; it is left out");
                self.find(Code::ServiceBegins, operation.span, message);
                return None;
            }
        };
        let own = binding.soap.as_ref();
        let style = own.and_then(|own| own.style.as_ref()).or(soap.style.as_ref());
        let style = style.map_or(Style::Document, |style| style.value);
        let place = |declared, bound, wrapper: String| Place {
            declared,
            bound,
            binding_span: binding.span,
            style,
            wrapper,
        };
        let input_place = place(input, binding.input.as_ref(), name.clone());
        let output_place = operation
            .output
            .as_ref()
            .map(|output| place(output, binding.output.as_ref(), format!("{name}Response")));
        let bound_input = self.bind_message(&input_place, definitions);
        let bound_output = output_place.map(|place| self.bind_message(&place, definitions));
        let faults = self.bind_faults(operation, binding, definitions);
        let soap_action = self.soap_action(own)?;
        Some(BoundOperation {
            name: name.clone(),
            origin: origin(operation.span, &operation.documentation),
            binding_span: binding.span,
            action: addressing::action(port_type, operation, &soap_action),
            soap_action,
            style,
            input: bound_input?,
            output: match bound_output {
                Some(output) => Some(output?),
                None => None,
            },
            faults,
        })
    }
}

/// Whether the names of input and output of a binding operation, as far as it has them, are those
/// of the portType operation, given or by default (WSDL 1.1, section 2.4.5).
fn has_names_of(binding: &BindingOperation, operation: &Operation) -> bool {
    let name = &operation.name.value;
    let one_way = operation.output.is_none();
    let input = if one_way { name.clone() } else { format!("{name}Request") };
    let output = format!("{name}Response");
    let is_named = binding.input.as_ref().is_some_and(|input| input.name.is_some())
        || binding.output.as_ref().is_some_and(|output| output.name.is_some());
    is_named
        && agrees(binding.input.as_ref(), operation.input.as_ref(), &input)
        && agrees(binding.output.as_ref(), operation.output.as_ref(), &output)
}

fn agrees(
    bound: Option<&BindingMessage>,
    declared: Option<&OperationMessage>,
    default: &str,
) -> bool {
    let Some(bound) = bound.and_then(|bound| bound.name.as_ref()) else { return true };
    let declared = declared.and_then(|declared| declared.name.as_ref());
    bound.value == declared.map_or(default, |name| name.value.as_str())
}
