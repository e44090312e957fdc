//! What a contract says of addressing headers (WS-Addressing 1.0 Metadata, sections 3 and 4.4, and the
//! WSDL Binding that it replaced).

use crate::model::wsdl::{Action, Addressing};
use crate::syntax::ForeignElement;
use crate::syntax::wsdl::Operation;
use crate::vocabulary::{QName, namespaces, terms};

/// What `UsingAddressing` says among the extension elements of a port or binding.
pub(super) fn used(extensions: &[ForeignElement]) -> Addressing {
    let using = extensions.iter().filter(|element| &*element.name.local == terms::USING_ADDRESSING);
    let says = using.map(|element| {
        let required = element.attributes.iter().any(|(name, value)| {
            name.namespace.as_str() == namespaces::WSDL
                && &*name.local == terms::REQUIRED
                && matches!(value.trim(), "true" | "1")
        });
        demand(&element.name, !required)
    });
    says.max().unwrap_or(Addressing::Unsaid)
}

/// What an element that announces addressing says; `Unsaid` for others.
pub(super) fn demand(name: &QName, optional: bool) -> Addressing {
    let namespace = name.namespace.as_str();
    let (is_10, is_submission) = match &*name.local {
        "Addressing" => (namespaces::WSAM.contains(&namespace), false),
        terms::USING_ADDRESSING => {
            (namespaces::WSAW.contains(&namespace), namespace == namespaces::WSAP)
        }
        _ => (false, false),
    };
    match (is_10, is_submission) {
        (false, false) => Addressing::Unsaid,
        _ if optional => Addressing::Offered,
        (true, _) => Addressing::Required,
        (false, true) => Addressing::Submission,
    }
}

/// The action of the request: the one that the portType gives, or else the `soapAction`, or else
/// the one that is made of names (Metadata, sections 4.4.1 and 4.4.4).
pub(super) fn action(port_type: &QName, operation: &Operation, soap_action: &str) -> Action {
    let input = operation.input.as_ref();
    let given = input.and_then(|input| input.action.as_ref());
    if let Some(action) = given.map(|action| action.value.trim()).filter(|uri| !uri.is_empty()) {
        return Action::Given(action.to_owned());
    }
    if !soap_action.is_empty() {
        return Action::Made(soap_action.to_owned());
    }
    let name = input.and_then(|input| input.name.as_ref()).map(|name| name.value.as_str());
    let one_way = operation.output.is_none();
    Action::Made(default_action(port_type, &operation.name.value, name, one_way))
}

fn default_action(
    port_type: &QName,
    operation: &str,
    input: Option<&str>,
    one_way: bool,
) -> String {
    let namespace = port_type.namespace.as_str();
    let is_urn = namespace.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("urn:"));
    let delimiter = if is_urn { ":" } else { "/" };
    let first = if namespace.ends_with(delimiter) { "" } else { delimiter };
    // The names that inputs have by default are those of WSDL 1.1, section 2.4.5.
    let default = if one_way { operation.to_owned() } else { format!("{operation}Request") };
    let input = input.unwrap_or(&default);
    format!("{namespace}{first}{}{delimiter}{input}", port_type.local)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Namespace;

    #[test]
    fn actions_are_made_of_names() {
        let rows = [
            ("http://example.com/t", Some("In"), false, "http://example.com/t/P/In"),
            ("http://example.com/t/", None, false, "http://example.com/t/P/GetRequest"),
            ("urn:t", None, true, "urn:t:P:Get"),
            ("URN:t:", Some("In"), true, "URN:t:P:In"),
        ];
        for (namespace, input, one_way, expected) in rows {
            let port_type = QName::new(Namespace::new(namespace), "P");
            assert_eq!(default_action(&port_type, "Get", input, one_way), expected);
        }
    }
}
