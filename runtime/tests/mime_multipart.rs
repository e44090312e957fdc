//! Messages of several parts, against raw bytes: what is taken, what is refused, and that neither
//! depends on the pieces in which a body comes (RFC 2046, RFC 2387).

use proptest::prelude::*;
use wsdl2rs_runtime::limits::Limits;
use wsdl2rs_runtime::mime::{MimeError, Multipart, Related};

const RELATED: &str = "multipart/related; boundary=b";

fn read_in(
    content_type: &str,
    body: &[u8],
    size: usize,
    limits: &Limits,
) -> Result<Related, MimeError> {
    let mut multipart = Multipart::new(content_type, limits)?;
    body.chunks(size).try_for_each(|piece| multipart.push(piece))?;
    multipart.finish()
}

/// Reads a body in pieces of every length, which must make no difference.
fn read(content_type: &str, body: &[u8], limits: &Limits) -> Result<Related, MimeError> {
    let whole = read_in(content_type, body, body.len().max(1), limits);
    for size in 1..body.len() {
        assert_eq!(read_in(content_type, body, size, limits), whole, "pieces of {size}");
    }
    whole
}

/// What a message has: the octets of its root, and identifier and octets of the other parts.
type Contents<'t> = (&'t [u8], &'t [(Option<&'t str>, &'t [u8])]);

fn assert_contents(found: &Result<Related, MimeError>, expected: Contents<'_>, row: &str) {
    let found = found.as_ref().unwrap_or_else(|error| panic!("{row}: {error}"));
    let parts: Vec<(Option<&str>, &[u8])> =
        found.parts().iter().map(|part| (part.content_id(), &part.octets()[..])).collect();
    assert_eq!((&found.root().octets()[..], parts.as_slice()), expected, "{row}");
}

#[test]
fn parts_are_what_stands_between_the_boundaries() {
    let quoted =
        "Multipart/Related;start-info=\"text/xml\"; boundary=\"=+/'b:?(1)\" ;type=text/xml";
    let started = "multipart/related; boundary=b; start=\"<r@x>\"";
    let bare = "multipart/related; boundary=b; start=r@x";
    let empty = "multipart/related; boundary=b; start=\"\"";
    let rows: [(&str, &[u8], Contents<'_>); 17] = [
        (RELATED, b"--b\r\n\r\nr\r\n--b--", (b"r", &[])),
        (RELATED, b"--b\r\n\r\nr\r\n--b--\r\n", (b"r", &[])),
        (RELATED, b"\r\n--b\r\n\r\nr\r\n--b--\r\n", (b"r", &[])),
        (RELATED, b"before\r\n--b\r\n\r\nr\r\n--b--\r\nafter\r\n", (b"r", &[])),
        (RELATED, b"before--b\r\n--b \t\r\n\r\nr\r\n--b-- \t\r\n--a", (b"r", &[])),
        (RELATED, b"--b\r\n\r\n\r\n--b--", (b"", &[])),
        (RELATED, b"--b\r\n\r\n--b--", (b"", &[])),
        (RELATED, b"--b\r\nA: b\r\n\r\n--b\r\n\r\n\r\n--b--", (b"", &[(None, b"")])),
        (RELATED, b"--b\r\n\r\n\r\n\r\n\r\n--b--", (b"\r\n\r\n", &[])),
        (RELATED, b"--b\r\n\r\n--\r\n-b\r\n\r\r\n--b--", (b"--\r\n-b\r\n\r", &[])),
        (RELATED, b"--b\n\nr\n--b\r\n--b--", (b"r\n--b", &[])),
        (
            RELATED,
            b"--b\r\n\r\nr\r\n--b\r\ncontent-id:\r\n <a@x>\r\n\r\n\0\xff\r\n--b--",
            (b"r", &[(Some("a@x"), b"\0\xff")]),
        ),
        (quoted, b"--=+/'b:?(1)\r\n\r\nr\r\n--=+/'b:?(1)--", (b"r", &[])),
        (
            started,
            b"--b\r\n\r\na\r\n--b\r\nContent-ID: <r@x>\r\n\r\nr\r\n--b--",
            (b"r", &[(None, b"a")]),
        ),
        (
            bare,
            b"--b\r\n\r\na\r\n--b\r\nContent-ID: <r@x>\r\n\r\nr\r\n--b--",
            (b"r", &[(None, b"a")]),
        ),
        (empty, b"--b\r\n\r\nr\r\n--b--", (b"r", &[])),
        (
            RELATED,
            b"--b\r\n\r\nr\r\n--b\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJ\r\nj\r\n--b--",
            (b"r", &[(None, b"abc")]),
        ),
    ];
    for (content_type, body, expected) in rows {
        let row = String::from_utf8_lossy(body);
        assert_contents(&read(content_type, body, &Limits::default()), expected, &row);
    }
}

#[test]
fn what_receivers_disagree_about_is_refused() {
    use MimeError::{NoRoot, PartAfterEnd, RepeatedId, Truncated};
    let started = "multipart/related; boundary=b; start=\"<r@x>\"";
    let followed = MimeError::Boundary("more than white space follows it");
    let rows: [(&str, &[u8], MimeError); 19] = [
        (RELATED, b"", Truncated),
        (RELATED, b"--b", Truncated),
        (RELATED, b"--b\r\n", Truncated),
        (RELATED, b"--b\r\n\r\nr", Truncated),
        (RELATED, b"--b\r\n\r\nr\r\n--b", Truncated),
        (RELATED, b"--b\r\n\r\nr\r\n--b\r\n", Truncated),
        (RELATED, b"--b\n\nr\n--b--\n", Truncated),
        (RELATED, b"--b\r\n\r\nr\r\n--c--", Truncated),
        (RELATED, b"--b--", NoRoot),
        (started, b"--b\r\n\r\nr\r\n--b--", NoRoot),
        (RELATED, b"--b\r\n\r\nr\r\n--bc\r\n\r\ns\r\n--b--", followed.clone()),
        (RELATED, b"--b\r\n\r\nr\r\n--b--c", followed.clone()),
        (RELATED, b"--b\r\n\r\nr\r\n--b-", followed),
        (RELATED, b"--b\r\n\r\nr\r\n--b--\r\n--b\r\n\r\ns\r\n--b--", PartAfterEnd),
        (RELATED, b"--b\r\n\r\nr\r\n--b--\r\nafter\r\n--b--", PartAfterEnd),
        (
            RELATED,
            b"--b\r\nContent-ID: <a>\r\n\r\nr\r\n--b\r\nContent-ID: a\r\n\r\nr\r\n--b--",
            RepeatedId("a".into()),
        ),
        (
            RELATED,
            b"--b\r\nContent-Type: Multipart/mixed; boundary=c\r\n\r\n--c--\r\n--b--",
            MimeError::Nested,
        ),
        (
            RELATED,
            b"--b\r\nContent-ID: a\r\nContent-ID: b\r\n\r\nr\r\n--b--",
            MimeError::Header("it has content-id twice".into()),
        ),
        (
            RELATED,
            b"--b\r\nContent-Transfer-Encoding: gzip\r\n\r\nr\r\n--b--",
            MimeError::TransferEncoding("gzip is not known".into()),
        ),
    ];
    for (content_type, body, expected) in rows {
        let found = read(content_type, body, &Limits::default());
        assert_eq!(found, Err(expected), "{}", String::from_utf8_lossy(body));
    }
}

#[test]
fn only_related_parts_with_one_boundary_are_read() {
    let long = |length| format!("multipart/related; boundary={}", "b".repeat(length));
    let rows = [
        ("", false),
        ("text/xml", false),
        ("multipart/related", false),
        ("multipart/mixed; boundary=b", false),
        ("multipart/related; boundary=", false),
        ("multipart/related; boundary=\"b", false),
        ("multipart/related; boundary=b; boundary=c", false),
        ("multipart/related; boundary=b; start=a; START=b", false),
        ("multipart/related; boundary=\"b \"", false),
        ("multipart/related; boundary=b; type=a; type=b", true),
        (&long(70), true),
        (&long(71), false),
    ];
    for (content_type, is_taken) in rows {
        let found = Multipart::new(content_type, &Limits::default());
        assert_eq!(found.is_ok(), is_taken, "{content_type}");
    }
}

fn limits(change: impl Fn(&mut Limits)) -> Limits {
    let mut limits = Limits::default();
    change(&mut limits);
    limits
}

#[test]
fn limits_are_kept_and_named() {
    let over = |limit, value| Err(MimeError::Limit { limit, value });
    let part = b"--b\r\n\r\n123456789\r\n--b--";
    let header = b"--b\r\nA: bcdef\r\n\r\n1\r\n--b--";
    let two = b"--b\r\n\r\n1\r\n--b\r\n\r\n2\r\n--b--";
    let rows: [(&[u8], Limits, Result<(), MimeError>); 6] = [
        (part, limits(|limits| limits.mime_part = 9), Ok(())),
        (part, limits(|limits| limits.mime_part = 8), over("mime_part", 8)),
        (header, limits(|limits| limits.mime_part_header = 10), Ok(())),
        (header, limits(|limits| limits.mime_part_header = 9), over("mime_part_header", 9)),
        (two, limits(|limits| limits.mime_parts = 2), Ok(())),
        (two, limits(|limits| limits.mime_parts = 1), over("mime_parts", 1)),
    ];
    for (body, limits, expected) in rows {
        assert_eq!(read(RELATED, body, &limits).map(drop), expected);
    }
}

/// What never ends is refused before all of it has come.
#[test]
fn limits_hold_before_the_end() {
    let rows: [(&[u8], &[u8], &str); 3] = [
        (b"--b\r\n\r\n", b"11111111", "mime_part"),
        (b"--b\r\n", b"A: bcdef", "mime_part_header"),
        (b"", b"--b\r\n\r\n\r\n", "mime_parts"),
    ];
    let limits = limits(|limits| {
        (limits.mime_part, limits.mime_part_header, limits.mime_parts) = (100, 100, 10);
    });
    for (start, repeated, expected) in rows {
        let mut multipart = Multipart::new(RELATED, &limits).expect("a good Content-Type");
        multipart.push(start).expect("a good start");
        let refusal = (0..30).find_map(|_| multipart.push(repeated).err());
        let Some(MimeError::Limit { limit, .. }) = refusal else {
            panic!("{expected}: {refusal:?}")
        };
        assert_eq!(limit, expected);
    }
}

#[test]
fn parts_are_found_by_what_names_them() {
    let body = b"--b\r\n\r\nr\r\n--b\r\nContent-ID: <a@x>\r\nContent-Location: one.png\r\n\
                 Content-Type: image/png;\r\n\tname=one\r\n\r\n1\r\n\
                 --b\r\nContent-Location: http://x/two\r\n\r\n2\r\n--b--";
    let found = read(RELATED, body, &Limits::default()).expect("a good message");
    let parts = found.parts();
    for (url, octets) in [
        ("cid:a@x", Some("1")),
        ("cid:a%40x", Some("1")),
        ("one.png", Some("1")),
        ("http://x/two", Some("2")),
        ("cid:one.png", None),
        ("a@x", None),
    ] {
        let part = parts.by_url(url).map(|part| part.octets().as_ref());
        assert_eq!(part, octets.map(str::as_bytes), "{url}");
    }
    let first = parts.by_id("a@x").expect("it is there");
    assert_eq!(first.content_type(), Some("image/png; name=one"));
    assert_eq!(first.header("content-LOCATION"), Some("one.png"));
    assert_eq!(first.headers().count(), 3);
    assert_eq!((parts.len(), parts.is_empty()), (2, false));
}

/// Octets of which many look like a delimiter.
fn content() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(proptest::sample::select(&b"\r\n-b\0"[..]), 0..24)
}

fn message(contents: &[Vec<u8>]) -> Vec<u8> {
    let mut body = Vec::new();
    for content in contents {
        body.extend_from_slice(b"--boundary\r\nA: b\r\n\r\n");
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--boundary--");
    body
}

proptest! {
    #[test]
    fn contents_come_back_whatever_the_pieces(
        contents in proptest::collection::vec(content(), 1..5),
    ) {
        let body = message(&contents);
        let read = read("multipart/related; boundary=boundary", &body, &Limits::default());
        let (root, parts) = read.expect("a good message").into_root_and_parts();
        let found: Vec<Vec<u8>> =
            std::iter::once(&root).chain(&parts).map(|part| part.octets().to_vec()).collect();
        prop_assert_eq!(found, contents);
    }

    #[test]
    fn whatever_comes_is_judged_alike_in_all_pieces(
        body in proptest::collection::vec(proptest::sample::select(&b"\r\n-b: A"[..]), 0..80),
    ) {
        let _ = read(RELATED, &body, &Limits::default());
        let body = [b"--b\r\n\r\n", &body[..], b"\r\n--b--"].concat();
        let _ = read(RELATED, &body, &Limits::default());
    }
}
