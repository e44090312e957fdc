//! Text and elements as they come.

use cases::content::mixed::{Plain, Prose, ProseContent, elements};
use wsdl2rs_runtime::xml;

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bold = Prose::new().with_content(vec![ProseContent::Text("so".into())]);
    let prose = Prose::new().with_content(vec![
        ProseContent::Text("I think ".into()),
        ProseContent::Bold(bold),
    ]);
    let text = xml::to_string::<elements::Prose>(&prose)?;
    assert!(text.contains(">I think <tns:Bold>so</tns:Bold></tns:Prose>"), "{text}");
    assert_eq!(xml::from_str::<elements::Prose>(&text)?, prose);
    let _ = Plain { id: 1, text: "a".into() };
    Ok(())
}
