//! SOAP bindings of portTypes (WSDL 1.1, sections 2.5 and 3.3).

use std::collections::BTreeMap;

use super::definitions::Definitions;
use super::origin;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::wsdl::{BoundOperation, PortType};
use crate::syntax::soap::{SoapBinding, SoapVersion};
use crate::syntax::wsdl::Binding;
use crate::vocabulary::{QName, namespaces};

/// A binding with its operations resolved.
pub(super) struct BoundBinding {
    /// The SOAP version.
    pub(super) version: SoapVersion,
    /// The portType.
    pub(super) port_type: Id<PortType>,
    /// The operations in the portType's order.
    pub(super) operations: Vec<BoundOperation>,
}

impl Resolver<'_, '_> {
    /// Resolves a binding; none where it has no SOAP over HTTP, and where its portType is missing.
    pub(super) fn bind(
        &mut self,
        binding: &Binding,
        definitions: &Definitions<'_>,
        port_types: &mut BTreeMap<QName, Id<PortType>>,
    ) -> Option<BoundBinding> {
        let soap = binding.soap.as_ref()?;
        if !self.is_over_http(binding, soap) {
            return None;
        }
        let found = self.defined(&definitions.port_types, "portType", &binding.port_type);
        let Some(port_type) = found else {
            self.unknown_definition("portType", &binding.port_type, "binding");
            return None;
        };
        let name = &port_type.name.value;
        let id = *port_types.entry(name.clone()).or_insert_with(|| {
            let origin = origin(port_type.span, &port_type.documentation);
            self.model.port_types.add(PortType { name: name.clone(), origin })
        });
        let operations = self.bind_operations(port_type, binding, soap, definitions);
        Some(BoundBinding { version: soap.version, port_type: id, operations })
    }

    /// Another transport than HTTP leaves the binding out. A missing one is taken for HTTP.
    fn is_over_http(&mut self, binding: &Binding, soap: &SoapBinding) -> bool {
        let Some(transport) = &soap.transport else { return true };
        let uri = transport.value.trim().trim_end_matches('/');
        let is_http = uri.is_empty()
            || uri == namespaces::SOAP_HTTP
            || uri == namespaces::SOAP12_HTTP.trim_end_matches('/');
        if !is_http {
            let message =
                format!("the binding `{}` is not over HTTP; it is left out", binding.name.value);
            let finding = Diagnostic::new(Code::NotHttp, transport.span, message);
            self.report(finding.component(&binding.name.value));
        }
        is_http
    }
}
