//! XML as a tree, and as text: indented where there is no text beside elements.

/// An element in the making.
#[derive(Debug)]
pub(super) struct Tree {
    name: String,
    /// Its attributes, namespace declarations among them.
    pub(super) attributes: Vec<(String, String)>,
    /// What is in it.
    pub(super) children: Vec<Node>,
}

/// What is in an element.
#[derive(Debug)]
pub(super) enum Node {
    /// An element.
    Element(Tree),
    /// Text.
    Text(String),
    /// An element as text.
    Raw(String),
}

impl Tree {
    /// An element without content.
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), attributes: Vec::new(), children: Vec::new() }
    }

    /// Adds an attribute.
    pub(super) fn attribute(&mut self, name: String, value: String) {
        self.attributes.push((name, value));
    }

    /// Prints it, so many elements deep.
    pub(super) fn print(&self, depth: usize, text: &mut String) {
        text.push_str(&format!("<{}", self.name));
        for (name, value) in &self.attributes {
            text.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        }
        if self.children.is_empty() {
            return text.push_str("/>");
        }
        text.push('>');
        let is_text = |node: &Node| matches!(node, Node::Text(_));
        let is_mixed = self.children.iter().any(is_text);
        for child in &self.children {
            if !is_mixed {
                text.push_str(&format!("\n{}", "  ".repeat(depth + 1)));
            }
            match child {
                Node::Element(tree) => tree.print(depth + 1, text),
                Node::Text(content) => text.push_str(&escaped(content)),
                Node::Raw(raw) => text.push_str(raw),
            }
        }
        if !is_mixed {
            text.push_str(&format!("\n{}", "  ".repeat(depth)));
        }
        text.push_str(&format!("</{}>", self.name));
    }
}

/// A text with the characters escaped that are markup in content or attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}
