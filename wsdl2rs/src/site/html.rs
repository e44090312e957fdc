//! HTML and SVG, written so that no text of a document can become markup: names of elements and
//! attributes are constants of the program, and everything else is escaped.

/// Markup in the making.
#[derive(Debug, Default)]
pub(super) struct Html(String);

/// An attribute.
pub(super) type Attribute<'a> = (&'static str, &'a str);

/// The elements that have no content (HTML, section 13.1.2).
const VOID: [&str; 5] = ["meta", "link", "input", "br", "wbr"];

impl Html {
    /// The markup.
    pub(super) fn into_string(self) -> String {
        self.0
    }

    /// Adds text.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        escape(text, &mut self.0);
        self
    }

    /// Adds an element with content.
    pub(super) fn within(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        content: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.start(name, attributes);
        content(self);
        if !VOID.contains(&name) {
            self.0.push_str("</");
            self.0.push_str(name);
            self.0.push('>');
        }
        self
    }

    /// Adds an element with text.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        text: &str,
    ) -> &mut Self {
        self.within(name, attributes, |html| {
            html.text(text);
        })
    }

    /// Adds an element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) -> &mut Self {
        self.within(name, attributes, |_| {})
    }

    /// Adds a line end, for those who read the markup.
    pub(super) fn line(&mut self) -> &mut Self {
        self.0.push('\n');
        self
    }

    /// Adds markup that was made apart.
    pub(super) fn append(&mut self, other: Self) {
        self.0.push_str(&other.0);
    }

    /// Adds the document type.
    pub(super) fn doctype(&mut self) -> &mut Self {
        self.0.push_str("<!doctype html>\n");
        self
    }

    fn start(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            escape(value, &mut self.0);
            self.0.push('"');
        }
        self.0.push('>');
    }
}

/// Writes text so that it is text within an element and within a quoted attribute. Characters that
/// control direction or the terminal are shown by their number, so that a name cannot seem another.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || is_directional(c) => {
                out.push_str(&format!("\u{27e8}U+{:04X}\u{27e9}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
}

fn is_directional(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn text_is_never_markup() {
        let rows = [
            ("plain", "plain"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
            ("a & b", "a &amp; b"),
            ("rtl \u{202E}evil", "rtl \u{27e8}U+202E\u{27e9}evil"),
            ("nul \u{0}\r", "nul \u{27e8}U+0000\u{27e9}\u{27e8}U+000D\u{27e9}"),
        ];
        for (text, expected) in rows {
            let mut html = Html::default();
            html.element("p", &[("title", text)], text);
            assert_eq!(html.into_string(), format!("<p title=\"{expected}\">{expected}</p>"));
        }
    }

    #[test]
    fn elements_without_content_have_no_end() {
        let mut html = Html::default();
        html.within("div", &[], |html| {
            html.empty("br", &[]).empty("span", &[]);
        });
        assert_eq!(html.into_string(), "<div><br><span></span></div>");
    }
}
