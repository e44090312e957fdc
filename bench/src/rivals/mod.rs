//! Other ways to read and write the same messages, each into values equal to ours, with the dates
//! and decimals parsed by the same functions: what differs is the reading of XML.

pub mod quick_xml_events;
pub mod quick_xml_hand;
pub mod quick_xml_serde;
pub mod quick_xml_writer;
pub mod roxmltree_walk;

use wsdl2rs_runtime::value::{TextValue, from_text};

use crate::Error;

/// The error of a member that is not there.
fn missing(name: &'static str) -> Error {
    format!("no {name}").into()
}

/// A value from its text.
fn parse<T: TextValue>(text: &str) -> Result<T, Error> {
    Ok(from_text(text)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{SMALL_REPLY, Style, records};
    use crate::ours::{self, Ours};

    const STYLES: [Style; 3] = [Style::Prefixed, Style::DefaultNamespace, Style::Indented];

    #[test]
    fn all_readers_agree() -> Result<(), Error> {
        let (tolerant, strict) = (Ours::new(false)?, Ours::new(true)?);
        for style in STYLES {
            let message = records(20_000, style);
            let value = tolerant.decode(message.as_bytes())?;
            assert!(value.record.len() > 10);
            ours::read(&message)?;
            assert_eq!(strict.decode(message.as_bytes())?, value, "{style:?}");
            assert_eq!(quick_xml_hand::decode(&message)?, value, "{style:?}");
            assert_eq!(roxmltree_walk::decode(&message)?, value, "{style:?}");
            let written = quick_xml_serde::encode(&quick_xml_serde::decode(&message)?)?;
            assert_eq!(tolerant.decode(written.as_bytes())?, value, "{style:?}");
            assert!(quick_xml_events::read(&message)? > 1_000);
        }
        assert_eq!(tolerant.decode_small(SMALL_REPLY.as_bytes())?.response.len(), 1);
        Ok(())
    }

    #[test]
    fn all_writers_agree() -> Result<(), Error> {
        let ours = Ours::new(true)?;
        let message = records(20_000, Style::Prefixed);
        let value = ours.decode(message.as_bytes())?;
        let answer = |text: &str| text.replace("PutRecords>", "ListRecordsResponse>");
        let written = ours.encode(&value)?;
        let written = std::str::from_utf8(written.as_ref())?;
        let written = answer(&written.replace("PutRecords ", "ListRecordsResponse "));
        assert_eq!(ours.decode(written.as_bytes())?, value);
        assert_eq!(ours.decode(quick_xml_writer::encode(&value)?.as_bytes())?, value);
        Ok(())
    }
}
