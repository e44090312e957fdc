//! What a source file imports from other parts of its crate: every `crate::` path in it.

use super::files::Source;

/// The first name of each path from the crate's root, with its line.
pub(crate) fn of(source: &Source) -> Vec<(usize, String)> {
    let code = source.code();
    let mut found = Vec::new();
    for (index, (line, text)) in code.iter().enumerate() {
        for (at, _) in text.match_indices("crate::") {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') {
                continue;
            }
            let mut path = text[at + "crate::".len()..].to_owned();
            if path.starts_with('{') {
                let rest = code[index + 1..].iter().map(|(_, text)| text.trim());
                let mut rest = rest.take(60);
                while path.matches('{').count() > path.matches('}').count() {
                    let Some(next) = rest.next() else { break };
                    path.push_str(next);
                }
            }
            found.extend(first_names(&path).into_iter().map(|name| (*line, name)));
        }
    }
    found
}

/// The first name of a path, or those of a group in braces.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut names = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The part of the generator that a name at the crate's root comes from.
pub(crate) fn part_of(name: &str) -> &str {
    match name {
        "Error" | "Finding" | "Level" => "diagnostic",
        "Config" | "Signing" => "config",
        "Output" | "File" => "output",
        part => part,
    }
}

#[test]
fn groups_and_paths_have_first_names() {
    let rows: [(&str, &[&str]); 4] = [
        ("model::xsd::Type;", &["model"]),
        ("{Config, Error};", &["Config", "Error"]),
        ("{ir::{item::Item, ty}, model};", &["ir", "model"]),
        ("{a,b::c,};", &["a", "b"]),
    ];
    for (path, expected) in rows {
        assert_eq!(first_names(path), expected, "{path}");
    }
}
