//! The lists of all operations, elements and types.

use super::frame::Writer;
use super::{Page, Site, Target};

/// Writes the pages of the lists that are not empty.
pub(super) fn pages(site: &Site<'_>) -> Vec<Page> {
    let contract = site.contract;
    let mut pages = Vec::new();
    let mut add = |path, title, targets: Vec<Target>| {
        if !targets.is_empty() {
            pages.push(list(site, path, title, targets));
        }
    };
    let operations = (0..contract.operations.len()).map(Target::Operation).collect();
    add("operations.html", "Operations", operations);
    let elements = (0..contract.elements.len()).map(Target::Element).collect();
    add("elements.html", "Elements", elements);
    add("types.html", "Types", (0..contract.types.len()).map(Target::Type).collect());
    pages
}

fn list(site: &Site<'_>, path: &str, title: &str, mut targets: Vec<Target>) -> Page {
    let key = |target: &Target| {
        let head = site.head(*target);
        (head.namespace.clone(), head.local.to_lowercase(), *target)
    };
    targets.sort_by_cached_key(key);
    let mut page = Writer::new(site, false);
    page.html.element("h1", &[], title);
    let mut rest = targets.as_slice();
    while let Some(first) = rest.first() {
        let namespace = &site.head(*first).namespace;
        let count = rest.iter().take_while(|it| site.head(**it).namespace == *namespace).count();
        let (of_one, others) = rest.split_at(count);
        page.html.within("h2", &[("class", "namespace")], |html| {
            let name = if namespace.is_empty() { "no namespace" } else { namespace };
            html.element("code", &[], name);
        });
        table(&mut page, of_one.iter().copied());
        rest = others;
    }
    page.finish(path, title, "list")
}

/// A table of components with the first sentence of their documentation.
pub(super) fn table(page: &mut Writer<'_>, targets: impl Iterator<Item = Target>) {
    page.within("ul", &[("class", "list")], |page| {
        for target in targets {
            let head = page.site.head(target);
            let path = page.to(page.site.paths.of(target));
            page.html.within("li", &[], |html| {
                html.element("a", &[("href", &path)], &head.local);
                let first = first_sentence(&head.documentation);
                if !first.is_empty() {
                    html.text(" ").element("span", &[("class", "about")], &first);
                }
            });
        }
    });
}

/// The first sentence of a documentation, or as much of it as fits a line.
fn first_sentence(text: &str) -> String {
    const LONGEST: usize = 140;
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let end = text.find(". ").map_or(text.len(), |at| at + 1);
    let sentence = &text[..end];
    if sentence.chars().count() <= LONGEST {
        return sentence.to_owned();
    }
    let start: String = sentence.chars().take(LONGEST).collect();
    format!("{}\u{2026}", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn sentences_are_cut() {
        let rows =
            [("One. Two.", "One."), ("  One\n two  ", "One two"), ("", ""), ("e.g. x", "e.g.")];
        for (text, expected) in rows {
            assert_eq!(first_sentence(text), expected, "{text}");
        }
        assert_eq!(first_sentence(&"ab ".repeat(100)).chars().count(), 141);
    }
}
