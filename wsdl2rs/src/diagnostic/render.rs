//! The report on findings, as text for people.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title};

use super::Severity;
use super::finding::{Finding, Site};

/// How a report is set off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// By characters only.
    Plain,
    /// By the colours of a terminal as well.
    Coloured,
}

/// Reports each finding: message and code, `FILE:LINE:COLUMN`, the source line with the marked
/// part, help. A blank line stands between two; the last line counts them.
pub(crate) fn render(findings: &[Finding], style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let mut text = String::new();
    for finding in findings {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(renderer.render(&groups(finding)).trim_end());
        text.push('\n');
    }
    text
}

/// Shows where something is declared: a title, `FILE:LINE:COLUMN`, the source line.
#[cfg(feature = "cli")]
pub(crate) fn show(title: &str, site: &Site) -> String {
    let title = Level::INFO.no_name().primary_title(title);
    let group = match &site.excerpt {
        Some(excerpt) if !excerpt.cut => title.element(snippet(site, Some(&site.file))),
        _ => title.element(origin(site)),
    };
    Renderer::styled().render(&[group]).trim_end().to_owned() + "\n"
}

/// What was found, in numbers: `2 errors, 1 warning`.
pub(crate) fn count(findings: &[Finding]) -> String {
    let of = |severity: Severity| {
        let of_severity = findings.iter().filter(|finding| finding.severity == severity);
        let count: usize = of_severity.map(|finding| 1 + finding.more).sum();
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| format!("{count} {}{plural}", severity.as_str()))
    };
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(of);
    counts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn groups(finding: &Finding) -> Vec<Group<'_>> {
    let title = title(finding);
    let mut groups = match &finding.primary.excerpt {
        None => vec![title.element(origin(&finding.primary))],
        Some(excerpt) if excerpt.cut => vec![
            title.element(origin(&finding.primary)),
            Group::with_level(level(finding)).element(snippet(&finding.primary, None)),
        ],
        Some(_) => vec![title.element(snippet(&finding.primary, Some(&finding.primary.file)))],
    };
    let mut last = groups.pop().expect("each arm makes a group");
    for label in &finding.labels {
        last = match &label.excerpt {
            Some(excerpt) if !excerpt.cut => last.element(context(label)),
            _ => last.element(Level::NOTE.message(format!("{}: {}", place(label), label.text))),
        };
    }
    last = last.element(Level::HELP.message(&*finding.help));
    if finding.more > 0 {
        let more = format!("{} more like this are not shown", finding.more);
        last = last.element(Level::NOTE.message(more));
    }
    groups.push(last);
    groups
}

fn level(finding: &Finding) -> Level<'static> {
    match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn title(finding: &Finding) -> Title<'_> {
    level(finding).primary_title(&*finding.message).id(finding.code.id())
}

fn place(site: &Site) -> String {
    format!("{}:{}:{}", site.file, site.line, site.column)
}

fn origin(site: &Site) -> Origin<'_> {
    Origin::path(&*site.file).line(site.line).char_column(site.column)
}

/// The line of the primary place. Its column is counted from the text, so a line that is cut
/// takes its place from an [`Origin`], and no path.
fn snippet<'a>(
    site: &'a Site,
    path: Option<&'a str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    marked(site, AnnotationKind::Primary).path(path)
}

/// The line of a second place.
fn context(site: &Site) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    marked(site, AnnotationKind::Context).path(&*site.file)
}

fn marked(site: &Site, kind: AnnotationKind) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let excerpt = site.excerpt.as_ref();
    let (text, range) = excerpt.map_or(("", 0..0), |e| (e.text.as_str(), e.marked.clone()));
    let label = (!site.text.is_empty()).then_some(&*site.text);
    Snippet::source(text).line_start(site.line).annotation(kind.span(range).label(label))
}

#[cfg(test)]
#[path = "render_tests.rs"]
mod tests;
