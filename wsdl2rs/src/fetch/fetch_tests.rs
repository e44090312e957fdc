//! Contracts in memory, fetched.

use super::*;

/// A URL and what it has: a document, or, after `->`, the URL that it redirects to.
type Page = (&'static str, &'static str);

/// Pages in memory.
struct Web(Vec<Page>);

impl Get for Web {
    fn get(&self, url: &str, _asked_for: bool) -> Result<Response, String> {
        let mut url = url.to_owned();
        loop {
            let page = self.0.iter().find(|page| page.0 == url);
            let text = page.ok_or_else(|| "it is not there".to_owned())?.1;
            match text.strip_prefix("->") {
                Some(target) => url = target.to_owned(),
                None => return Ok(Response { url, body: text.as_bytes().to_vec() }),
            }
        }
    }
}

const A: &str = r#"<d:definitions xmlns:d="http://schemas.xmlsoap.org/wsdl/"
    ><d:import location="types/t.xsd"/><d:import location="http://other/x.xsd"/></d:definitions>"#;
const T: &str = r#"<schema xmlns="http://www.w3.org/2001/XMLSchema"><include
    schemaLocation="../u.xsd"/><import schemaLocation="http://other/x.xsd"/></schema>"#;
const EMPTY: &str = r#"<schema xmlns="http://www.w3.org/2001/XMLSchema"/>"#;

fn fetched(url: &str, pages: &[Page]) -> Fetched {
    fetch(url, &Web(pages.to_vec()), &Limits::default())
}

fn paths(fetched: &Fetched) -> Vec<&str> {
    fetched.files.iter().map(|file| file.path.as_str()).collect()
}

#[test]
fn all_that_is_imported_is_fetched_once() {
    let fetched = fetched(
        "http://h/s/a.svc?wsdl",
        &[
            ("http://h/s/a.svc?wsdl", A),
            ("http://h/s/types/t.xsd", T),
            ("http://h/s/u.xsd", EMPTY),
            ("http://other/x.xsd", EMPTY),
        ],
    );
    assert_eq!(fetched.problems, []);
    assert_eq!(paths(&fetched), ["a.wsdl", "h/s/types/t.xsd", "other/x.xsd", "h/s/u.xsd"]);
    let catalog = "\
url\tfile
http://h/s/a.svc?wsdl\ta.wsdl
http://h/s/types/t.xsd\th/s/types/t.xsd
http://h/s/u.xsd\th/s/u.xsd
http://other/x.xsd\tother/x.xsd
types/t.xsd\th/s/types/t.xsd
";
    assert_eq!(fetched.catalog_text(), catalog);
}

#[test]
fn a_redirected_document_names_others_from_where_it_is() {
    let fetched = fetched(
        "http://h/a",
        &[
            ("http://h/a", "->http://new/deep/a.xsd"),
            ("http://new/deep/a.xsd", T),
            ("http://new/u.xsd", EMPTY),
            ("http://other/x.xsd", EMPTY),
        ],
    );
    assert_eq!(fetched.problems, []);
    assert_eq!(paths(&fetched), ["a.xsd", "new/u.xsd", "other/x.xsd"]);
    assert_eq!(fetched.catalog["http://h/u.xsd"], "new/u.xsd");
    assert_eq!(fetched.catalog["../u.xsd"], "new/u.xsd");
}

#[test]
fn what_is_missing_is_told_and_the_rest_is_fetched() {
    let fetched =
        fetched("http://h/a.wsdl", &[("http://h/a.wsdl", A), ("http://h/types/t.xsd", T)]);
    assert_eq!(paths(&fetched), ["a.wsdl", "h/types/t.xsd"]);
    let problems: Vec<(&str, Option<&str>)> =
        fetched.problems.iter().map(|p| (p.url.as_str(), p.named_by.as_deref())).collect();
    let expected = [
        ("http://other/x.xsd", Some("http://h/a.wsdl")),
        ("http://h/u.xsd", Some("http://h/types/t.xsd")),
        ("http://other/x.xsd", Some("http://h/types/t.xsd")),
    ];
    assert_eq!(problems, expected);
}

#[test]
fn other_schemes_are_not_fetched() {
    let page = r#"<schema xmlns="http://www.w3.org/2001/XMLSchema"><include
        schemaLocation="file:///etc/passwd"/><include schemaLocation="ftp://h/x"/><include
        schemaLocation="//share/x"/></schema>"#;
    let page: &'static str = page;
    let fetched = fetched("http://h/a", &[("http://h/a", page)]);
    assert_eq!(fetched.files.len(), 1);
    let reasons: Vec<&str> = fetched.problems.iter().map(|p| p.reason.as_str()).collect();
    assert_eq!(reasons, ["only http and https URLs are fetched"; 3]);
}

#[test]
fn a_page_that_is_no_contract_is_told() {
    let fetched = fetched("http://h/a", &[("http://h/a", "<html/>")]);
    assert_eq!(fetched.files, []);
    let reason = "it is neither WSDL 1.1 nor XML Schema, but `html`";
    assert_eq!(fetched.problems[0].reason, reason);
}
