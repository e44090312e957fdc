//! The subset of XPath that selectors and fields of identity constraints are written in
//! (XSD 1.0 Part 1, section 3.11.6).

use crate::syntax::lexical::is_ncname;
use crate::syntax::reader::Node;

/// Checks the path of a selector, or of a field, which may end in an attribute.
///
/// # Errors
/// What is wrong with it.
pub(super) fn check(path: &str, is_field: bool, node: Node<'_>) -> Result<(), String> {
    path.split('|').try_for_each(|path| check_path(path.trim(), is_field, node))
}

fn check_path(path: &str, is_field: bool, node: Node<'_>) -> Result<(), String> {
    let steps = match path.strip_prefix('.').map(|rest| rest.trim_start().strip_prefix("//")) {
        Some(Some(steps)) => steps,
        _ => path,
    };
    let last = steps.split('/').count() - 1;
    for (index, step) in steps.split('/').enumerate() {
        let step = step.trim();
        let attribute = axis(step, "attribute").or_else(|| step.strip_prefix('@'));
        match attribute {
            Some(name) if is_field && index == last => check_name(name.trim(), node)?,
            Some(_) => return Err(format!("the attribute `{step}` is not allowed here")),
            None if step == "." => {}
            None => check_name(axis(step, "child").unwrap_or(step).trim(), node)?,
        }
    }
    Ok(())
}

/// What follows the axis of this name.
fn axis<'a>(step: &'a str, name: &str) -> Option<&'a str> {
    step.strip_prefix(name)?.trim_start().strip_prefix("::")
}

/// Checks `*`, `p:*` or a name whose prefix is bound.
fn check_name(name: &str, node: Node<'_>) -> Result<(), String> {
    let (prefix, local) = match name.split_once(':') {
        Some((prefix, local)) => (Some(prefix), local),
        None => (None, name),
    };
    let is_name = prefix.is_none_or(is_ncname) && (local == "*" || is_ncname(local));
    if !is_name {
        return Err(format!("`{name}` is no name"));
    }
    match prefix {
        Some(prefix) if prefix != "xml" && node.lookup_namespace_uri(Some(prefix)).is_none() => {
            Err(format!("the prefix `{prefix}` is not declared"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_child_steps() {
        let document = roxmltree::Document::parse("<a xmlns:p='urn:p'/>").expect("well-formed");
        let rows = [
            (".", true, true),
            ("a", true, true),
            ("p:a/b/*", true, true),
            (".//a/p:*", true, true),
            (". // a / b", true, true),
            ("a|b | .//c", true, true),
            ("child::a", true, true),
            ("@a", false, true),
            ("a/@p:b", false, true),
            ("attribute::a", false, true),
            (".//@*", false, true),
            ("", false, false),
            ("a|", false, false),
            ("/a", false, false),
            ("//a", false, false),
            ("a//b", false, false),
            ("..", false, false),
            ("q:a", false, false),
            ("a[1]", false, false),
            ("@a/b", false, false),
            ("self::*", false, false),
            ("a.//b", false, false),
        ];
        for (path, selector, field) in rows {
            let root = document.root_element();
            assert_eq!(check(path, false, root).is_ok(), selector, "selector {path:?}");
            assert_eq!(check(path, true, root).is_ok(), field, "field {path:?}");
        }
    }
}
