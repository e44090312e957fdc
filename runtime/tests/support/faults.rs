//! What a hostile or broken server does, by name; in groups, each with its golden.

use std::io::Write as _;
use std::time::Duration;

use crate::support::server::{Act, answer as reply};
use crate::support::{answer, envelope, envelope_12};

/// A server's acts by the connection, and how many calls are made.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) acts: Vec<Act>,
    pub(crate) calls: usize,
}

const XML: &str = "Content-Type: text/xml\r\n";

/// The groups by name.
pub(crate) fn groups() -> Vec<(&'static str, Vec<Case>)> {
    vec![
        ("heads", heads()),
        ("lengths", lengths()),
        ("chunks", chunks()),
        ("statuses", statuses()),
        ("encodings", encodings()),
        ("gzip", compressed()),
        ("documents", documents()),
        ("floods", floods()),
        ("envelopes", envelopes()),
        ("faults", faults()),
        ("connections", connections()),
    ]
}

fn one(name: &'static str, act: Act) -> Case {
    Case { name, acts: vec![act], calls: 1 }
}

/// Sends these bytes as they are.
fn raw(name: &'static str, bytes: impl AsRef<[u8]>) -> Case {
    one(name, Act::Send(bytes.as_ref().to_vec()))
}

/// An answer with a body of XML.
fn body(name: &'static str, body: impl AsRef<[u8]>) -> Case {
    raw(name, reply("200 OK", XML, body))
}

fn good() -> Vec<u8> {
    reply("200 OK", XML, answer("1"))
}

fn heads() -> Vec<Case> {
    let good = String::from_utf8(good()).expect("it is ASCII");
    let many: String = (0..300).map(|n| format!("X-{n}: y\r\n")).collect();
    let with = |headers: &str| reply("200 OK", &format!("{XML}{headers}"), answer("1"));
    vec![
        raw("nothing at all", ""),
        raw("a line feed", "\n"),
        raw("half a status line", &good[..9]),
        raw("half a head", &good[..30]),
        raw("another protocol", "SSH-2.0-OpenSSH_9.9\r\n\r\n"),
        raw("HTTP/2 at once", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        raw("HTTP/9.9", good.replace("HTTP/1.1", "HTTP/9.9")),
        raw("HTTP/0.9", answer("1")),
        raw("a status of four digits", good.replace("200 OK", "2000 OK")),
        raw("a status of letters", good.replace("200 OK", "OK")),
        raw("a header without colon", good.replace("Content-Type: ", "Content-Type ")),
        raw("a space before the colon", good.replace("Content-Type: ", "Content-Type : ")),
        raw("a folded header", good.replace("text/xml", "text/xml;\r\n charset=utf-8")),
        raw("NUL in a header", good.replace("text/xml", "text/xml\0")),
        raw("line feeds alone", good.replace("\r\n", "\n")),
        raw("three hundred headers", with(&many)),
        raw("a header of a megabyte", with(&format!("X: {}\r\n", "y".repeat(1 << 20)))),
        raw("two media types", with("Content-Type: text/html\r\n")),
        raw("a head as answer to an upgrade", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n"),
        raw("100 and then the answer", format!("HTTP/1.1 100 Continue\r\n\r\n{good}")),
        raw("103 and then the answer", format!("HTTP/1.1 103 Early\r\nLink: <a>\r\n\r\n{good}")),
        raw("100 again and again", "HTTP/1.1 100 Continue\r\n\r\n".repeat(1_000)),
    ]
}

fn lengths() -> Vec<Case> {
    let body = answer("1");
    let with = |length: &str, body: &str| {
        format!("HTTP/1.1 200 OK\r\n{XML}Content-Length: {length}\r\n\r\n{body}")
    };
    let length = body.len();
    vec![
        raw("longer than the body", with(&(length + 5).to_string(), &body)),
        raw("shorter than the body", with(&(length - 5).to_string(), &body)),
        raw("nothing, and a body", with("0", &body)),
        raw("negative", with("-1", &body)),
        raw("a plus sign", with(&format!("+{length}"), &body)),
        raw("hexadecimal", with("0x10", &body)),
        raw("more than the limit", with("99999999999", &body)),
        raw("more than a number has", with("99999999999999999999999", &body)),
        raw("twice the same", with(&format!("{length}\r\nContent-Length: {length}"), &body)),
        raw("twice, one of them wrong", with(&format!("{length}\r\nContent-Length: 5"), &body)),
        raw("a list", with(&format!("{length}, {length}"), &body)),
        raw(
            "a length and chunks",
            with(&format!("{length}\r\nTransfer-Encoding: chunked"), "0\r\n\r\n"),
        ),
        raw("none, and cut in the XML", format!("HTTP/1.1 200 OK\r\n{XML}\r\n{}", &body[..60])),
    ]
}

fn chunks() -> Vec<Case> {
    let body = answer("1");
    let chunked =
        |rest: &str| format!("HTTP/1.1 200 OK\r\n{XML}Transfer-Encoding: chunked\r\n\r\n{rest}");
    let whole = format!("{:x}\r\n{body}\r\n", body.len());
    let mut chunk = b"1000\r\n".to_vec();
    chunk.extend_from_slice(&[b' '; 0x1000]);
    chunk.extend_from_slice(b"\r\n");
    let endless = Act::Forever(chunked("").into_bytes(), chunk);
    vec![
        raw("a size that is none", chunked("xyz\r\nabc\r\n0\r\n\r\n")),
        raw("a size beyond all sizes", chunked("fffffffffffffffff\r\nabc")),
        raw("more than its size", chunked("3\r\nabcdef\r\n0\r\n\r\n")),
        raw("cut within a chunk", chunked(&whole[..40])),
        raw("no last chunk", chunked(&whole)),
        raw("an extension", chunked(&format!("{whole}0;a=b\r\n\r\n"))),
        raw("an extension of a megabyte", chunked(&format!("0;{}\r\n\r\n", "a".repeat(1 << 20)))),
        raw("a trailer", chunked(&format!("{whole}0\r\nX: y\r\n\r\n"))),
        raw("a trailer that is cut", chunked(&format!("{whole}0\r\nX: y"))),
        raw("a trailer with a length", chunked(&format!("{whole}0\r\nContent-Length: 1\r\n\r\n"))),
        raw(
            "an encoding that nobody knows",
            chunked(&whole).replace("chunked\r\n", "chunked, x\r\n"),
        ),
        one("chunks without end", endless),
    ]
}

fn statuses() -> Vec<Case> {
    let to = |status: &str, location: &str| reply(status, &format!("Location: {location}\r\n"), "");
    let page = "<!DOCTYPE html><html><body>Sorry, canary</body></html>";
    vec![
        raw("301 to another host", to("301 Moved", "http://192.0.2.1/?secret")),
        raw("302 to a file", to("302 Found", "file:///etc/passwd")),
        raw("303", to("303 See Other", "/elsewhere")),
        raw("307 to itself", to("307 Temporary", "/quotes")),
        raw("308 without location", reply("308 Permanent", "", "")),
        raw("204", "HTTP/1.1 204 No Content\r\n\r\n"),
        raw("304", "HTTP/1.1 304 Not Modified\r\n\r\n"),
        raw("401", reply("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "no")),
        raw("407", reply("407 Proxy", "Proxy-Authenticate: Basic realm=\"x\"\r\n", "no")),
        raw("429 for a day", reply("429 Slow", "Retry-After: 86400\r\n", "")),
        raw("500 with a page", reply("500 Oops", "Content-Type: text/html\r\n", page)),
        raw("200 with a page", reply("200 OK", "Content-Type: text/html\r\n", page)),
        raw("503 with an answer", reply("503 Busy", XML, answer("1"))),
        raw("999", reply("999 What", XML, answer("1"))),
        raw(
            "a page that draws",
            reply("200 OK", "Content-Type: text/plain\r\n", "\x1b[2Jgone\x07"),
        ),
    ]
}

fn utf_16(text: &str, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

fn encodings() -> Vec<Case> {
    let of = |media_type: &str, body: &[u8]| {
        reply("200 OK", &format!("Content-Type: {media_type}\r\n"), body)
    };
    let text = answer("é");
    let declared = text.replace("version=\"1.0\"", "version=\"1.0\" encoding=\"UTF-16\"");
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect();
    let marked = format!("\u{FEFF}{text}");
    vec![
        raw("UTF-8 with a mark", of("text/xml; charset=utf-8", marked.as_bytes())),
        raw("UTF-16 with a mark", of("text/xml; charset=utf-16", &utf_16(&declared, true))),
        raw("UTF-16 without a mark", of("text/xml; charset=utf-16", &utf_16(&declared, false))),
        raw("UTF-16 that is called UTF-8", of("text/xml; charset=utf-8", &utf_16(&text, true))),
        raw("UTF-8 that is called UTF-16", of("text/xml; charset=utf-16", text.as_bytes())),
        raw("UTF-8 that declares UTF-16", of("text/xml", declared.as_bytes())),
        raw("half a character of UTF-16", of("text/xml", &utf_16(&text, true)[..201])),
        raw("Latin 1", of("text/xml; charset=iso-8859-1", &latin)),
        raw("Latin 1 that is called UTF-8", of("text/xml; charset=utf-8", &latin)),
        raw("Latin 1 without a name", of("text/xml", &latin)),
        raw("UTF-7", of("text/xml; charset=utf-7", b"+ADw-a/+AD4-")),
        raw("a charset that nobody knows", of("text/xml; charset=klingon", text.as_bytes())),
        raw("an empty charset", of("text/xml; charset=", text.as_bytes())),
        raw("two charsets", of("text/xml; charset=utf-8; charset=utf-16", text.as_bytes())),
        raw("no media type", reply("200 OK", "", &text)),
        raw("a media type of another world", of("image/png", text.as_bytes())),
    ]
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("it goes to memory");
    encoder.finish().expect("it goes to memory")
}

fn compressed() -> Vec<Case> {
    let of = |encoding: &str, body: &[u8]| {
        reply("200 OK", &format!("{XML}Content-Encoding: {encoding}\r\n"), body)
    };
    let text = answer("1");
    let zipped = gzip(text.as_bytes());
    let mut wrong = zipped.clone();
    let last = wrong.len() - 5;
    wrong[last] ^= 1;
    let bomb = gzip(&vec![b' '; 64 << 20]);
    let twice = [zipped.clone(), zipped.clone()].concat();
    let trailed = [&zipped[..], b"more"].concat();
    vec![
        raw("an answer", of("gzip", &zipped)),
        raw("cut", of("gzip", &zipped[..zipped.len() - 9])),
        raw("a head alone", of("gzip", &zipped[..10])),
        raw("a wrong sum", of("gzip", &wrong)),
        raw("none of it", of("gzip", text.as_bytes())),
        raw("without being said", reply("200 OK", XML, &zipped)),
        raw("a bomb", of("gzip", &bomb)),
        raw("a bomb in a bomb", of("gzip, gzip", &gzip(&bomb))),
        raw("two members", of("gzip", &twice)),
        raw("more after the end", of("gzip", &trailed)),
        raw("another algorithm", of("br", text.as_bytes())),
        raw("an empty body", of("gzip", b"")),
    ]
}

fn documents() -> Vec<Case> {
    let doctype = |declaration: &str| format!("<!DOCTYPE a {declaration}>{}", &answer("&e;")[21..]);
    let good = answer("1");
    vec![
        body("a document type", doctype("")),
        body("an entity", doctype("[<!ENTITY e 'x'>]")),
        body("an entity of a file", doctype("[<!ENTITY e SYSTEM 'file:///etc/passwd'>]")),
        body(
            "a document type elsewhere",
            doctype("[<!ENTITY % e SYSTEM 'http://192.0.2.1/x'> %e;]"),
        ),
        body("a billion laughs", doctype("[<!ENTITY a 'ha'><!ENTITY e '&a;&a;&a;&a;&a;'>]")),
        body("a document type in UTF-16", utf_16(&doctype(""), true)),
        body("an entity that nobody declares", answer("&nbsp;")),
        body("a forbidden character", answer("&#1;")),
        body("NUL", answer("a\0b")),
        body("a surrogate", answer("&#xD800;")),
        body("XML 1.1", good.replace("version=\"1.0\"", "version=\"1.1\"")),
        body("two roots", format!("{good}<a/>")),
        body("text after the root", format!("{good}more")),
        body("cut", &good[..good.len() - 9]),
        body("an empty body", ""),
        body("an undeclared prefix", answer("<p:x/>")),
        body("an attribute twice", answer("<x a='1' a='2'/>")),
        body("end tags crossed", answer("<x><y></x></y>")),
        body("JSON", "{\"price\": 1}"),
    ]
}

fn floods() -> Vec<Case> {
    let attributes: String = (0..600).map(|n| format!(" a{n}=''")).collect();
    let namespaces: String = (0..70).map(|n| format!(" xmlns:p{n}='u'")).collect();
    // Header blocks that nobody knows are passed over.
    let header = |block: &str| {
        answer("1").replace("<s:Body>", &format!("<s:Header>{block}</s:Header><s:Body>"))
    };
    let deep = format!("{}{}", "<x>".repeat(5_000), "</x>".repeat(5_000));
    let open = format!(
        "HTTP/1.1 200 OK\r\n{XML}Connection: close\r\n\r\n{}",
        answer("").split("</").next().unwrap_or_default()
    );
    vec![
        body("depth", header(&deep)),
        body("attributes", answer(&format!("<x{attributes}/>"))),
        body("namespaces", answer(&format!("<x{namespaces}/>"))),
        body("a long name", answer(&format!("<{}/>", "x".repeat(2_000)))),
        body("a long value", answer(&format!("<x a='{}'/>", "v".repeat(70_000)))),
        body("children", header(&"<x/>".repeat(60_000))),
        body("references", answer(&"&#65;".repeat(100_000))),
        body("comments", answer(&"<!-- -->".repeat(50_000))),
        body("unknown elements", header("<x><y>1</y></x>")),
        one("text without end", Act::Forever(open.into_bytes(), vec![b'x'; 4096])),
    ]
}

fn envelopes() -> Vec<Case> {
    let good = answer("1");
    let header =
        |block: &str| good.replace("<s:Body>", &format!("<s:Header>{block}</s:Header><s:Body>"));
    let wrapped = "<GetQuoteResponse xmlns='urn:quotes'>1</GetQuoteResponse>";
    vec![
        body("of SOAP 1.2", envelope_12(wrapped)),
        body("of no version", good.replace("http://schemas.xmlsoap.org", "http://x.example")),
        body("no envelope", wrapped),
        body("no body", good.replace("s:Body", "s:Other")),
        body("two bodies", good.replace("</s:Body>", "</s:Body><s:Body/>")),
        body("an empty body element", envelope("")),
        body("text in the body", envelope("text")),
        body("another operation", envelope("<GetOtherResponse xmlns='urn:quotes'/>")),
        body("the request itself", envelope("<GetQuote xmlns='urn:quotes'/>")),
        body("another namespace", envelope("<GetQuoteResponse xmlns='urn:other'>1</GetQuoteResponse>")),
        body("two answers", envelope(&wrapped.repeat(2))),
        body("a header to be understood", header("<x:y xmlns:x='urn:x' s:mustUnderstand='1'/>")),
        body("one for somebody else", header("<y s:mustUnderstand='1' s:actor='urn:z'/>")),
        body("a header that need not be", header("<y s:mustUnderstand='0'/>")),
        body("a header after the body", good.replace("</s:Body>", "</s:Body><s:Header/>")),
        body("a type from elsewhere", good.replace("xmlns='urn:quotes'", "xmlns='urn:quotes' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='urn:quotes http://192.0.2.1/x.xsd'")),
        raw("a message of several parts", reply("200 OK", "Content-Type: multipart/related; boundary=b\r\n", "--b\r\n\r\nx\r\n--b--")),
    ]
}

fn faults() -> Vec<Case> {
    let fault = |content: &str| envelope(&format!("<s:Fault>{content}</s:Fault>"));
    let code = "<faultcode>s:Server</faultcode>";
    let twelve = envelope_12(
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang='en'>no</s:Text></s:Reason></s:Fault>",
    );
    let failed = |name: &'static str, text: String| raw(name, reply("500 Oops", XML, text));
    vec![
        failed("with 500", fault(&format!("{code}<faultstring>no</faultstring>"))),
        body("with 200", fault(&format!("{code}<faultstring>no</faultstring>"))),
        failed("empty", fault("")),
        failed("of SOAP 1.2", twelve.clone()),
        failed(
            "parts of 1.2 in an envelope of 1.1",
            twelve.replace(
                "http://www.w3.org/2003/05/soap-envelope",
                "http://schemas.xmlsoap.org/soap/envelope/",
            ),
        ),
        failed(
            "parts of 1.1 in an envelope of 1.2",
            envelope_12(&format!("<s:Fault>{code}<faultstring>no</faultstring></s:Fault>")),
        ),
        failed("a code without prefix", fault("<faultcode>Server</faultcode>")),
        failed("a code of nothing", fault("<faultcode>p:q:r</faultcode>")),
        failed(
            "text that draws",
            fault(&format!("{code}<faultstring>\u{9b}2J&#x202E;</faultstring>")),
        ),
        failed(
            "text of a megabyte",
            fault(&format!("{code}<faultstring>{}</faultstring>", "x".repeat(1 << 20))),
        ),
        failed(
            "a declared detail that is none",
            fault(&format!(
                "{code}<detail><UnknownSymbol xmlns='urn:quotes'><x/></UnknownSymbol></detail>"
            )),
        ),
        failed(
            "a fault and an answer",
            envelope("<s:Fault/><GetQuoteResponse xmlns='urn:quotes'>1</GetQuoteResponse>"),
        ),
        failed("an answer with 500", answer("1")),
        failed(
            "a fault that is cut",
            fault(code).replace("</s:Fault></s:Body></s:Envelope>", "</s:F"),
        ),
    ]
}

fn connections() -> Vec<Case> {
    let good = good();
    let drip = |step: usize| good.chunks(step).map(<[u8]>::to_vec).collect::<Vec<_>>();
    let long = Duration::from_secs(30);
    let (head, end) = good.split_at(80);
    let then = |act: Act| vec![Act::Then(good.clone(), Box::new(act)), Act::Send(good.clone())];
    let again = |name, act| Case { name, acts: then(act), calls: 2 };
    let body = answer("1").into_bytes();
    let unasked = [&good[..], &reply("200 OK", XML, answer("2"))].concat();
    vec![
        one("closed at once", Act::Close),
        one("reset before it has read", Act::Reset),
        one("silence", Act::Drip(vec![good.clone()], long)),
        one("silence within the head", Act::Then(head[..20].to_vec(), Box::new(Act::Close))),
        one(
            "silence within the body",
            Act::Then(good[..good.len() - 30].to_vec(), Box::new(Act::Close)),
        ),
        one("drips", Act::Drip(drip(2), Duration::from_millis(100))),
        one(
            "drips that are fast enough",
            Act::Drip(vec![head.to_vec(), end.to_vec()], Duration::from_millis(50)),
        ),
        again("a kept connection is closed", Act::Close),
        again("a kept connection answers with half a head", Act::Send(head[..20].to_vec())),
        again(
            "a kept connection answers with half a body",
            Act::Send(good[..good.len() - 9].to_vec()),
        ),
        again("a kept connection answers with more of the body", Act::Send(body)),
        Case {
            name: "an answer that nobody asked for",
            acts: vec![
                Act::Then(unasked, Box::new(Act::Send(good.clone()))),
                Act::Send(good.clone()),
            ],
            calls: 2,
        },
    ]
}
