//! What was fetched, by digest: so that it can be told later whether a server has something else.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::Fetched;

/// The documents that were fetched, the one that was asked for first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Lock {
    /// Digest, path and URL of each document.
    rows: Vec<(String, String, String)>,
}

/// How a document differs from what was fetched before.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// `changed`, `new` or `gone`.
    pub(crate) kind: &'static str,
    /// The URL.
    pub(crate) url: String,
    /// The path of its file.
    pub(crate) path: String,
}

impl Lock {
    /// Of what was fetched.
    pub(crate) fn of(fetched: &Fetched) -> Self {
        let row = |file: &super::FetchedFile| {
            let digest = Sha256::digest(&file.body);
            let digest = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            (digest, file.path.clone(), file.url.clone())
        };
        Self { rows: fetched.files.iter().map(row).collect() }
    }

    /// Of a file that was written before.
    ///
    /// # Errors
    /// The line that is none.
    pub(crate) fn parse(text: &str) -> Result<Self, usize> {
        let mut rows = Vec::new();
        for (index, line) in text.lines().enumerate().skip(1) {
            let [digest, path, url] = line.split('\t').collect::<Vec<_>>()[..] else {
                return Err(index + 1);
            };
            rows.push((digest.to_owned(), path.to_owned(), url.to_owned()));
        }
        Ok(Self { rows })
    }

    /// The lock as text.
    pub(crate) fn text(&self) -> String {
        let rows = self.rows.iter();
        let lines = rows.map(|(digest, path, url)| format!("{digest}\t{path}\t{url}\n"));
        format!("sha256\tfile\turl\n{}", lines.collect::<String>())
    }

    /// The URL that was asked for.
    pub(crate) fn entry(&self) -> Option<&str> {
        self.rows.first().map(|(_, _, url)| url.as_str())
    }

    /// What `now` has else.
    pub(crate) fn changes(&self, now: &Self) -> Vec<Change> {
        let by_url = |lock: &Self| -> BTreeMap<String, (String, String)> {
            let rows = lock.rows.iter();
            rows.map(|(digest, path, url)| (url.clone(), (digest.clone(), path.clone()))).collect()
        };
        let (before, now) = (by_url(self), by_url(now));
        let mut changes = Vec::new();
        for (url, (digest, path)) in &before {
            let kind = match now.get(url) {
                None => "gone",
                Some((found, _)) if found != digest => "changed",
                Some(_) => continue,
            };
            changes.push(Change { kind, url: url.clone(), path: path.clone() });
        }
        for (url, (_, path)) in now.iter().filter(|(url, _)| !before.contains_key(*url)) {
            changes.push(Change { kind: "new", url: url.clone(), path: path.clone() });
        }
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_by_url() {
        let lock = |text: &str| Lock::parse(text).expect("it is a lock");
        let before = lock("sha256\tfile\turl\naa\ta.wsdl\tu:a\nbb\tb.xsd\tu:b\ncc\tc.xsd\tu:c\n");
        let now = lock("sha256\tfile\turl\naa\ta.wsdl\tu:a\nb0\tb.xsd\tu:b\ndd\td.xsd\tu:d\n");
        let told: Vec<_> = before.changes(&now).into_iter().map(|it| (it.kind, it.path)).collect();
        let expected = [("changed", "b.xsd"), ("gone", "c.xsd"), ("new", "d.xsd")];
        assert_eq!(told, expected.map(|(kind, path)| (kind, path.to_owned())));
        assert_eq!(before.changes(&before), []);
        assert_eq!(Lock::parse(&before.text()), Ok(before));
        assert_eq!(Lock::parse("sha256\tfile\turl\naa\n"), Err(2));
    }
}
