//! What a client sent last, from its trace: credentials are stars in it already. For people to
//! read: the element in the body, one element a line.

use std::sync::{Arc, Mutex, PoisonError};

/// The body of the request that was traced last.
#[derive(Clone, Default)]
pub(crate) struct Wire(Arc<Mutex<String>>);

impl Wire {
    /// A sink for `Settings::trace`.
    pub(crate) fn sink(&self) -> impl FnMut(&str) + Send + 'static {
        let last = Arc::clone(&self.0);
        move |part| {
            if let Some((head, body)) = part.split_once("\n\n")
                && head.lines().next().is_some_and(|ruler| ruler.contains("REQUEST"))
            {
                body.clone_into(&mut last.lock().unwrap_or_else(PoisonError::into_inner));
            }
        }
    }

    /// The element in the body of what was sent since the last time, in lines; none if nothing was.
    pub(crate) fn take_lines(&self) -> Vec<String> {
        let last = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let inner = last.split_once("<soap:Body>").map_or(last.as_str(), |(_, rest)| rest);
        lines(inner.split_once("</soap:Body>").map_or(inner, |(inner, _)| inner))
    }
}

/// One element a line, by its depth; attributes of long tags have lines of their own.
fn lines(xml: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut depth = 0;
    for piece in xml.split_inclusive('>') {
        if piece.starts_with("</") {
            depth -= 1;
            lines.push(indented(depth, piece));
        } else if let Some(tag) = piece.strip_prefix('<') {
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            lines.push(indented(depth, &format!("<{name}")));
            for attribute in attributes.split_inclusive("\" ") {
                let attribute = attribute.trim();
                match lines.last_mut() {
                    Some(line) if line.len() + attribute.len() < 84 => {
                        line.push_str(&format!(" {attribute}"))
                    }
                    _ => lines.push(indented(depth + 2, attribute)),
                }
            }
            depth += usize::from(!piece.ends_with("/>"));
        } else if let Some(line) = lines.last_mut() {
            line.push_str(piece);
            depth -= 1;
        }
    }
    lines
}

fn indented(depth: usize, text: &str) -> String {
    format!("{}{text}", "  ".repeat(depth))
}
