//! Where requests go, and the action that they name (WSDL 1.1, sections 3.4 and 3.8), judged as the
//! runtime judges them: what it would refuse at the first call is told here.

use super::Resolver;
use crate::diagnostic::Code;
use crate::syntax::soap::SoapOperation;
use crate::syntax::wsdl as syntax;

impl Resolver<'_, '_> {
    /// The address of a port as it is written; empty where there is none.
    pub(super) fn address(&mut self, port: &syntax::Port) -> String {
        let Some(address) = &port.address else {
            self.find(Code::Address, port.span, "the port has no address");
            return String::new();
        };
        let location = address.location.value.trim();
        if let Some(fault) = fault_of(location) {
            let message = format!("no request can go to this address: {fault}");
            self.find(Code::Address, address.location.span, message);
        }
        location.to_owned()
    }

    /// The `soapAction` of an operation, empty where there is none; nothing for one that cannot be
    /// sent, with which the operation is left out.
    pub(super) fn soap_action(&mut self, operation: Option<&SoapOperation>) -> Option<String> {
        let Some(action) = operation.and_then(|operation| operation.action.as_ref()) else {
            return Some(String::new());
        };
        let text = action.value.trim();
        // The header's value is a quoted string, and what could end it must not be let in.
        let bad = |c: &char| !c.is_ascii_graphic() || matches!(c, '"' | '\\');
        match text.chars().find(bad) {
            None => Some(text.to_owned()),
            Some(c) => {
                let message = format!("the soapAction has {c:?}, which is not sent in one");
                self.find(Code::SoapAction, action.span, message);
                None
            }
        }
    }
}

/// Why no request can be sent to a location.
fn fault_of(location: &str) -> Option<&'static str> {
    let Some((scheme, rest)) = location.split_once("://") else {
        return Some("it is not an absolute URL");
    };
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return Some("its scheme is neither http nor https");
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Some("it holds a user name or password, which belong to the caller");
    }
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    let is_literal = host.starts_with('[') && host.ends_with(']');
    let has_port = !is_literal && host.contains(':');
    let legal = |byte: u8| byte.is_ascii_graphic() && !br#""<>\^`{|}"#.contains(&byte);
    if host.is_empty() || has_port || !rest.bytes().all(legal) {
        return Some("it is not an absolute URL");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::fault_of;

    #[test]
    fn only_http_urls_are_addresses() {
        let url = Some("it is not an absolute URL");
        let scheme = Some("its scheme is neither http nor https");
        let user = Some("it holds a user name or password, which belong to the caller");
        for (location, expected) in [
            ("https://example.com/a?b#c", None),
            ("HTTP://example.com:8080", None),
            ("http://[::1]:80/a", None),
            ("http://example.com:/", None),
            ("", url),
            ("REPLACE_WITH_ACTUAL_URL", url),
            ("/service", url),
            ("//example.com/", url),
            ("http:///a", url),
            ("http://:80/", url),
            ("http://example.com:port/", url),
            ("http://example.com/a b", url),
            ("http://{host}/", url),
            ("http://exämple.com/", url),
            ("file:///etc/passwd", scheme),
            ("net.tcp://example.com/", scheme),
            ("jms:queue:q", url),
            ("https://me:key@example.com/", user),
        ] {
            assert_eq!(fault_of(location), expected, "{location}");
        }
    }
}
