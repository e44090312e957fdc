//! Messages as trees: a list in a list, with how often each node occurs.

use super::frame::Writer;
use super::{Node, NodeKind};

/// Writes trees as one list.
pub(super) fn write(page: &mut Writer<'_>, nodes: &[Node]) {
    if nodes.is_empty() {
        page.html.element("p", &[("class", "none")], "Nothing.");
        return;
    }
    page.within("ul", &[("class", "tree")], |page| {
        nodes.iter().for_each(|node| item(page, node, 0));
    });
}

/// How many levels are unfolded.
const UNFOLDED: usize = 3;

fn item(page: &mut Writer<'_>, node: &Node, depth: usize) {
    page.within("li", &[("class", class(node.kind))], |page| {
        if node.children.is_empty() {
            page.within("div", &[("class", "node")], |page| line(page, node));
            return;
        }
        let open: &[_] = if depth < UNFOLDED { &[("open", "")] } else { &[] };
        page.within("details", open, |page| {
            page.within("summary", &[("class", "node")], |page| line(page, node));
            page.within("ul", &[], |page| {
                node.children.iter().for_each(|child| item(page, child, depth + 1));
            });
        });
    });
}

fn class(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Element => "element",
        NodeKind::Attribute => "attribute",
        NodeKind::Sequence | NodeKind::Choice | NodeKind::All => "group",
        NodeKind::Any | NodeKind::Text => "open",
    }
}

/// The name, how often, the type, and what else there is to say.
fn line(page: &mut Writer<'_>, node: &Node) {
    let group = match node.kind {
        NodeKind::Element | NodeKind::Attribute => None,
        NodeKind::Sequence => Some("in this order"),
        NodeKind::Choice => Some("one of"),
        NodeKind::All => Some("in any order"),
        NodeKind::Any => Some("any"),
        NodeKind::Text => Some("text"),
    };
    let mark = if node.kind == NodeKind::Attribute { "@" } else { "" };
    match group {
        Some(group) => page.html.element("span", &[("class", "grouping")], group),
        None => page.html.element("span", &[("class", "name")], &format!("{mark}{}", node.name)),
    };
    page.html.text(" ");
    occurrence(page, node);
    if node.nillable {
        let attributes = [("class", "nil"), ("title", "may be nil (xsi:nil)")];
        page.html.text(" ").element("span", &attributes, "nil");
    }
    if let Some(ty) = &node.ty {
        page.html.text(" ");
        page.mention(ty);
    }
    for note in &node.notes {
        page.html.text(" ").element("span", &[("class", "note")], note);
    }
    if !node.documentation.trim().is_empty() {
        let text: Vec<&str> = node.documentation.split_whitespace().collect();
        page.html.element("span", &[("class", "about")], &text.join(" "));
    }
}

fn occurrence(page: &mut Writer<'_>, node: &Node) {
    let is_plain_group = !matches!(node.kind, NodeKind::Element | NodeKind::Attribute)
        && (node.min, node.max) == (1, Some(1));
    if is_plain_group {
        return;
    }
    let max = node.max.map_or_else(|| "*".to_owned(), |max| max.to_string());
    let most = node.max.map_or_else(|| "any number".to_owned(), |max| max.to_string());
    let title = format!("at least {}, at most {most}", node.min);
    let class = if node.min == 0 { "occurs optional" } else { "occurs" };
    let text = format!("{}..{max}", node.min);
    page.html.element("span", &[("class", class), ("title", &title)], &text);
}
