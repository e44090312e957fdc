//! Texts that a regular expression matches, in the syntax of the `regex` crate.

use regex_syntax::hir::{Class, Hir, HirKind};

/// How many more than the least number of repetitions are tried.
const EXTRA: u32 = 24;

/// Texts that an expression matches: the first branch of each alternative, and from text to text
/// one more of each repetition.
pub(super) fn texts(expression: &str) -> Vec<String> {
    let Ok(hir) = regex_syntax::parse(expression) else { return Vec::new() };
    let mut texts: Vec<String> = Vec::new();
    for extra in (1..=EXTRA).chain([0]) {
        let mut text = String::new();
        push(&mut text, &hir, extra);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

fn push(text: &mut String, hir: &Hir, extra: u32) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(character(class)),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            let wanted = repetition.min.max(extra).min(most).min(repetition.min.max(4096));
            for _ in 0..wanted {
                push(text, &repetition.sub, extra);
            }
        }
        HirKind::Capture(capture) => push(text, &capture.sub, extra),
        HirKind::Concat(parts) => parts.iter().for_each(|part| push(text, part, extra)),
        HirKind::Alternation(branches) => {
            branches.iter().take(1).for_each(|branch| push(text, branch, extra));
        }
    }
}

/// A character of a class: one that is easily read, or else its first.
fn character(class: &Class) -> Option<char> {
    const PLAIN: &str = "1aA0xX-_. ";
    match class {
        Class::Unicode(class) => {
            let has =
                |c: &char| class.iter().any(|range| (range.start()..=range.end()).contains(c));
            PLAIN.chars().find(has).or_else(|| class.iter().next().map(|range| range.start()))
        }
        Class::Bytes(class) => class.iter().next().map(|range| char::from(range.start())),
    }
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn expressions_have_texts() {
        let rows = [
            ("[A-Z]{2}[0-9]{3}", "AA111"),
            ("(?:yes|no)", "yes"),
            ("a*b", "ab"),
            (r"\d+\.\d+", "1.1"),
            ("[\u{100}-\u{200}]", "\u{100}"),
        ];
        for (expression, expected) in rows {
            assert_eq!(texts(expression)[0], expected, "{expression}");
        }
        assert_eq!(texts("a{0,3}"), ["a", "aa", "aaa", ""]);
        assert!(texts("(").is_empty());
    }
}
