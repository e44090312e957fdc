//! What all pages have: head, search, navigation, and the files that they load.

use super::html::Html;
use super::{Mention, Page, Site};

/// The style sheet.
const STYLE: &str = include_str!("assets/site.css");
/// The script: search, the switch of colours, copying. Pages are complete without it.
const SCRIPT: &str = include_str!("assets/site.js");

/// A page may load what lies beside it, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; \
                      base-uri 'none'; form-action 'none'";

/// The style sheet and the script.
pub(super) fn assets() -> [Page; 2] {
    let page = |path: &str, text: &str| Page { path: path.to_owned(), text: text.to_owned() };
    [page("site.css", STYLE), page("site.js", SCRIPT)]
}

/// A page that is being written.
pub(super) struct Writer<'a> {
    pub(super) site: &'a Site<'a>,
    /// What leads from the page to the site's root.
    root: &'static str,
    pub(super) html: Html,
}

impl<'a> Writer<'a> {
    /// For a page in a folder of the site, or, for none, at its root.
    pub(super) fn new(site: &'a Site<'a>, in_folder: bool) -> Self {
        Self { site, root: if in_folder { "../" } else { "" }, html: Html::default() }
    }

    /// A path from the site's root, as the page writes it.
    pub(super) fn to(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    /// A part of the page made apart.
    pub(super) fn within(
        &mut self,
        name: &'static str,
        attributes: &[super::html::Attribute<'_>],
        content: impl FnOnce(&mut Self),
    ) {
        let mut html = std::mem::take(&mut self.html);
        html.within(name, attributes, |html| {
            self.html = std::mem::take(html);
            content(self);
            *html = std::mem::take(&mut self.html);
        });
        self.html = html;
    }

    /// A section with a heading.
    pub(super) fn section(
        &mut self,
        id: &'static str,
        title: &str,
        content: impl FnOnce(&mut Self),
    ) {
        self.within("section", &[("aria-labelledby", id)], |page| {
            page.html.within("h2", &[("id", id)], |html| {
                let link = format!("#{id}");
                html.element("a", &[("class", "self"), ("href", &link)], title);
            });
            content(page);
        });
        self.html.line();
    }

    /// A mention, as a link if it has a page.
    pub(super) fn mention(&mut self, mention: &Mention) {
        match mention.target {
            Some(target) => {
                let path = self.to(self.site.paths.of(target));
                let namespace = &self.site.head(target).namespace;
                let attributes = [("href", path.as_str()), ("title", namespace)];
                self.html.element("a", &attributes, &mention.text);
            }
            None => {
                self.html.element("span", &[("class", "builtin")], &mention.text);
            }
        }
    }

    /// Mentions in a row; the later ones of many are folded.
    pub(super) fn mentions(&mut self, mentions: &[Mention]) {
        const SHOWN: usize = 24;
        let (shown, folded) = mentions.split_at(mentions.len().min(SHOWN));
        self.row(shown);
        if !folded.is_empty() {
            self.within("details", &[], |page| {
                page.html.element("summary", &[], &format!("{} more", folded.len()));
                page.row(folded);
            });
        }
    }

    fn row(&mut self, mentions: &[Mention]) {
        self.within("ul", &[("class", "row")], |page| {
            for mention in mentions {
                page.within("li", &[], |page| page.mention(mention));
            }
        });
    }

    /// A text of a document: blank lines part paragraphs.
    pub(super) fn documentation(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.html.within("div", &[("class", "doc")], |html| {
            let mut paragraph = String::new();
            for line in text.lines().map(str::trim).chain([""]) {
                if line.is_empty() && !paragraph.is_empty() {
                    html.element("p", &[], &std::mem::take(&mut paragraph));
                } else if !line.is_empty() {
                    if !paragraph.is_empty() {
                        paragraph.push(' ');
                    }
                    paragraph.push_str(line);
                }
            }
        });
    }

    /// Source text that can be scrolled and copied.
    pub(super) fn code(&mut self, label: &str, text: &str) {
        self.html.within("div", &[("class", "code")], |html| {
            html.element("p", &[("class", "label")], label);
            html.within("pre", &[("tabindex", "0"), ("aria-label", label)], |html| {
                html.element("code", &[], text.trim_end());
            });
        });
    }

    /// Pairs of what and how.
    pub(super) fn facts(&mut self, facts: &[(&str, String)]) {
        self.html.within("dl", &[("class", "facts")], |html| {
            for (what, how) in facts {
                html.element("dt", &[], what);
                html.element("dd", &[], how);
            }
        });
    }

    /// The page, complete, with `title` above what was written.
    pub(super) fn finish(mut self, path: &str, title: &str, kind: &str) -> Page {
        let content = std::mem::take(&mut self.html);
        let site = self.site;
        let full = if kind.is_empty() {
            title.to_owned()
        } else {
            format!("{title} ({kind}) \u{2013} {}", site.contract.title)
        };
        self.html.doctype();
        let attributes = [("lang", "en"), ("data-root", self.root)];
        self.within("html", &attributes, |page| {
            page.head(&full);
            page.within("body", &[], |page| {
                page.html.element(
                    "a",
                    &[("class", "skip"), ("href", "#content")],
                    "Skip to content",
                );
                page.header();
                page.within("main", &[("id", "content")], |page| page.html.append(content));
                page.html.within("footer", &[], |html| {
                    let documents = site.contract.documents.join(", ");
                    let version = env!("CARGO_PKG_VERSION");
                    html.element("p", &[], &format!("Made from {documents} by wsdl2rs {version}."));
                });
            });
        });
        self.html.line();
        Page { path: path.to_owned(), text: self.html.into_string() }
    }

    fn head(&mut self, title: &str) {
        let (style, script) = (self.to("site.css"), self.to("site.js"));
        self.html.within("head", &[], |html| {
            html.empty("meta", &[("charset", "utf-8")]);
            html.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            let viewport = "width=device-width, initial-scale=1";
            html.empty("meta", &[("name", "viewport"), ("content", viewport)]);
            html.empty("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            html.element("title", &[], title);
            html.empty("link", &[("rel", "stylesheet"), ("href", &style)]);
            html.empty("script", &[("src", &script), ("defer", "")]);
        });
        self.html.line();
    }

    fn header(&mut self) {
        let home = self.to("index.html");
        let lists = [("operations.html", "Operations", self.site.contract.operations.len())];
        let more = [
            ("elements.html", "Elements", self.site.contract.elements.len()),
            ("types.html", "Types", self.site.contract.types.len()),
        ];
        let title = &self.site.contract.title;
        self.within("header", &[], |page| {
            page.html.element("a", &[("class", "home"), ("href", &home)], title);
            page.within("nav", &[("aria-label", "Lists")], |page| {
                for (path, name, count) in lists.iter().chain(&more).filter(|list| list.2 > 0) {
                    let path = page.to(path);
                    page.html.within("a", &[("href", &path)], |html| {
                        html.text(name).text(" ");
                        html.element("span", &[("class", "count")], &count.to_string());
                    });
                }
            });
            page.html.within("div", &[("class", "search"), ("role", "search")], |html| {
                html.empty(
                    "input",
                    &[
                        ("id", "search"),
                        ("type", "search"),
                        ("placeholder", "Search  /"),
                        ("aria-label", "Search names and documentation"),
                        ("role", "combobox"),
                        ("aria-expanded", "false"),
                        ("aria-controls", "results"),
                        ("aria-autocomplete", "list"),
                        ("autocomplete", "off"),
                        ("spellcheck", "false"),
                    ],
                );
                let list = [("id", "results"), ("role", "listbox"), ("aria-label", "Results")];
                html.within("div", &[("class", "results"), ("hidden", "")], |html| {
                    html.empty("ul", &list);
                    html.empty("p", &[("id", "status"), ("role", "status")]);
                });
            });
            let attributes = [
                ("id", "theme"),
                ("type", "button"),
                ("aria-label", "Colours: as the system has them"),
            ];
            page.html.element("button", &attributes, "\u{25d0}");
        });
        self.html.line();
    }
}

/// The heading of a component's page: its kind, its name, and where it comes from.
pub(super) fn title(page: &mut Writer<'_>, kind: &str, head: &super::Head, marks: &[&str]) {
    page.html.element("p", &[("class", "kind")], kind);
    page.html.within("h1", &[], |html| {
        breakable(html, &head.local);
        for mark in marks {
            html.text(" ").element("span", &[("class", "mark")], mark);
        }
    });
    page.html.within("p", &[("class", "origin")], |html| {
        if !head.namespace.is_empty() {
            html.element("code", &[], &head.namespace);
        }
        if !head.place.is_empty() {
            html.text(" ").element("span", &[], &head.place);
        }
    });
    page.documentation(&head.documentation);
}

/// A long name that may be broken before capitals and after separators.
fn breakable(html: &mut Html, name: &str) {
    let mut part = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if (c.is_uppercase() && before.is_lowercase()) || "_.-".contains(before) {
            html.text(&std::mem::take(&mut part));
            html.empty("wbr", &[]);
        }
        part.push(c);
        before = c;
    }
    html.text(&part);
}
