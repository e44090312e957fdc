//! The first page: services, their ports and operations.

use super::frame::Writer;
use super::{Page, Port, Service, Site, Target, lists};

/// Writes the page.
pub(super) fn page(site: &Site<'_>) -> Page {
    let mut page = Writer::new(site, false);
    let contract = site.contract;
    page.html.element("p", &[("class", "kind")], "Contract");
    page.html.element("h1", &[], &contract.title);
    for service in &contract.services {
        write_service(&mut page, service);
    }
    if contract.services.is_empty() {
        page.html.element(
            "p",
            &[],
            "The documents have no SOAP service; what they declare is here.",
        );
        let elements = (0..contract.elements.len()).map(Target::Element);
        page.section("elements", "Elements", |page| lists::table(page, elements));
    }
    page.finish("index.html", &contract.title, "")
}

fn write_service(page: &mut Writer<'_>, service: &Service) {
    page.within("section", &[("class", "service")], |page| {
        page.html.within("h2", &[], |html| {
            html.element("span", &[("class", "kind")], "Service ").text(&service.head.local);
        });
        page.html.within("p", &[("class", "origin")], |html| {
            html.element("code", &[], &service.head.namespace).text(" ").text(&service.head.place);
        });
        page.documentation(&service.head.documentation);
        let mut shown: Vec<&[usize]> = Vec::new();
        for port in &service.ports {
            write_port(page, port);
            // Ports of one portType have the same operations, which are listed once.
            if shown.contains(&port.operations.as_slice()) {
                page.html.element("p", &[("class", "none")], "The same operations as above.");
                continue;
            }
            shown.push(&port.operations);
            lists::table(page, port.operations.iter().map(|index| Target::Operation(*index)));
        }
    });
}

fn write_port(page: &mut Writer<'_>, port: &Port) {
    page.html.within("h3", &[], |html| {
        html.element("span", &[("class", "kind")], "Port ").text(&port.name);
        html.text(" ").element("span", &[("class", "mark")], &format!("SOAP {}", port.soap));
    });
    let mut facts = vec![("Address", port.address.clone())];
    if let Some(client) = &port.client {
        facts.push(("Client in Rust", client.clone()));
    }
    page.facts(&facts);
}
