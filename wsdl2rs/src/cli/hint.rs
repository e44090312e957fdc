//! What was probably meant, where something else than a command or a file was given.

/// Where a document stands in the place of a command.
pub(super) fn for_a_document(word: &str) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return Some(format!("\nhint: to download the contract, `wsdl2rs fetch {word} -o wsdl`"));
    }
    let is_document = lower.ends_with(".wsdl") || lower.ends_with(".xsd");
    is_document.then(|| {
        format!("\nhint: `wsdl2rs inspect {word}` says what it has, `wsdl2rs generate {word}` makes a client")
    })
}

/// Where a URL is given for the path of a document.
pub(super) fn for_a_source(source: &str) -> Option<String> {
    let lower = source.to_ascii_lowercase();
    let is_url = lower.starts_with("http://") || lower.starts_with("https://");
    is_url.then(|| {
        format!(
            "`{source}` is a URL, and only files are read: `wsdl2rs fetch {source} -o wsdl` \
             downloads it, then give the file"
        )
    })
}

/// Where a folder is given for the path of a document: the documents in it.
pub(super) fn for_a_folder(folder: &str, documents: &[String]) -> String {
    match documents {
        [] => format!("`{folder}` is a folder without WSDL or XSD documents"),
        documents => {
            const MOST: usize = 8;
            let mut shown: Vec<&str> = documents.iter().take(MOST).map(String::as_str).collect();
            if documents.len() > MOST {
                shown.push("\u{2026}");
            }
            format!("`{folder}` is a folder; give a document in it: {}", shown.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_and_urls_are_known() {
        let rows = [
            ("a.wsdl", Some("inspect a.wsdl")),
            ("b/A.XSD", Some("generate b/A.XSD")),
            ("https://h/a?wsdl", Some("fetch https://h/a?wsdl -o")),
            ("generat", None),
        ];
        for (word, expected) in rows {
            let hint = for_a_document(word);
            assert_eq!(hint.is_some(), expected.is_some(), "{word}");
            assert!(hint.unwrap_or_default().contains(expected.unwrap_or_default()), "{word}");
        }
        assert!(for_a_source("http://h/a").is_some() && for_a_source("a.wsdl").is_none());
    }
}
