//! One request with its answer as two text files: a first line, headers, an empty line, the body.
//!
//! The form is that of HTTP/1.1 (RFC 9112, section 2.1), with the whole URL in the first line, and
//! with lines that may end without a carriage return. The body is as long as the file.

use std::fs;
use std::io;
use std::path::Path;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri};

const REQUEST: &str = "request.http";
const RESPONSE: &str = "response.http";

/// One request with its answer.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The request.
    pub request: Request<Bytes>,
    /// The answer, its content encoding undone.
    pub response: Response<Bytes>,
}

impl Exchange {
    /// Reads the texts of `request.http` and `response.http`.
    ///
    /// # Errors
    /// `InvalidData`, naming the line, where a text does not have the form.
    pub fn parse(request: &[u8], response: &[u8]) -> io::Result<Self> {
        Ok(Self {
            request: parse_request(request).map_err(|error| error.into_io(REQUEST))?,
            response: parse_response(response).map_err(|error| error.into_io(RESPONSE))?,
        })
    }

    /// The text of `request.http`.
    #[must_use]
    pub fn request_text(&self) -> Vec<u8> {
        let first = format!("{} {} HTTP/1.1", self.request.method(), self.request.uri());
        text(&first, self.request.headers(), self.request.body())
    }

    /// The text of `response.http`.
    #[must_use]
    pub fn response_text(&self) -> Vec<u8> {
        let first = format!("HTTP/1.1 {}", self.response.status());
        text(&first, self.response.headers(), self.response.body())
    }

    /// Reads the exchanges of a directory: every `…request.http`, in the order of the names, with
    /// the `…response.http` of the same beginning.
    ///
    /// # Errors
    /// When a file cannot be read, does not have the form, or there is no exchange.
    pub fn read_dir(directory: impl AsRef<Path>) -> io::Result<Vec<Self>> {
        let directory = directory.as_ref();
        let mut names = Vec::new();
        for entry in fs::read_dir(directory)? {
            if let Ok(name) = entry?.file_name().into_string() {
                names.extend(name.strip_suffix(REQUEST).map(str::to_owned));
            }
        }
        names.sort();
        if names.is_empty() {
            let text = format!("no request.http in {}", directory.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, text));
        }
        let read = |name: &String| {
            let request = fs::read(directory.join(format!("{name}{REQUEST}")))?;
            let response = fs::read(directory.join(format!("{name}{RESPONSE}")))?;
            Self::parse(&request, &response)
        };
        names.iter().map(read).collect()
    }

    /// Writes exchanges into a directory, which is made where there is none: as `request.http` and
    /// `response.http`, with `01-`, `02-` and so on before them where there are several.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write_dir(exchanges: &[Self], directory: impl AsRef<Path>) -> io::Result<()> {
        let directory = directory.as_ref();
        fs::create_dir_all(directory)?;
        for (index, exchange) in exchanges.iter().enumerate() {
            let prefix =
                if exchanges.len() == 1 { String::new() } else { format!("{:02}-", index + 1) };
            let path = |name: &str| directory.join(format!("{prefix}{name}"));
            fs::write(path(REQUEST), exchange.request_text())?;
            fs::write(path(RESPONSE), exchange.response_text())?;
        }
        Ok(())
    }
}

fn text(first: &str, headers: &HeaderMap, body: &[u8]) -> Vec<u8> {
    let mut text = Vec::from(first);
    text.push(b'\n');
    for (name, value) in headers {
        text.extend_from_slice(name.as_str().as_bytes());
        text.extend_from_slice(b": ");
        text.extend_from_slice(value.as_bytes());
        text.push(b'\n');
    }
    text.push(b'\n');
    text.extend_from_slice(body);
    text
}

/// Why a text does not have the form: the line, and what was expected there.
struct Malformed(usize, &'static str);

impl Malformed {
    fn into_io(self, file: &str) -> io::Error {
        let text = format!("{file}, line {}: expected {}", self.0, self.1);
        io::Error::new(io::ErrorKind::InvalidData, text)
    }
}

fn parse_request(text: &[u8]) -> Result<Request<Bytes>, Malformed> {
    const FORM: Malformed = Malformed(1, "`METHOD URL HTTP/1.1`");
    let (first, headers, body) = split(text)?;
    let mut words = first.split(' ');
    let mut request = Request::new(body);
    let method = words.next().unwrap_or_default();
    *request.method_mut() = Method::from_bytes(method.as_bytes()).map_err(|_| FORM)?;
    let url: Uri = words.next().and_then(|url| url.parse().ok()).ok_or(FORM)?;
    *request.uri_mut() = url;
    if words.next() != Some("HTTP/1.1") || words.next().is_some() {
        return Err(FORM);
    }
    *request.headers_mut() = headers;
    Ok(request)
}

fn parse_response(text: &[u8]) -> Result<Response<Bytes>, Malformed> {
    const FORM: Malformed = Malformed(1, "`HTTP/1.1 STATUS REASON`");
    let (first, headers, body) = split(text)?;
    let mut response = Response::new(body);
    let status = first.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)).ok_or(FORM)?;
    *response.status_mut() = StatusCode::from_bytes(status.as_bytes()).map_err(|_| FORM)?;
    *response.headers_mut() = headers;
    Ok(response)
}

/// The first line, the headers, and the body.
fn split(text: &[u8]) -> Result<(&str, HeaderMap, Bytes), Malformed> {
    let mut rest = text;
    let first = line(&mut rest).ok_or(Malformed(1, "a first line"))?;
    let mut headers = HeaderMap::new();
    for number in 2.. {
        let form = || Malformed(number, "`Name: value`, or an empty line before the body");
        let line = line(&mut rest).ok_or_else(form)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(form)?;
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| form())?;
        headers.append(name, HeaderValue::from_str(value.trim()).map_err(|_| form())?);
    }
    Ok((first, headers, Bytes::copy_from_slice(rest)))
}

/// Takes a line off the beginning, without its end.
fn line<'t>(rest: &mut &'t [u8]) -> Option<&'t str> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (line, after) = rest.split_at(end);
    *rest = &after[1..];
    std::str::from_utf8(line.strip_suffix(b"\r").unwrap_or(line)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REQUEST_TEXT: &str =
        "POST https://example.com/a HTTP/1.1\ncontent-type: text/xml\n\n<a>\n</a>\n";
    const RESPONSE_TEXT: &str = "HTTP/1.1 404 Not Found\nx: 1\nx: 2\n\n";

    #[test]
    fn what_is_written_is_read() {
        let exchange = Exchange::parse(REQUEST_TEXT.as_bytes(), RESPONSE_TEXT.as_bytes())
            .expect("both have the form");
        assert_eq!(exchange.request.body(), "<a>\n</a>\n");
        assert_eq!(exchange.response.status(), 404);
        assert_eq!(exchange.response.headers().get_all("x").iter().count(), 2);
        assert_eq!(String::from_utf8_lossy(&exchange.request_text()), REQUEST_TEXT);
        assert_eq!(String::from_utf8_lossy(&exchange.response_text()), RESPONSE_TEXT);
    }

    #[test]
    fn lines_may_end_as_on_the_wire() {
        let request = REQUEST_TEXT.replace('\n', "\r\n");
        let exchange = Exchange::parse(request.as_bytes(), RESPONSE_TEXT.as_bytes())
            .expect("both have the form");
        assert_eq!(exchange.request.body(), "<a>\r\n</a>\r\n");
        assert_eq!(exchange.request.headers()["content-type"], "text/xml");
    }

    #[test]
    fn a_text_of_another_form_is_refused_with_its_line() {
        let rows = [
            ("", RESPONSE_TEXT, "request.http, line 1: expected a first line"),
            ("GET\n\n", RESPONSE_TEXT, "request.http, line 1: expected `METHOD URL HTTP/1.1`"),
            (
                "POST http://a HTTP/2\n\n",
                RESPONSE_TEXT,
                "request.http, line 1: expected `METHOD URL HTTP/1.1`",
            ),
            (
                REQUEST_TEXT,
                "HTTP/1.1 OK\n\n",
                "response.http, line 1: expected `HTTP/1.1 STATUS REASON`",
            ),
            (
                REQUEST_TEXT,
                "HTTP/1.1 200 OK\na: b\n",
                "response.http, line 3: expected `Name: value`, or an empty line before the body",
            ),
            (
                REQUEST_TEXT,
                "HTTP/1.1 200 OK\n<a/>\n\n",
                "response.http, line 2: expected `Name: value`, or an empty line before the body",
            ),
        ];
        for (request, response, expected) in rows {
            let error = Exchange::parse(request.as_bytes(), response.as_bytes());
            assert_eq!(error.expect_err(expected).to_string(), expected);
        }
    }
}
