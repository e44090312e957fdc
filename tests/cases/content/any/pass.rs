//! Wildcards of a sequence.

use cases::content::any::{Box, Envelope, Pair, elements};
use wsdl2rs_runtime::xml::{self, RawXml};

pub fn main() -> Result<(), std::boxed::Box<dyn std::error::Error>> {
    let note = RawXml::encode::<elements::Note>(&7)?;
    let mut own = Box::new("n").with_any(note.clone());
    own.any_2.push("<q:extra xmlns:q='urn:q'>text</q:extra>".parse()?);
    let text = xml::to_string::<elements::Box>(&own)?;
    let read = xml::from_str::<elements::Box>(&text)?;
    assert_eq!(read.any.as_ref().map(|any| any.decode::<elements::Note>()).transpose()?, Some(7));
    assert_eq!(read.any_2[0].name().local(), "extra");

    // A wildcard takes what its namespaces allow.
    let misplaced = Box::new("n").with_any_2(vec![note.clone()]);
    assert!(xml::to_string::<elements::Box>(&misplaced).is_err());

    let _ = Envelope::new(note);
    let _ = Pair::new(["<a/>".parse()?, "<a/>".parse()?]);
    Ok(())
}
