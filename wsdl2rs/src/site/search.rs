//! The index of the search: a script, since pages that were opened from files may load no data.

use super::{Node, Page, Site, Target};

/// The most characters of documentation and members that are searched of a component.
const LONGEST: usize = 600;

/// Writes the index: for each component its kind, its name, its page, and what else is searched.
pub(super) fn index(site: &Site<'_>) -> Page {
    let contract = site.contract;
    let mut rows = Vec::new();
    for (index, operation) in contract.operations.iter().enumerate() {
        let mut text = Words::of(&operation.head.documentation);
        let messages = std::iter::once(&operation.request).chain(&operation.reply);
        messages.for_each(|message| text.nodes(&message.body));
        rows.push(row(site, "operation", Target::Operation(index), text));
    }
    for (index, element) in contract.elements.iter().enumerate() {
        let mut text = Words::of(&element.head.documentation);
        text.nodes(&element.node.children);
        rows.push(row(site, "element", Target::Element(index), text));
    }
    for (index, ty) in contract.types.iter().enumerate() {
        let mut text = Words::of(&ty.head.documentation);
        text.nodes(&ty.members);
        ty.values.iter().for_each(|(value, about)| {
            text.add(value);
            text.add(about);
        });
        rows.push(row(site, "type", Target::Type(index), text));
    }
    let text = format!("window.wsdl2rsIndex = [\n{}\n];\n", rows.join(",\n"));
    Page { path: "search.js".to_owned(), text }
}

fn row(site: &Site<'_>, kind: &str, target: Target, text: Words) -> String {
    let path = site.paths.of(target);
    let fields = [kind, &site.head(target).local, path, &text.0];
    let fields: Vec<String> = fields.iter().map(|field| literal(field)).collect();
    format!("[{}]", fields.join(","))
}

/// Words that are searched, up to a length.
struct Words(String);

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self(String::new());
        words.add(text);
        words
    }

    fn add(&mut self, text: &str) {
        for word in text.split_whitespace() {
            if self.0.len() + word.len() > LONGEST {
                return;
            }
            if !self.0.is_empty() {
                self.0.push(' ');
            }
            self.0.push_str(word);
        }
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.add(&node.name);
            self.add(&node.documentation);
            self.nodes(&node.children);
        }
    }
}

/// A text as a literal of JavaScript. `<` is written by its number, so that the text ends no script.
fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => push_number(&mut out, c),
            c if c.is_control() => push_number(&mut out, c),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn push_number(out: &mut String, c: char) {
    out.push_str(&format!("\\u{:04x}", u32::from(c)));
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn literals_are_closed() {
        let rows = [
            ("a", "\"a\""),
            ("\"];alert(1)//", "\"\\\"];alert(1)//\""),
            ("</script>\\", "\"\\u003c/script\\u003e\\\\\""),
            ("\u{2028}\n", "\"\\u2028\\u000a\""),
        ];
        for (text, expected) in rows {
            assert_eq!(literal(text), expected, "{text:?}");
        }
    }
}
