//! This project's reader and codec, as a client uses them: from the body of an HTTP answer to a
//! value, and from a value to the body of a request.

use http::header::CONTENT_TYPE;
use http::response::Parts;
use wsdl2rs_runtime::client::Settings;
use wsdl2rs_runtime::xml::{Limits, ReadOptions, Reader};

use crate::awis::alexa::UrlInfoResponseType;
use crate::awis::operations::UrlInfo;
use crate::records::RecordList;
use crate::records::operations::{ListRecords, PutRecords};
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
