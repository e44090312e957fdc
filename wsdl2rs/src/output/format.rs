//! Tokens → text. Items are printed one by one, since the printer puts no blank lines between them,
//! and so that no more than one parsed item is held.

use proc_macro2::TokenStream;
use syn::Item;

use super::rows;
use crate::emit::ModuleTokens;

/// A module as text, without what declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text {
    /// The module's name; empty for the root.
    pub(super) name: String,
    /// The lines of its documentation.
    pub(super) doc: Vec<String>,
    /// Whether it is public.
    pub(super) public: bool,
    /// Its items.
    pub(super) items: String,
    /// The modules in it.
    pub(super) children: Vec<Text>,
}

/// Formats a module and those in it.
pub(crate) fn format(module: ModuleTokens<'_>) -> Text {
    let mut items = Items::default();
    let imports = module.each_item(|tokens| items.push(format_item(tokens)));
    let mut all = Items::default();
    imports.into_iter().for_each(|tokens| all.push(format_item(tokens)));
    all.append(items);
    let ModuleTokens { name, doc, public, children, .. } = module;
    let children = children.into_iter().map(format).collect();
    Text { name, doc, public, items: all.text, children }
}

/// The text of items, and of which kind the outermost are.
#[derive(Debug, Default)]
struct Items {
    text: String,
    ends: Option<(Kind, Kind)>,
}

impl Items {
    fn push(&mut self, item: Formatted) {
        self.append(Self { text: item.text, ends: Some((item.kind, item.kind)) });
    }

    fn append(&mut self, after: Self) {
        self.ends = match (self.ends, after.ends) {
            (Some((first, last)), Some((next, end))) => {
                if last != Kind::Line || next != Kind::Line {
                    self.text.push('\n');
                }
                Some((first, end))
            }
            (ends, None) | (None, ends) => ends,
        };
        self.text.push_str(&after.text);
    }
}

/// The text of the item that defines `name` in a module, without those that implement something
/// for it.
#[cfg(feature = "cli")]
pub(crate) fn definition(module: &ModuleTokens<'_>, name: &str) -> Option<String> {
    let mut text = None;
    module.each_item(|tokens| {
        if text.is_none()
            && let Ok(item) = syn::parse2::<Item>(tokens)
            && defined(&item).is_some_and(|ident| ident == name)
        {
            text = Some(print(item).text);
        }
    });
    text
}

/// The texts of the items that define something in a module, with what they define.
#[cfg(feature = "cli")]
pub(crate) fn definitions(module: &ModuleTokens<'_>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    module.each_item(|tokens| {
        // Only what defines something is parsed: the rest is most of it.
        let is_definition = tokens.clone().into_iter().any(|tree| {
            matches!(&tree, proc_macro2::TokenTree::Ident(word)
                if ["struct", "enum", "type", "trait"].iter().any(|it| word == it))
        });
        if is_definition
            && let Ok(item) = syn::parse2::<Item>(tokens)
            && let Some(name) = defined(&item).map(ToString::to_string)
        {
            found.push((name, print(item).text));
        }
    });
    found
}

/// The text of statements, as they stand in a function.
#[cfg(feature = "cli")]
pub(crate) fn statements(tokens: TokenStream) -> Option<String> {
    let item = syn::parse2(quote::quote! { fn statements() { #tokens } }).ok()?;
    let text = print(item).text;
    let mut lines: Vec<&str> = text.lines().skip(1).collect();
    lines.pop();
    let lines = lines.iter().map(|line| line.strip_prefix("    ").unwrap_or(line));
    Some(lines.map(|line| format!("{line}\n")).collect())
}

/// What an item defines, if it is a type or a trait.
#[cfg(feature = "cli")]
fn defined(item: &Item) -> Option<&syn::Ident> {
    if let Item::Struct(item) = item {
        return Some(&item.ident);
    }
    if let Item::Enum(item) = item {
        return Some(&item.ident);
    }
    if let Item::Type(item) = item {
        return Some(&item.ident);
    }
    if let Item::Trait(item) = item { Some(&item.ident) } else { None }
}

/// Whether an item stands apart from its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// One line without documentation, such as `use`: no blank line to its like.
    Line,
    /// Anything longer.
    Block,
}

struct Formatted {
    text: String,
    kind: Kind,
}

fn format_item(tokens: TokenStream) -> Formatted {
    let tokens = match rows::print(tokens) {
        Ok(text) => return Formatted { text, kind: Kind::Block },
        Err(tokens) => tokens,
    };
    match syn::parse2(tokens) {
        Ok(item) => print(item),
        Err(error) => Formatted { text: defect(&error), kind: Kind::Block },
    }
}

fn print(item: Item) -> Formatted {
    let has_members = matches!(item, Item::Impl(_) | Item::Trait(_));
    let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    let mut text = prettyplease::unparse(&file);
    if has_members {
        text = with_members_apart(&text);
    }
    let kind = if text.lines().count() == 1 { Kind::Line } else { Kind::Block };
    Formatted { text, kind }
}

/// What stands in the place of an item that is not Rust. No emitter makes one; if one did, the
/// compiler would say so where the item should be.
fn defect(error: &syn::Error) -> String {
    let message = format!("an item that wsdl2rs made is not Rust, please report it: {error}");
    format!("::core::compile_error!({message:?});\n")
}

/// The text of an `impl` or `trait` with a blank line after each member that ends in a block, and
/// before each function and each that begins with documentation.
fn with_members_apart(text: &str) -> String {
    let mut apart = String::with_capacity(text.len() + 64);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        apart.push_str(line);
        apart.push('\n');
        let Some(next) = lines.peek() else { break };
        let is_member = |line: &str| line.starts_with("    ") && !line.starts_with("     ");
        let after_block = line == "    }" && *next != "}";
        let is_comment = line.starts_with("    //");
        let after_item = is_member(line) && line.ends_with(';') && !is_comment;
        let before_doc = next.starts_with("    ///") || next.starts_with("    fn ");
        if after_block || (after_item && before_doc) {
            apart.push('\n');
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    fn module(items: Vec<TokenStream>) -> ModuleTokens<'static> {
        ModuleTokens::of("", items)
    }

    #[test]
    fn items_and_members_stand_apart() {
        let items = vec![
            quote! { use a::b; },
            quote! { use a::c; },
            quote! { #[doc = " A quote."] pub struct Quote { #[doc = " Its \"price\"."] pub price: u8 } },
            quote! { trait Quote { fn a() { if x { y() } z() } fn b(); const C: u8 = 1; #[doc = " D."] const D: u8 = 1; } },
        ];
        let expected = "\
use a::b;
use a::c;

/// A quote.
pub struct Quote {
    /// Its \"price\".
    pub price: u8,
}

trait Quote {
    fn a() {
        if x {
            y()
        }
        z()
    }

    fn b();
    const C: u8 = 1;

    /// D.
    const D: u8 = 1;
}
";
        assert_eq!(format(module(items)).items, expected);
    }

    #[test]
    fn what_is_not_rust_is_said_where_it_should_be() {
        let text = format(module(vec![quote! { struct struct }])).items;
        assert!(text.starts_with("::core::compile_error!(\"an item that wsdl2rs made"), "{text}");
        assert!(syn::parse_file(&text).is_ok());
    }
}
