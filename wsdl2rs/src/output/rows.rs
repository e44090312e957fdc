//! Calls of macros in braces → text. What is in the braces is data and no Rust that could be
//! parsed, so it has a layout of its own: a line for each row up to its semicolon, and blocks of
//! rows one step further in.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// The text of an item that is a call of a macro in braces; other items are given back.
///
/// Tokens are moved, and groups let go before what is in them is taken: a stream that is shared
/// would be copied.
pub(super) fn print(item: TokenStream) -> Result<String, TokenStream> {
    let mut trees: Vec<TokenTree> = item.into_iter().collect();
    match trees.pop() {
        Some(TokenTree::Group(group))
            if group.delimiter() == Delimiter::Brace && is_call(&trees) =>
        {
            let mut text = String::new();
            let mut line = Line::default();
            for tree in trees {
                line.push(&mut text, tree);
            }
            push_block(&mut text, group, 0);
            text.push('\n');
            Ok(text)
        }
        last => Err(trees.into_iter().chain(last).collect()),
    }
}

/// Whether a path and an exclamation mark are all that stands before the braces.
fn is_call(before: &[TokenTree]) -> bool {
    let is_mark =
        |tree: &TokenTree, mark| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == mark);
    let is_path = |tree: &TokenTree| matches!(tree, TokenTree::Ident(_)) || is_mark(tree, ':');
    before.split_last().is_some_and(|(last, path)| is_mark(last, '!') && path.iter().all(is_path))
}

/// The rows of a block, one step further in than it.
fn push_block(text: &mut String, block: Group, depth: usize) {
    let rows = block.stream();
    drop(block);
    text.push_str(" {\n");
    let mut line = Line::default();
    for tree in rows {
        if line.is_start {
            text.push_str(&"    ".repeat(depth + 1));
        }
        let ends = match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                push_block(text, group, depth + 1);
                true
            }
            tree @ (TokenTree::Group(_)
            | TokenTree::Punct(_)
            | TokenTree::Ident(_)
            | TokenTree::Literal(_)) => line.push(text, tree),
        };
        if ends {
            text.push('\n');
            line = Line::default();
        }
    }
    text.push_str(&"    ".repeat(depth));
    text.push('}');
}

/// A line that is being written.
struct Line {
    /// Nothing is in it.
    is_start: bool,
    /// No space goes before the next token.
    is_tight: bool,
    /// The last token is the first half of `::`.
    is_path: bool,
}

impl Default for Line {
    fn default() -> Self {
        Self { is_start: true, is_tight: true, is_path: false }
    }
}

impl Line {
    /// Writes a token; whether the row ends with it.
    fn push(&mut self, text: &mut String, tree: TokenTree) -> bool {
        let space = if self.is_tight { "" } else { " " };
        match tree {
            TokenTree::Punct(punct) => {
                let (mark, is_path) = (punct.as_char(), punct.spacing() == Spacing::Joint);
                let is_end = mark == ':' && self.is_path;
                if is_path && mark == ':' && text.ends_with([':', ',']) {
                    text.push_str(space);
                }
                *self = Self { is_start: false, is_tight: mark == '<' || is_end, is_path };
                text.push(mark);
                return mark == ';';
            }
            TokenTree::Group(group) => {
                let inner = group.stream();
                drop(group);
                text.push_str(space);
                text.push('(');
                *self = Self { is_start: false, ..Self::default() };
                for tree in inner {
                    self.push(text, tree);
                }
                text.push(')');
            }
            TokenTree::Ident(ident) => {
                text.push_str(space);
                text.push_str(&ident.to_string());
            }
            TokenTree::Literal(literal) => {
                text.push_str(space);
                text.push_str(&literal.to_string());
            }
        }
        *self = Self { is_start: false, is_tight: false, is_path: false };
        false
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn a_row_is_a_line() {
        let item = quote! {
            v1::complex! {
                super::r#type, "A b", Sequence;
                attributes { 0 id: (0, "", "id", true); 1 r#in: (3, "a:", "in", false); }
                0 symbol: (16, "tns:", "Symbol", 0, v1::UNBOUNDED);
                A: ::std::boxed::Box<super::B<3, C>>;
            }
        };
        let expected = "\
v1::complex! {
    super::r#type, \"A b\", Sequence;
    attributes {
        0 id: (0, \"\", \"id\", true);
        1 r#in: (3, \"a:\", \"in\", false);
    }
    0 symbol: (16, \"tns:\", \"Symbol\", 0, v1::UNBOUNDED);
    A: ::std::boxed::Box<super::B<3, C>>;
}
";
        assert_eq!(print(item).ok().as_deref(), Some(expected));
    }

    #[test]
    fn other_items_are_rust() {
        for item in [
            quote! { pub struct A { b: u8 } },
            quote! { v1::impl_element!(super::A); },
            quote! { impl A { } },
            quote! { struct A; },
        ] {
            let text = item.to_string();
            assert_eq!(print(item).map_err(|item| item.to_string()), Err(text));
        }
    }
}
