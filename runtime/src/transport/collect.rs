//! A body collected under limits, its gzip undone on the way. Does no I/O of its own.

use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING};

use super::{TransportError, TransportErrorKind};
use crate::xml::Limits;

/// Takes the chunks of one body.
pub(crate) struct Collector<'l> {
    decoder: Decoder<'l>,
    announced: Option<u64>,
}

enum Decoder<'l> {
    Identity(Sink<'l>),
    #[cfg(feature = "gzip")]
    Gzip(Box<flate2::write::MultiGzDecoder<Sink<'l>>>),
}

impl<'l> Collector<'l> {
    /// # Errors
    /// When the headers announce more than the limit, or an encoding that is not understood.
    pub(crate) fn new(headers: &HeaderMap, limits: &'l Limits) -> Result<Self, TransportError> {
        let announced = announced_length(headers)?;
        let sink = Sink::new(limits);
        if announced.is_some_and(|length| length > limits.wire_body as u64) {
            return Err(sink.too_long_on_the_wire());
        }
        Ok(Self { decoder: Decoder::new(headers, sink)?, announced })
    }

    /// # Errors
    /// When a limit is exceeded, or the compressed data are damaged.
    pub(crate) fn push(&mut self, chunk: &[u8]) -> Result<(), TransportError> {
        let sink = self.decoder.sink();
        sink.wire = sink.wire.saturating_add(chunk.len() as u64);
        if sink.wire > sink.limits.wire_body as u64 {
            return Err(sink.too_long_on_the_wire());
        }
        self.decoder.push(chunk)
    }

    /// # Errors
    /// When the body is shorter or longer than announced, or compressed data end early.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, TransportError> {
        let wire = self.decoder.sink().wire;
        match self.announced {
            Some(length) if wire < length => Err(TransportError::new(
                TransportErrorKind::Truncated,
                format!("{wire} of {length} bytes"),
            )),
            Some(length) if wire > length => Err(TransportError::new(
                TransportErrorKind::Protocol,
                format!("{wire} bytes where Content-Length says {length}"),
            )),
            Some(_) | None => self.decoder.finish(wire),
        }
    }
}

/// The length that the answer must have; not known where it comes in chunks.
fn announced_length(headers: &HeaderMap) -> Result<Option<u64>, TransportError> {
    if headers.contains_key(TRANSFER_ENCODING) {
        return Ok(None);
    }
    let Some(value) = headers.get(CONTENT_LENGTH) else { return Ok(None) };
    let digits = value.to_str().ok().map(str::trim);
    let length = digits.and_then(|digits| digits.parse().ok());
    length.map(Some).ok_or_else(|| {
        TransportError::new(TransportErrorKind::Protocol, "Content-Length is not a number")
    })
}

impl<'l> Decoder<'l> {
    fn new(headers: &HeaderMap, sink: Sink<'l>) -> Result<Self, TransportError> {
        let mut encodings = Vec::new();
        for value in headers.get_all(CONTENT_ENCODING) {
            for name in value.to_str().unwrap_or("?").split(',') {
                let name = name.trim().to_ascii_lowercase();
                if !name.is_empty() && name != "identity" {
                    encodings.push(name);
                }
            }
        }
        match encodings.as_slice() {
            [] => Ok(Self::Identity(sink)),
            #[cfg(feature = "gzip")]
            [only] if only == "gzip" || only == "x-gzip" => {
                Ok(Self::Gzip(Box::new(flate2::write::MultiGzDecoder::new(sink))))
            }
            [..] => Err(TransportError::new(
                TransportErrorKind::Encoding,
                format!("Content-Encoding {:?} is not understood", encodings.join(", ")),
            )),
        }
    }

    fn sink(&mut self) -> &mut Sink<'l> {
        match self {
            Self::Identity(sink) => sink,
            #[cfg(feature = "gzip")]
            Self::Gzip(decoder) => decoder.get_mut(),
        }
    }

    fn push(&mut self, chunk: &[u8]) -> Result<(), TransportError> {
        match self {
            Self::Identity(sink) => sink.take(chunk),
            #[cfg(feature = "gzip")]
            Self::Gzip(decoder) => {
                let written = std::io::Write::write_all(decoder, chunk);
                written.map_err(|error| gzip_error(decoder.get_mut(), error))
            }
        }
    }

    fn finish(self, wire: u64) -> Result<Vec<u8>, TransportError> {
        let _ = wire;
        match self {
            Self::Identity(sink) => Ok(sink.out),
            // An answer without a body may still carry the header of its encoding.
            #[cfg(feature = "gzip")]
            Self::Gzip(_) if wire == 0 => Ok(Vec::new()),
            #[cfg(feature = "gzip")]
            Self::Gzip(mut decoder) => match decoder.try_finish() {
                Ok(()) => Ok(std::mem::take(&mut decoder.get_mut().out)),
                Err(error) => Err(gzip_error(decoder.get_mut(), error)),
            },
        }
    }
}

#[cfg(feature = "gzip")]
fn gzip_error(sink: &mut Sink<'_>, error: std::io::Error) -> TransportError {
    if let Some(exceeded) = sink.exceeded.take() {
        return exceeded;
    }
    let kind = if error.kind() == std::io::ErrorKind::UnexpectedEof {
        TransportErrorKind::Truncated
    } else {
        TransportErrorKind::Encoding
    };
    TransportError::new(kind, "the gzip data are not whole").because(error)
}

/// The decoded bytes, and the counts that bound them.
struct Sink<'l> {
    out: Vec<u8>,
    wire: u64,
    limits: &'l Limits,
    #[cfg(feature = "gzip")]
    exceeded: Option<TransportError>,
}

impl<'l> Sink<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            out: Vec::new(),
            wire: 0,
            limits,
            #[cfg(feature = "gzip")]
            exceeded: None,
        }
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), TransportError> {
        let Limits { decoded_body, decode_ratio, decode_ratio_from, .. } = *self.limits;
        let length = self.out.len().saturating_add(bytes.len());
        if length > decoded_body {
            return Err(limit("decoded_body", decoded_body));
        }
        let expanded = length as u64 > self.wire.saturating_mul(decode_ratio as u64);
        if length > decode_ratio_from && expanded {
            return Err(limit("decode_ratio", decode_ratio));
        }
        self.out.extend_from_slice(bytes);
        Ok(())
    }

    #[cold]
    fn too_long_on_the_wire(&self) -> TransportError {
        limit("wire_body", self.limits.wire_body)
    }
}

#[cold]
fn limit(name: &str, value: usize) -> TransportError {
    TransportError::new(TransportErrorKind::Limit, format!("over the limit `{name}` of {value}"))
}

#[cfg(feature = "gzip")]
impl std::io::Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self.take(bytes) {
            Ok(()) => Ok(bytes.len()),
            Err(error) => {
                self.exceeded = Some(error);
                Err(std::io::Error::other("a limit is exceeded"))
            }
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
