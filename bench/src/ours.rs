//! This project's reader and codec, as a client uses them: from the body of an HTTP answer to a
//! value, and from a value to the body of a request.

use std::hint::black_box;
use std::io::BufRead;

use http::header::CONTENT_TYPE;
use http::response::Parts;
use wsdl2rs_runtime::QName;
use wsdl2rs_runtime::client::Settings;
use wsdl2rs_runtime::xml::{self, Limits, ReadOptions, Reader};

use crate::awis::alexa::UrlInfoResponseType;
use crate::awis::operations::UrlInfo;
use crate::records::operations::{ListRecords, PutRecords};
use crate::records::{Record, RecordList, elements};
use crate::{Error, NAMESPACE};

/// A client without a transport.
#[derive(Debug)]
pub struct Ours {
    settings: Settings,
    head: Parts,
}

impl Ours {
    /// A client that takes answers of any size, tolerantly or strictly.
    ///
    /// # Errors
    /// When the head of the answer cannot be made.
    pub fn new(strict: bool) -> Result<Self, Error> {
        let options = if strict { ReadOptions::strict() } else { ReadOptions::default() };
        let options = options.with_limits(large());
        let settings = Settings::new("http://127.0.0.1/").read_options(options);
        let answer = http::Response::builder().header(CONTENT_TYPE, "text/xml; charset=utf-8");
        Ok(Self { settings, head: answer.body(())?.into_parts().0 })
    }

    /// Reads an answer of `ListRecords`.
    ///
    /// # Errors
    /// When it is not one.
    pub fn decode(&self, message: &[u8]) -> Result<RecordList, Error> {
        Ok(self.settings.conclude::<ListRecords>(&self.head, message)?)
    }

    /// Reads an answer of AWIS.
    ///
    /// # Errors
    /// When it is not one.
    pub fn decode_small(&self, message: &[u8]) -> Result<UrlInfoResponseType, Error> {
        Ok(self.settings.conclude::<UrlInfo>(&self.head, message)?)
    }

    /// Writes a request of `PutRecords`.
    ///
    /// # Errors
    /// When a text has a character that XML cannot carry.
    pub fn encode(&self, value: &RecordList) -> Result<impl AsRef<[u8]> + use<>, Error> {
        Ok(self.settings.prepare::<PutRecords>(value, None)?.into_body())
    }
}

/// The list of an answer as a document of its own.
///
/// # Errors
/// When a text has a character that XML cannot carry.
pub fn list(value: &RecordList) -> Result<String, Error> {
    Ok(xml::to_string::<elements::ListRecordsResponse>(value)?)
}

/// Reads such a document as a whole, from a source.
///
/// # Errors
/// When it is not one.
pub fn read_list(document: impl BufRead) -> Result<RecordList, Error> {
    let options = ReadOptions::default().with_limits(large());
    Ok(xml::from_reader_with::<elements::ListRecordsResponse>(document, &options)?)
}

/// Reads such a document item by item, and gives how many there are.
///
/// # Errors
/// When it is not one.
pub fn read_items(document: impl BufRead) -> Result<usize, Error> {
    let path = [QName::from_static(NAMESPACE, "record")];
    let options = ReadOptions::default();
    let mut count = 0;
    for record in xml::items_with::<elements::ListRecordsResponse, Record>(document, path, &options)
    {
        drop(black_box(record?));
        count += 1;
    }
    Ok(count)
}

/// Reads a document and keeps nothing: what the reader alone costs, all checks included.
///
/// # Errors
/// When the document is not well-formed.
pub fn read(document: &str) -> Result<(), Error> {
    let options = ReadOptions::default().with_limits(large());
    let mut reader = Reader::new(document, &[NAMESPACE], &options);
    reader.root()?;
    reader.skip()?;
    Ok(reader.finish()?)
}

/// Limits for messages larger than the default ones let pass.
fn large() -> Limits {
    let mut limits = Limits::default();
    limits.decoded_body = usize::MAX;
    limits.elements = usize::MAX;
    limits.children = usize::MAX;
    limits
}
