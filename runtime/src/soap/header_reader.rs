//! The header blocks of a message as they are (SOAP 1.1, section 4.2; SOAP 1.2, section 5.2), for
//! those who want more than what the contract declares.

use super::Version;
use crate::xml::{Name, RawXml, ReadError, ReadOptions, Reader};

/// The header blocks of an envelope of either version, in order; none where it is no envelope. What
/// comes after them is not looked at.
pub(crate) fn read_header_blocks(
    text: &str,
    options: &ReadOptions,
) -> Result<Vec<RawXml>, ReadError> {
    let mut reader = Reader::new(text, &[], options);
    let root = reader.root()?;
    let is_soap = Version::of_namespace(reader.namespace_uri(root.namespace)).is_some();
    let mut blocks = Vec::new();
    if root.local == "Envelope"
        && is_soap
        && reader.next_child()? == Some(Name::new(root.namespace, "Header"))
    {
        while reader.next_child()?.is_some() {
            blocks.push(reader.raw_element()?);
        }
    }
    Ok(blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_blocks_are_kept_as_they_are() {
        let soap = "xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'";
        let rows: [(String, &[&str]); 6] = [
            ("<a/>".to_owned(), &[]),
            ("<Envelope><Header><b/></Header></Envelope>".to_owned(), &[]),
            (format!("<s:Envelope {soap}><s:Body/></s:Envelope>"), &[]),
            (format!("<s:Envelope {soap}><s:Header/><s:Body/></s:Envelope>"), &[]),
            (
                format!(
                    "<s:Envelope {soap}><s:Header><p:b xmlns:p='u' s:mustUnderstand='0'>1</p:b>\
                     <c>2</c></s:Header><s:Body/></s:Envelope>"
                ),
                &["{u}b", "c"],
            ),
            (
                "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Header><d/>\
                 </s:Header>what follows is not read"
                    .to_owned(),
                &["d"],
            ),
        ];
        for (text, expected) in rows {
            let blocks = read_header_blocks(&text, &ReadOptions::default()).expect(&text);
            let names: Vec<_> = blocks.iter().map(|block| block.name().to_string()).collect();
            assert_eq!(names, expected, "{text}");
        }
    }
}
