//! A body collected under limits, its gzip undone on the way. Does no I/O of its own.

use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};

use super::{TransportError, TransportErrorKind};
use crate::mime::{MimeError, Multipart, Received};
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
        Self::into_sink(headers, Sink::new(limits))
    }

    /// One that takes a message of several parts apart as it comes.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub(crate) fn of_parts(
        headers: &HeaderMap,
        limits: &'l Limits,
    ) -> Result<Self, TransportError> {
        let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        // What is none is collected as it is, so that an error can show it.
        let multipart = content_type.and_then(|text| Multipart::new(text, limits).ok());
        let parts = multipart.map(|multipart| Box::new(Ok(multipart)));
        Self::into_sink(headers, Sink { parts, ..Sink::new(limits) })
    }

    fn into_sink(headers: &HeaderMap, sink: Sink<'l>) -> Result<Self, TransportError> {
        let announced = announced_length(headers)?;
        if announced.is_some_and(|length| length > sink.wire_limit().1 as u64) {
            return Err(sink.too_long_on_the_wire());
        }
        Ok(Self { decoder: Decoder::new(headers, sink)?, announced })
    }

    /// # Errors
    /// When a limit is exceeded, or the compressed data are damaged.
    pub(crate) fn push(&mut self, chunk: &[u8]) -> Result<(), TransportError> {
        let sink = self.decoder.sink();
        sink.wire = sink.wire.saturating_add(chunk.len() as u64);
        if sink.wire > sink.wire_limit().1 as u64 {
            return Err(sink.too_long_on_the_wire());
        }
        self.decoder.push(chunk)
    }

    /// Whether nothing can be made of the body, whatever is still to come.
    pub(crate) fn is_broken(&mut self) -> bool {
        self.decoder.sink().parts.as_deref().is_some_and(Result::is_err)
    }

    /// The body; of a message of several parts, the parts.
    ///
    /// # Errors
    /// As [`finish`](Self::finish).
    pub(crate) fn finish_parts(mut self) -> Result<(Vec<u8>, Option<Received>), TransportError> {
        let parts = self.decoder.sink().parts.take();
        let Some(parts) = parts else { return Ok((self.finish()?, None)) };
        if parts.is_ok() {
            self.finish()?;
        }
        let read = parts.and_then(Multipart::finish);
        Ok((Vec::new(), Some(Received::new(read))))
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
    /// Where the bytes go instead, of a message of several parts.
    parts: Option<Box<Result<Multipart, MimeError>>>,
    /// How many bytes there were.
    length: usize,
    wire: u64,
    limits: &'l Limits,
    #[cfg(feature = "gzip")]
    exceeded: Option<TransportError>,
}

impl<'l> Sink<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            out: Vec::new(),
            parts: None,
            length: 0,
            wire: 0,
            limits,
            #[cfg(feature = "gzip")]
            exceeded: None,
        }
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), TransportError> {
        let Limits { decoded_body, mime_message, decode_ratio, decode_ratio_from, .. } =
            *self.limits;
        let length = self.length.saturating_add(bytes.len());
        let (name, most) = match self.parts {
            Some(_) => ("mime_message", mime_message),
            None => ("decoded_body", decoded_body),
        };
        if length > most {
            return Err(limit(name, most));
        }
        let expanded = length as u64 > self.wire.saturating_mul(decode_ratio as u64);
        if length > decode_ratio_from && expanded {
            return Err(limit("decode_ratio", decode_ratio));
        }
        self.length = length;
        let Some(parts) = self.parts.as_deref_mut() else {
            self.out.extend_from_slice(bytes);
            return Ok(());
        };
        if let Ok(multipart) = parts
            && let Err(error) = multipart.push(bytes)
        {
            if let MimeError::Limit { limit: name, value } = error {
                return Err(limit(name, value));
            }
            *parts = Err(error);
        }
        Ok(())
    }

    /// The limit for the body as it comes from the wire.
    fn wire_limit(&self) -> (&'static str, usize) {
        match self.parts {
            Some(_) => ("mime_message", self.limits.mime_message),
            None => ("wire_body", self.limits.wire_body),
        }
    }

    #[cold]
    fn too_long_on_the_wire(&self) -> TransportError {
        let (name, value) = self.wire_limit();
        limit(name, value)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> Limits {
        Limits { wire_body: 8, decoded_body: 8, ..Limits::default() }
    }

    fn collect(
        headers: &[(&'static str, &'static str)],
        chunks: &[&[u8]],
        limits: &Limits,
    ) -> Result<Vec<u8>, TransportErrorKind> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, http::HeaderValue::from_static(value));
        }
        let collected = Collector::new(&map, limits).and_then(|mut collector| {
            chunks.iter().try_for_each(|chunk| collector.push(chunk))?;
            collector.finish()
        });
        collected.map_err(|error| {
            assert!(error.may_have_been_sent(), "{error:?}");
            error.kind()
        })
    }

    #[test]
    fn a_body_has_its_length_and_keeps_the_limits() {
        use TransportErrorKind::{Limit, Protocol, Truncated};
        let length = |length| [("content-length", length)];
        let chunked = [("content-length", "3"), ("transfer-encoding", "chunked")];
        type Headers<'t> = &'t [(&'static str, &'static str)];
        type Row<'t> = (Headers<'t>, &'t [&'t [u8]], Result<&'t [u8], TransportErrorKind>);
        let rows: [Row<'_>; 11] = [
            (&[], &[], Ok(b"")),
            (&[], &[b"ab", b"", b"c"], Ok(b"abc")),
            (&[], &[b"12345678"], Ok(b"12345678")),
            (&[], &[b"12345678", b"9"], Err(Limit)),
            (&length("3"), &[b"a", b"bc"], Ok(b"abc")),
            (&length("4"), &[b"a", b"bc"], Err(Truncated)),
            (&length("2"), &[b"a", b"bc"], Err(Protocol)),
            (&length("9"), &[], Err(Limit)),
            (&length("x"), &[], Err(Protocol)),
            (&length("18446744073709551616"), &[], Err(Protocol)),
            (&chunked, &[b"abcd"], Ok(b"abcd")),
        ];
        for (headers, chunks, expected) in rows {
            let found = collect(headers, chunks, &limits());
            assert_eq!(found, expected.map(<[u8]>::to_vec), "{headers:?} {chunks:?}");
        }
    }

    #[cfg(feature = "gzip")]
    mod gzip {
        use std::io::Write as _;

        use super::*;

        fn gzip(bytes: &[u8]) -> Vec<u8> {
            let mut encoder =
                flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            encoder.write_all(bytes).expect("it goes to memory");
            encoder.finish().expect("it goes to memory")
        }

        const ZIPPED: (&str, &str) = ("content-encoding", "gzip");

        #[test]
        fn a_compressed_body_is_decoded_whatever_its_pieces() {
            let zipped = gzip(b"12345678");
            let limits = Limits { decoded_body: 8, ..Limits::default() };
            for size in 1..=zipped.len() {
                let chunks: Vec<&[u8]> = zipped.chunks(size).collect();
                assert_eq!(collect(&[ZIPPED], &chunks, &limits), Ok(b"12345678".to_vec()));
            }
            // Members follow each other (RFC 1952, section 2.2).
            let two = [gzip(b"1234"), gzip(b"5678")].concat();
            assert_eq!(
                collect(&[("content-encoding", "X-GZIP")], &[&two], &limits),
                Ok(b"12345678".to_vec())
            );
            assert_eq!(collect(&[ZIPPED], &[], &limits), Ok(Vec::new()));
        }

        #[test]
        fn a_compressed_body_keeps_the_limits() {
            use TransportErrorKind::{Encoding, Limit, Truncated};
            let nine = gzip(b"123456789");
            let decoded = Limits { decoded_body: 8, ..Limits::default() };
            let wire = Limits { wire_body: nine.len() - 1, ..Limits::default() };
            let zeros = gzip(&[0; 4_000]);
            let ratio = |decode_ratio, decode_ratio_from| Limits {
                decode_ratio,
                decode_ratio_from,
                ..Limits::default()
            };
            let rows: [(&[u8], Limits, TransportErrorKind); 7] = [
                (&nine, decoded, Limit),
                (&nine, wire, Limit),
                (&zeros, ratio(10, 3_999), Limit),
                (&nine[..nine.len() - 1], Limits::default(), Encoding),
                (&nine[..nine.len() - 9], Limits::default(), Truncated),
                (&nine[..4], Limits::default(), Truncated),
                (b"not gzip at all", Limits::default(), Encoding),
            ];
            for (bytes, limits, expected) in rows {
                assert_eq!(collect(&[ZIPPED], &[bytes], &limits), Err(expected), "{bytes:?}");
            }
            for limits in [ratio(10, 4_000), ratio(1_000, 0)] {
                assert_eq!(collect(&[ZIPPED], &[&zeros], &limits), Ok(vec![0; 4_000]));
            }
            let twice: [&[_]; 2] = [&[("content-encoding", "gzip, gzip")], &[ZIPPED, ZIPPED]];
            for headers in twice {
                assert_eq!(collect(headers, &[&nine], &Limits::default()), Err(Encoding));
            }
        }
    }
}
