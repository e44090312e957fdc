//! The page of an operation: its messages as trees, samples of them, and the call in Rust.

use super::frame::{self, Writer};
use super::{Message, Page, Site, Target, tree};

/// Writes the page.
pub(super) fn page(site: &Site<'_>, index: usize) -> Page {
    let operation = &site.contract.operations[index];
    let mut page = Writer::new(site, true);
    frame::title(&mut page, "Operation", &operation.head, &[]);
    page.facts(&operation.facts);
    if let Some(call) = &operation.call {
        page.section("call", "Call in Rust", |page| page.code("Rust", call));
    }
    page.section("request", "Request", |page| message(page, &operation.request, "request"));
    match &operation.reply {
        Some(reply) => page.section("reply", "Reply", |page| message(page, reply, "reply")),
        None => page.section("reply", "Reply", |page| {
            page.html.element("p", &[], "The operation is one-way: the server sends no reply.");
        }),
    }
    if !operation.faults.is_empty() {
        page.section("faults", "Faults", |page| tree::write(page, &operation.faults));
    }
    let path = site.paths.of(Target::Operation(index)).to_owned();
    page.finish(&path, &operation.head.local, "operation")
}

fn message(page: &mut Writer<'_>, message: &Message, what: &str) {
    page.within("div", &[("class", "beside")], |page| {
        page.within("div", &[("class", "shape")], |page| {
            if !message.headers.is_empty() {
                page.html.element("h3", &[], "Headers");
                tree::write(page, &message.headers);
                page.html.element("h3", &[], "Body");
            }
            tree::write(page, &message.body);
        });
        if let Some(sample) = &message.sample {
            page.within("div", &[("class", "shape")], |page| {
                page.code(&format!("Sample {what}"), sample);
            });
        }
    });
}
