//! The text of modules → files: one that is complete in itself, or one for each module.

use std::collections::BTreeSet;

use super::format::Text;

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    name: String,
    text: String,
}

impl File {
    pub(super) fn new(name: String, text: String) -> Self {
        Self { name, text }
    }

    /// Its path below the folder of `mod.rs`, with `/` between folders. It consists of the
    /// characters `a-z`, `0-9`, `_`, `/` and `.` alone, whatever names the documents have.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// The whole tree as one text, which `include!` takes: modules are written out in place.
pub(super) fn one_file(header: &str, root: &Text) -> String {
    let mut text = opening(header, root);
    push_items(&mut text, root);
    for child in &root.children {
        push_module(&mut text, child);
    }
    text
}

/// The header, and what there is to say about the root, which has no declaration.
fn opening(header: &str, root: &Text) -> String {
    let mut text = header.to_owned();
    push_lines(&mut text, "//", &root.doc);
    text
}

fn push_lines(text: &mut String, mark: &str, lines: &[String]) {
    for line in lines {
        let space = if line.is_empty() { "" } else { " " };
        text.push_str(&format!("{mark}{space}{line}\n"));
    }
}

fn push_items(text: &mut String, module: &Text) {
    if !module.items.is_empty() {
        text.push('\n');
        text.push_str(&module.items);
    }
}

fn push_module(text: &mut String, module: &Text) {
    let mut inner = String::new();
    push_items(&mut inner, module);
    for child in &module.children {
        push_module(&mut inner, child);
    }
    text.push('\n');
    push_declaration(text, module);
    text.push_str(" {\n");
    for line in inner.trim_start_matches('\n').lines() {
        if !line.is_empty() {
            text.push_str("    ");
            text.push_str(line);
        }
        text.push('\n');
    }
    text.push_str("}\n");
}

/// The documentation and the head of a module's declaration.
fn push_declaration(text: &mut String, module: &Text) {
    push_lines(text, "///", &module.doc);
    text.push_str(if module.public { "pub mod " } else { "mod " });
    text.push_str(&module.name);
}

/// A file for each module; the first is `mod.rs`.
pub(super) fn files(header: &str, root: &Text) -> Vec<File> {
    let mut files = Vec::new();
    push_file(&mut files, "", "mod", opening(header, root), root);
    files
}

/// Adds the file of a module in `folder`, whose text begins with `text`, and those of its children.
fn push_file(files: &mut Vec<File>, folder: &str, stem: &str, mut text: String, module: &Text) {
    let header = text.lines().next().unwrap_or_default().to_owned() + "\n";
    let place = files.len();
    files.push(File::new(format!("{folder}{stem}.rs"), String::new()));
    let mut taken = BTreeSet::from(["mod".to_owned()]);
    for child in &module.children {
        let stem = file_stem(&child.name, &mut taken);
        let is_folder = !child.children.is_empty();
        text.push('\n');
        if stem != bare(&child.name) {
            let path = if is_folder { format!("{stem}/mod.rs") } else { format!("{stem}.rs") };
            text.push_str(&format!("#[path = \"{path}\"]\n"));
        }
        push_declaration(&mut text, child);
        text.push_str(";\n");
        if is_folder {
            push_file(files, &format!("{folder}{stem}/"), "mod", header.clone(), child);
        } else {
            push_file(files, folder, &stem, header.clone(), child);
        }
    }
    push_items(&mut text, module);
    files[place].text = text;
}

/// The name without `r#`.
fn bare(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A file's name without extension for a module, from a fixed alphabet and not in `taken`.
fn file_stem(module: &str, taken: &mut BTreeSet<String>) -> String {
    let mut stem = safe(bare(module)).to_ascii_lowercase();
    while is_device(&stem) || taken.contains(&stem) {
        stem.push('_');
    }
    taken.insert(stem.clone());
    stem
}

/// A file's name without extension for a whole contract, from a fixed alphabet.
pub(super) fn whole_file_stem(name: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || "_-.".contains(c) { c } else { '_' };
    let mut stem: String = name.chars().map(safe).collect();
    if stem.is_empty() || is_device(&stem.to_ascii_lowercase()) {
        stem.push('_');
    }
    stem
}

/// Whether Windows keeps the name for a device, as it does `com1`.
fn is_device(stem: &str) -> bool {
    DEVICES.contains(&stem.trim_end_matches(|c: char| c.is_ascii_digit()))
}

/// The name with each character outside `A-Z`, `a-z`, `0-9` and `_` written by its number.
fn safe(name: &str) -> String {
    let mut safe = String::new();
    for c in name.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => safe.push(c),
            _ => safe.push_str(&format!("u{:x}", u32::from(c))),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str, items: &str, children: Vec<Text>) -> Text {
        let doc = if name.is_empty() { vec![] } else { vec![format!("Module {name}.")] };
        Text { name: name.into(), doc, public: name != "xml", items: items.into(), children }
    }

    fn tree() -> Text {
        let stock =
            text("stock", "struct B;\n", vec![text("xml", "fn c() {\n    d()\n}\n", vec![])]);
        text("", "struct A;\n", vec![stock, text("\u{e9}tat", "struct E;\n", vec![])])
    }

    #[test]
    fn one_file_has_its_modules_in_place() {
        let expected = "\
// header

struct A;

/// Module stock.
pub mod stock {
    struct B;

    /// Module xml.
    mod xml {
        fn c() {
            d()
        }
    }
}

/// Module \u{e9}tat.
pub mod \u{e9}tat {
    struct E;
}
";
        assert_eq!(one_file("// header\n", &tree()), expected);
        assert!(syn::parse_file(expected).is_ok());
    }

    #[test]
    fn a_folder_has_a_file_for_each_module() {
        let files = files("// header\n", &tree());
        let expected = [
            (
                "mod.rs",
                "// header\n\n/// Module stock.\npub mod stock;\n\n#[path = \"ue9tat.rs\"]\n\
                 /// Module \u{e9}tat.\npub mod \u{e9}tat;\n\nstruct A;\n",
            ),
            ("stock/mod.rs", "// header\n\n/// Module xml.\nmod xml;\n\nstruct B;\n"),
            ("stock/xml.rs", "// header\n\nfn c() {\n    d()\n}\n"),
            ("ue9tat.rs", "// header\n\nstruct E;\n"),
        ];
        let found: Vec<(&str, &str)> =
            files.iter().map(|file| (file.name(), file.text())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn file_names_have_a_fixed_alphabet() {
        for (name, expected) in [
            ("stock-quote.v2", "stock-quote.v2"),
            ("Stock 2\n", "Stock_2_"),
            ("aux", "aux_"),
            ("", "_"),
        ] {
            assert_eq!(whole_file_stem(name), expected, "{name}");
        }
        let rows = [
            ("stock", "stock"),
            ("r#type", "type"),
            ("aux", "aux_"),
            ("com1", "com1_"),
            ("common", "common"),
            ("mod", "mod_"),
            ("Stock", "stock_"),
            ("STOCK", "stock__"),
            ("\u{4e00}", "u4e00"),
            ("../x", "u2eu2eu2fx"),
        ];
        let mut taken = BTreeSet::from(["mod".to_owned()]);
        for (module, expected) in rows {
            assert_eq!(file_stem(module, &mut taken), expected, "{module}");
        }
    }
}
