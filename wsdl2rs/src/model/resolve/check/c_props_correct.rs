//! Identity constraints (XSD 1.0 Part 1, section 3.11.6): their names are unique, a keyref refers
//! to a key with as many fields (`c-props-correct`), and their paths are of the small part of XPath
//! that is allowed (`c-selector-xpath`, `c-fields-xpaths`). They are not enforced in messages.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::xsd::Builtin;
use crate::model::xsd::lexical;
use crate::syntax::xsd::{IdentityConstraint, IdentityKind};
use crate::vocabulary::QName;

impl<'a> Resolver<'a, '_> {
    /// Checks the constraints of all elements.
    pub(super) fn check_identity_constraints(&mut self) {
        let mut names: BTreeMap<&QName, &IdentityConstraint> = BTreeMap::new();
        let constraints: Vec<&'a IdentityConstraint> = std::mem::take(&mut self.identity);
        for constraint in &constraints {
            let first = *names.entry(&constraint.name.value).or_insert(constraint);
            if first.span != constraint.span {
                let message =
                    format!("the constraint `{}` is declared twice", constraint.name.value);
                let finding = Diagnostic::new(Code::DuplicateComponent, constraint.span, message);
                self.report(finding.label(first.span, "the first declaration"));
            }
            if !is_selector(&constraint.selector) {
                let message =
                    format!("`{}` is no path that a selector can have", constraint.selector);
                self.find(Code::SelectorPath, constraint.span, message);
            }
            for field in constraint.fields.iter().filter(|field| !is_field(field)) {
                let message = format!("`{field}` is no path that a field can have");
                self.find(Code::FieldPath, constraint.span, message);
            }
        }
        for constraint in constraints {
            if let Some(finding) = wrong_reference(constraint, &names) {
                self.report(finding);
            }
        }
    }
}

fn wrong_reference(
    constraint: &IdentityConstraint,
    names: &BTreeMap<&QName, &IdentityConstraint>,
) -> Option<Diagnostic> {
    let refer = constraint.refer.as_ref()?;
    let Some(key) = names.get(&refer.value) else {
        let message = format!("there is no key `{}`", refer.value);
        return Some(Diagnostic::new(Code::UnresolvedName, refer.span, message));
    };
    let message = if key.kind == IdentityKind::KeyRef {
        format!("`{}` is no key", refer.value)
    } else if key.fields.len() != constraint.fields.len() {
        let (own, other) = (constraint.fields.len(), key.fields.len());
        format!("the reference has {own} fields, the key `{}` has {other}", refer.value)
    } else {
        return None;
    };
    let finding = Diagnostic::new(Code::KeyReference, refer.span, message);
    Some(finding.label(key.span, "what is referred to"))
}

/// Paths between `|`, each of steps to child elements.
fn is_selector(text: &str) -> bool {
    tokens(text).is_some_and(|tokens| {
        tokens.split(|token| *token == Token::Or).all(|path| steps(path).is_some_and(|last| !last))
    })
}

/// As a selector, where the last step of each path may be to an attribute.
fn is_field(text: &str) -> bool {
    tokens(text).is_some_and(|tokens| {
        tokens.split(|token| *token == Token::Or).all(|path| steps(path).is_some())
    })
}

#[derive(Clone, Copy, PartialEq)]
enum Token {
    Dot,
    Slash,
    Descend,
    Or,
    Attribute,
    Name,
}

/// The tokens of a path; none where something is no token. The axes `child::` and `attribute::`
/// may be written out.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        if let Some((token, after)) = fixed_token(rest) {
            rest = after;
            tokens.extend(token);
            if token.is_none() && !rest.starts_with(|next: char| !"/|@.".contains(next)) {
                return None;
            }
        } else if rest.starts_with('.') {
            rest = &rest[1..];
            tokens.push(Token::Dot);
        } else {
            let end = rest.find(|next: char| next.is_whitespace() || "/|@".contains(next));
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            is_name_test(name).then(|| tokens.push(Token::Name))?;
            rest = after;
        }
        rest = rest.trim_start();
    }
    Some(tokens)
}

/// A sign or an axis, and what follows it; the axis `child` says nothing.
fn fixed_token(text: &str) -> Option<(Option<Token>, &str)> {
    let signs =
        [("//", Token::Descend), ("/", Token::Slash), ("|", Token::Or), ("@", Token::Attribute)];
    let axes = [("attribute", Some(Token::Attribute)), ("child", None)];
    let sign = signs
        .into_iter()
        .find_map(|(sign, token)| text.strip_prefix(sign).map(|after| (Some(token), after)));
    sign.or_else(|| {
        axes.into_iter().find_map(|(axis, token)| {
            let after = text.strip_prefix(axis)?.trim_start().strip_prefix("::")?;
            Some((token, after.trim_start()))
        })
    })
}

/// `*`, `prefix:*` or a name.
fn is_name_test(text: &str) -> bool {
    let name = text.strip_suffix(":*").unwrap_or(text);
    let is_name = |kind| lexical::parse(kind, name).is_some();
    text == "*" || if name == text { is_name(Builtin::QName) } else { is_name(Builtin::NcName) }
}

/// Whether the tokens are a path, and whether its last step is to an attribute.
fn steps(path: &[Token]) -> Option<bool> {
    let path = path.strip_prefix(&[Token::Dot, Token::Descend]).unwrap_or(path);
    let (path, to_attribute) = match path {
        [before @ .., Token::Attribute, Token::Name] => (before, true),
        _ => (path, false),
    };
    let steps = if to_attribute {
        match path {
            [] => return Some(true),
            [steps @ .., Token::Slash] => steps,
            _ => return None,
        }
    } else {
        path
    };
    let mut expects_step = true;
    for token in steps {
        let is_step = matches!(token, Token::Dot | Token::Name);
        if is_step != expects_step || !(is_step || *token == Token::Slash) {
            return None;
        }
        expects_step = !expects_step;
    }
    (!expects_step).then_some(to_attribute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        let rows = [
            // path, selector, field
            (".", true, true),
            ("a", true, true),
            ("p:a/*/p:*", true, true),
            (".//a | b", true, true),
            ("./a", true, true),
            ("child::a", true, true),
            ("child :: a", true, true),
            (" a / b ", true, true),
            ("@a", false, true),
            (".//a/@p:b", false, true),
            ("a/attribute::b", false, true),
            ("@*", false, true),
            ("", false, false),
            ("/", false, false),
            ("//a", false, false),
            ("a//b", false, false),
            (".//.//a", false, false),
            ("a|", false, false),
            ("@", false, false),
            ("child::", false, false),
            ("@a/b", false, false),
            ("self::*", false, false),
            ("a[b]", false, false),
            ("a :*", false, false),
            ("p: a", false, false),
            ("..", false, false),
            ("document('')", false, false),
        ];
        for (path, selector, field) in rows {
            assert_eq!(is_selector(path), selector, "selector {path}");
            assert_eq!(is_field(path), field, "field {path}");
        }
    }
}
