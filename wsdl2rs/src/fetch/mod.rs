//! Downloads a contract with all that it imports, so that generating needs no network.
//!
//! The documents are kept as published, byte by byte. A catalog says which file stands for which
//! URL, and which for a location that the entry document writes relative to its own URL.

pub(crate) mod http;
pub(crate) mod lock;
mod names;
mod references;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::source::uri::{Location, Reference};
use crate::source::{Catalog, Limits};
use names::Names;
use references::Document;

/// What a URL has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Response {
    /// Where it was in the end, after redirections.
    pub(crate) url: String,
    /// Its bytes.
    pub(crate) body: Vec<u8>,
}

/// Gets documents from the network.
pub(crate) trait Get {
    /// What `url` has. `asked_for` tells the user's own URL from those that documents name.
    ///
    /// # Errors
    /// Why there is nothing: a sentence without a full stop.
    fn get(&self, url: &str, asked_for: bool) -> Result<Response, String>;
}

/// A contract with all that it imports.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Fetched {
    /// The documents; the one that was asked for first.
    pub(crate) files: Vec<FetchedFile>,
    /// Which file stands for which URL: the URL or location, and the file's path.
    pub(crate) catalog: BTreeMap<String, String>,
    /// What could not be fetched.
    pub(crate) problems: Vec<Problem>,
}

/// A document.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FetchedFile {
    /// Where it came from.
    pub(crate) url: String,
    /// The path of its file, with `/` between folders.
    pub(crate) path: String,
    /// Its bytes.
    pub(crate) body: Vec<u8>,
}

/// A document that could not be fetched.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The URL, or the location as written.
    pub(crate) url: String,
    /// The URL of the document that names it; none for the one that was asked for.
    pub(crate) named_by: Option<String>,
    /// Why: a sentence without a full stop.
    pub(crate) reason: String,
}

impl Fetched {
    /// The catalog as text.
    pub(crate) fn catalog_text(&self) -> String {
        let lines = self.catalog.iter().map(|(url, path)| format!("{url}\t{path}\n"));
        format!("url\tfile\n{}", lines.collect::<String>())
    }
}

/// Fetches the document at `url`, and all that it imports.
pub(crate) fn fetch(url: &str, get: &dyn Get, limits: &Limits) -> Fetched {
    let mut fetch = Fetch {
        get,
        limits,
        names: Names::default(),
        paths: BTreeMap::new(),
        relative: BTreeMap::new(),
        queue: VecDeque::new(),
        fetched: Fetched::default(),
    };
    let entry = Request { key: url.to_owned(), url: url.to_owned(), named_by: None, depth: 0 };
    fetch.queue.push_back(entry);
    while let Some(request) = fetch.queue.pop_front() {
        fetch.take(request);
    }
    fetch.map_relative_locations(url);
    fetch.fetched
}

/// A document to be fetched.
struct Request {
    /// The URL by which the generator will look it up.
    key: String,
    /// The URL where it is: another where the document that names it was redirected.
    url: String,
    /// The URL of the document that names it.
    named_by: Option<String>,
    depth: usize,
}

struct Fetch<'a> {
    get: &'a dyn Get,
    limits: &'a Limits,
    names: Names,
    /// The path of each URL that was fetched.
    paths: BTreeMap<String, String>,
    /// The URLs that a relative location means, and whether the entry document writes it.
    relative: BTreeMap<String, (BTreeSet<String>, bool)>,
    queue: VecDeque<Request>,
    fetched: Fetched,
}

impl Fetch<'_> {
    fn take(&mut self, request: Request) {
        if self.fetched.catalog.contains_key(&request.key) {
            return;
        }
        if let Some(path) = self.paths.get(&request.url) {
            self.fetched.catalog.insert(request.key, path.clone());
            return;
        }
        if let Err(reason) = self.download(&request) {
            let Request { key, named_by, .. } = request;
            let problem = Problem { url: key, named_by, reason };
            if !self.fetched.problems.contains(&problem) {
                self.fetched.problems.push(problem);
            }
        }
    }

    fn download(&mut self, request: &Request) -> Result<(), String> {
        let Limits { files, import_depth, .. } = *self.limits;
        if self.fetched.files.len() >= files {
            return Err(format!("there are more than {files} documents"));
        }
        if request.depth > import_depth {
            return Err(format!("it is imported through more than {import_depth} others"));
        }
        let is_entry = request.named_by.is_none();
        let response = self.get.get(&request.url, is_entry)?;
        let document = references::read(response.body.clone(), self.limits)?;
        let path = if is_entry {
            self.names.entry(&request.url, document.extension)
        } else {
            self.names.imported(&request.url, document.extension)
        };
        self.paths.insert(request.url.clone(), path.clone());
        self.fetched.catalog.insert(request.key.clone(), path.clone());
        let file = FetchedFile { url: request.url.clone(), path, body: response.body };
        self.fetched.files.push(file);
        self.follow(request, &response.url, &document);
        Ok(())
    }

    /// Asks for what a document names.
    fn follow(&mut self, request: &Request, base: &str, document: &Document) {
        for location in &document.locations {
            let problem = |reason: &str| Problem {
                url: location.clone(),
                named_by: Some(request.key.clone()),
                reason: reason.to_owned(),
            };
            let (key, url) = match (resolve(&request.key, location), resolve(base, location)) {
                (Some(key), Some(url)) => (key, url),
                _ => {
                    self.fetched.problems.push(problem("only http and https URLs are fetched"));
                    continue;
                }
            };
            if key != *location {
                let means = self.relative.entry(location.clone()).or_default();
                means.0.insert(key.clone());
                means.1 |= request.named_by.is_none();
            }
            let named_by = Some(request.key.clone());
            self.queue.push_back(Request { key, url, named_by, depth: request.depth + 1 });
        }
    }

    /// Maps the relative locations of the entry document, which the generator reads from a file
    /// and so does not know by its URL.
    fn map_relative_locations(&mut self, entry: &str) {
        for (location, (keys, is_of_entry)) in &self.relative {
            let key = resolve(entry, location).filter(|_| *is_of_entry);
            let Some(path) = key.and_then(|key| self.fetched.catalog.get(&key).cloned()) else {
                continue;
            };
            if keys.len() == 1 {
                self.fetched.catalog.insert(location.clone(), path);
            } else {
                let reason =
                    "the location means one document here and another elsewhere".to_owned();
                let named_by = Some(entry.to_owned());
                self.fetched.problems.push(Problem { url: location.clone(), named_by, reason });
            }
        }
    }
}

/// The URL that a location means in the document at `base`.
fn resolve(base: &str, location: &str) -> Option<String> {
    let base = Location::Catalogued { uri: base.to_owned(), path: String::new() };
    let found = match base.resolve(location, &Catalog::default()) {
        Reference::Remote(url) => url,
        Reference::Files(files) => match files.into_iter().next()? {
            Location::Catalogued { uri, .. } => uri,
            Location::File { .. } | Location::Shipped { .. } => return None,
        },
        Reference::Itself | Reference::Mapped(_) | Reference::Refused(_) => return None,
    };
    let is_web = found.starts_with("http://") || found.starts_with("https://");
    is_web.then_some(found)
}

#[cfg(test)]
#[path = "fetch_tests.rs"]
mod tests;
