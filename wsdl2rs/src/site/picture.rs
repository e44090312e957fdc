//! Pictures of inheritance and substitution: one box a line, indented, so that they fit a phone.

use super::Mention;
use super::frame::Writer;

/// The height of a line, and how far a level is indented.
const LINE: usize = 34;
const STEP: usize = 22;
/// The height of a box.
const BOX: usize = 26;
/// About the width of a character.
const CHARACTER: usize = 8;
/// How many of those below are drawn.
const MOST: usize = 20;
/// The longest name that is drawn whole.
const LONGEST: usize = 48;

/// Draws what is above a component, itself, and what is below it; nothing where it stands alone.
pub(super) fn draw(
    page: &mut Writer<'_>,
    label: &str,
    above: &[Mention],
    own: &str,
    below: &[Mention],
) {
    if above.is_empty() && below.is_empty() {
        return;
    }
    let itself = Mention { text: own.to_owned(), target: None };
    let mut rows: Vec<(usize, &Mention)> = above.iter().enumerate().collect();
    rows.push((above.len(), &itself));
    rows.extend(below.iter().take(MOST).map(|mention| (above.len() + 1, mention)));
    let width = rows.iter().map(|(depth, mention)| depth * STEP + width_of(&mention.text)).max();
    let (width, height) = (width.unwrap_or(0) + 4, rows.len() * LINE);
    let view = format!("0 0 {width} {height}");
    let (width, height) = (width.to_string(), height.to_string());
    page.within(
        "div",
        &[("class", "picture"), ("tabindex", "0"), ("role", "group"), ("aria-label", label)],
        |page| {
            let attributes = [
                ("viewBox", view.as_str()),
                ("width", &width),
                ("height", &height),
                ("role", "img"),
                ("aria-label", label),
            ];
            page.within("svg", &attributes, |page| {
                page.html.element("title", &[], label);
                lines(page, &rows, above.len());
                for (index, (depth, mention)) in rows.iter().enumerate() {
                    draw_box(page, index, *depth, mention, index == above.len());
                }
            });
        },
    );
    if below.len() > MOST {
        page.within("details", &[], |page| {
            let text = format!("{} more below {own}", below.len() - MOST);
            page.html.element("summary", &[], &text);
            page.mentions(&below[MOST..]);
        });
    }
}

/// The line from each box to the one above it.
fn lines(page: &mut Writer<'_>, rows: &[(usize, &Mention)], own: usize) {
    for (index, (depth, _)) in rows.iter().enumerate().skip(1) {
        let parent = if index > own { own } else { index - 1 };
        let x = (depth - 1) * STEP + STEP / 2;
        let (from, to) = (parent * LINE + BOX + 4, index * LINE + LINE / 2);
        let path = format!("M{x} {from}V{to}H{}", depth * STEP);
        page.html.empty("path", &[("d", &path)]);
    }
}

fn draw_box(page: &mut Writer<'_>, row: usize, depth: usize, mention: &Mention, is_own: bool) {
    let (x, y) = (depth * STEP, row * LINE + (LINE - BOX) / 2);
    let (left, top) = (x.to_string(), y.to_string());
    let (width, height) = (width_of(&mention.text).to_string(), BOX.to_string());
    let (text_x, text_y) = ((x + 10).to_string(), (y + 17).to_string());
    let content = |page: &mut Writer<'_>| {
        let class = if is_own { "own" } else { "box" };
        let attributes = [
            ("class", class),
            ("x", left.as_str()),
            ("y", &top),
            ("width", &width),
            ("height", &height),
            ("rx", "6"),
        ];
        page.html.empty("rect", &attributes);
        let text = shortened(&mention.text);
        page.html.element("text", &[("x", &text_x), ("y", &text_y)], &text);
    };
    match mention.target {
        Some(target) => {
            let path = page.to(page.site.paths.of(target));
            page.within("a", &[("href", &path)], content);
        }
        None => content(page),
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST - 1).collect();
    format!("{start}\u{2026}")
}

fn width_of(text: &str) -> usize {
    text.chars().count().min(LONGEST) * CHARACTER + 20
}
