//! Documents that must be refused, and near neighbours that must not be.
//!
//! Each is read twice, once with its text collected and once passed over, and both must say the
//! same: what is skipped is checked as strictly as what is kept.

use wsdl2rs_runtime::xml::{ErrorKind, ReadError, ReadOptions, Reader, decode};

/// Reads a document whole: all its text, or the error.
fn read(bytes: &[u8]) -> Result<String, ReadError> {
    let options = ReadOptions::strict();
    let text = decode(bytes, None, options.limits());
    let collected = text.as_ref().map_err(|error| error.to_string()).and_then(|text| {
        collect(Reader::new(text, &[], &options)).map_err(|error| error.to_string())
    });
    let skipped = decode(bytes, None, options.limits())
        .and_then(|text| skip(Reader::new(&text, &[], &options)));
    let shown = String::from_utf8_lossy(bytes);
    match &skipped {
        Ok(()) => assert!(collected.is_ok(), "{shown}: {collected:?}"),
        Err(error) => assert_eq!(collected, Err(error.to_string()), "{shown}"),
    }
    skipped.map(|()| collected.unwrap_or_default())
}

fn collect(mut reader: Reader<'_>) -> Result<String, ReadError> {
    reader.root()?;
    let mut text = String::new();
    let mut depth = 1;
    while depth > 0 {
        match reader.next_mixed_child(&mut text)? {
            Some(_) => depth += 1,
            None => depth -= 1,
        }
    }
    reader.finish()?;
    Ok(text)
}

fn skip(mut reader: Reader<'_>) -> Result<(), ReadError> {
    reader.root()?;
    reader.skip()?;
    reader.finish()
}

#[track_caller]
fn assert_read(document: &str) {
    if let Err(error) = read(document.as_bytes()) {
        panic!("{document}: {error}");
    }
}

/// Asserts that the document is refused as not well-formed, for a reason with `detail` in it.
#[track_caller]
fn assert_malformed(document: &str, detail: &str) {
    let error = read(document.as_bytes()).expect_err(document);
    let is_malformed = matches!(error.kind(), ErrorKind::NotWellFormed(_));
    assert!(is_malformed && error.to_string().contains(detail), "{document}: {error}");
}

/// SOAP 1.1, section 3; SOAP 1.2 Part 1, section 5.
#[test]
fn document_types_are_refused_by_name() {
    for document in [
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY b '&c;&c;'><!ENTITY c 'x'>]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<?xml version='1.0'?>\n<!-- <a> -->\n<?p <a>?>\n<!DOCTYPE a><a/>",
        "<?xml version='1.1'?><!DOCTYPE a><a/>",
        "<?xml version=1.0?><!DOCTYPE a><a/>",
        "<?xml version='1.0' encoding='Shift_JIS'?><!DOCTYPE a><a/>",
        "text<!DOCTYPE a><a/>",
        "<a><!DOCTYPE a></a>",
        "<a/><!DOCTYPE a>",
    ] {
        let utf_16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{FEFF}".encode_utf16().chain(document.encode_utf16()).flat_map(unit).collect()
        };
        let with_mark = format!("\u{FEFF}{document}").into_bytes();
        for bytes in [
            document.as_bytes().to_vec(),
            with_mark,
            utf_16(u16::to_le_bytes),
            utf_16(u16::to_be_bytes),
        ] {
            let error = read(&bytes).expect_err(document);
            assert!(matches!(error.kind(), ErrorKind::DocumentType), "{document}: {error}");
        }
    }
    assert_malformed("<!doctype a><a/>", "begins neither a comment nor a CDATA section");
    assert_read("<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>");
}

/// XML 1.0, sections 4.1 and 4.6.
#[test]
fn references_are_to_predefined_entities_and_legal_characters() {
    for reference in [
        "&a;",
        "&nbsp;",
        "&LT;",
        "&lt",
        "&lt ;",
        "& lt;",
        "&;",
        "&#;",
        "&#x;",
        "&#X41;",
        "&#0;",
        "&#1;",
        "&#x1F;",
        "&#xFFFE;",
        "&#xFFFF;",
        "&#xD800;",
        "&#xDFFF;",
        "&#x110000;",
        "&#4294967296;",
        "&#18446744073709551656;",
        "&#-1;",
        "&#+65;",
        "&#x+41;",
        "&#6_5;",
        "&#\u{661};",
        "&",
        "&&amp;",
    ] {
        assert_malformed(&format!("<a>{reference}</a>"), "reference");
        assert_malformed(&format!("<a b='{reference}'/>"), "reference");
    }
    let all = "&lt;&gt;&amp;&quot;&apos;&#9;&#10;&#13;&#xD7FF;&#xE000;&#xFFFD;&#x10ffff;&#0000065;";
    let text = read(format!("<a b='{all}'>{all}</a>").as_bytes()).expect("all are legal");
    assert_eq!(text, "<>&\"'\t\n\r\u{D7FF}\u{E000}\u{FFFD}\u{10FFFF}A");
}

/// XML 1.0, production 2.
#[test]
fn forbidden_characters_are_refused() {
    let controls = (0..0x20).filter(|code| !matches!(code, 0x9 | 0xA | 0xD));
    for code in controls.chain([0xFFFE, 0xFFFF]) {
        let c = char::from_u32(code).expect("it is no surrogate");
        for document in [
            format!("<a>{c}</a>"),
            format!("<a>x{c}"),
            format!("<a b='{c}'/>"),
            format!("<a><!--{c}--></a>"),
            format!("<a><?p {c}?></a>"),
            format!("<a><![CDATA[{c}]]></a>"),
            format!("<!--{c}--><a/>"),
        ] {
            assert_malformed(&document, &format!("the character U+{code:04X} is not allowed"));
        }
        for document in [format!("<a{c}/>"), format!("<{c}/>"), format!("{c}<a/>")] {
            assert!(read(document.as_bytes()).is_err(), "{document:?}");
        }
    }
    for c in ['\u{7F}', '\u{80}', '\u{9F}', '\u{FDD0}', '\u{FFFD}', '\u{1FFFE}', '\u{10FFFF}'] {
        assert_read(&format!("<a b='{c}'>{c}<!--{c}--><?p {c}?><![CDATA[{c}]]></a>"));
    }
}

/// XML 1.0, production 1.
#[test]
fn two_roots_are_refused() {
    assert_malformed("<a/><b/>", "a second root element");
    assert_malformed("<a></a><a></a>", "a second root element");
    for after in ["x", "&#32;", "<![CDATA[]]>", "</a>", "\u{FEFF}", "<?xml version='1.0'?>"] {
        assert_malformed(&format!("<a/>{after}"), "");
    }
    for before in ["", "x", "&#32;", "<![CDATA[]]>", "</a>", " <?xml version='1.0'?>"] {
        assert_malformed(&format!("{before}<!---->"), "");
    }
    assert_malformed("\u{FEFF}\u{FEFF}<a/>", "text before the root element");
    assert_read("\u{FEFF}<a/>\r\n<!-- --><?p?>\t ");
}

/// Each prefix of a document is refused: a reply that was cut off is never half a value.
#[test]
fn cut_documents_are_refused() {
    let document = "<?xml version='1.0'?><p:a xmlns:p='urn:&lt;' b = \"1\"><!-- c --><?d e?>f&amp;\
                    <![CDATA[g]]>\u{E9}<h/><p:i >j</p:i\n></p:a>";
    assert_read(document);
    for end in (0..document.len()).filter(|&end| document.is_char_boundary(end)) {
        assert_malformed(&document[..end], "");
    }
}

/// XML 1.0, section 3.1.
#[test]
fn tags_nest_and_match() {
    for document in [
        "<a></b>",
        "<a></ab>",
        "<ab></a>",
        "<a></a b='1'>",
        "<a></a/>",
        "<a></ a>",
        "<a><b></a></b>",
        "<a></A>",
        "< a/>",
        "<a / >",
        "<a/ >",
        "<a b='1'c='2'/>",
        "<a b/>",
        "<a b=1/>",
        "<a b='1\"/>",
        "<a b='<'/>",
        "<a 'b'/>",
        "<a =''/>",
        "<>",
        "</>",
        "<a><></></a>",
        "<1/>",
        "<-a/>",
        "<.a/>",
        "<a\u{B7}><\u{B7}/></a\u{B7}>",
        "<\u{300}/>",
        "<a\u{D7}/>",
        "<a\u{37E}/>",
        "<a$/>",
        "<a,b/>",
        "<a><!b></a>",
        "<a><![cdata[]]></a>",
        "<a><![CDATA []]></a>",
        "<a>]]></a>",
        "<a>x]]]>y</a>",
    ] {
        assert_malformed(document, "");
    }
    assert_read("<a b='>'>]] > ]]&gt; ]]<b/>></a>");
}

/// XML 1.0, sections 2.5 and 2.6.
#[test]
fn comments_and_instructions_are_checked() {
    for content in [
        "<!-- -- -->",
        "<!-- --->",
        "<!-->",
        "<!--->",
        "<!- -->",
        "<??>",
        "<? p?>",
        "<?p",
        "<?p>",
        "<?xml version='1.0'?>",
        "<?XML?>",
        "<?xMl x?>",
        "<?p:q?>",
        "<?1?>",
        "<?p<?>",
        "<?p/?>",
    ] {
        assert_malformed(&format!("<a>{content}</a>"), "");
        assert_malformed(&format!("<!---->{content}<a/>"), "");
    }
    for content in ["<!---->", "<!-- - -->", "<?p?>", "<?p ??>", "<?xml-x <&]]>--?>", "<?xmlx?>"] {
        assert_read(&format!("<a>{content}</a>"));
        assert_read(&format!("{content}<a/>{content}"));
    }
}

/// Namespaces in XML 1.0, sections 3 to 5.
#[test]
fn names_are_namespace_well_formed() {
    for document in [
        "<p:a/>",
        "<a p:b=''/>",
        "<a><b xmlns:p='u'/><p:c/></a>",
        "<a xmlns:p=''/>",
        "<a xmlns:p='&#x9;'><b xmlns:p=''/></a>",
        "<a xmlns:xml='urn:x'/>",
        "<a xmlns:xmlns='urn:x'/>",
        "<a xmlns:xmlns='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
        "<a xmlns='http://www.w3.org/XML/1998/namespace'/>",
        "<xmlns:a/>",
        "<a xmlns:p='1' xmlns:p='1'/>",
        "<a xmlns='1' xmlns='2'/>",
        "<a:b:c xmlns:a='u'/>",
        "<:a/>",
        "<a:/>",
        "<a::b xmlns:a='u'/>",
        "<a:1 xmlns:a='u'/>",
        "<a :b=''/>",
        "<a xmlns:='u'/>",
        "<a xmlns:p:q='u'/>",
    ] {
        assert_malformed(document, "");
    }
    for document in [
        "<a xml:b='' xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
        "<a xmlns='u'><b xmlns=''/></a>",
        "<p:a xmlns:p='u'><p:b xmlns:p='v'/><p:c/></p:a>",
        "<xmla/>",
    ] {
        assert_read(document);
    }
}

/// Namespaces in XML 1.0, section 6.3.
#[test]
fn attributes_with_one_expanded_name_are_refused() {
    let many: String = (0..20).map(|n| format!(" b{n}=''")).collect();
    for attributes in [
        "b='' b=''",
        "p:b='' p:b=''",
        "p:b='' q:b=''",
        "p:b='' xmlns:r='ur&#110;:1' r:b=''",
        &format!("{many} b7=''"),
        &format!("p:b='' {many} q:b=''"),
    ] {
        let document = format!("<a xmlns:p='urn:1' xmlns:q='urn:1'><c {attributes}/></a>");
        let error = read(document.as_bytes()).expect_err(&document);
        assert!(matches!(error.kind(), ErrorKind::RepeatedAttribute { .. }), "{error}");
    }
    assert_read(&format!("<a xmlns='1' xmlns:p='1' xmlns:q='2'><c b='' p:b='' q:b=''{many}/></a>"));
}

#[test]
fn other_versions_are_refused() {
    for version in ["1.1", "1.2", "2.0", "1", "", " 1.0"] {
        let document = format!("<?xml version='{version}'?><a/>");
        let error = read(document.as_bytes()).expect_err(&document);
        assert!(matches!(error.kind(), ErrorKind::Version(_)), "{document}: {error}");
    }
    assert_read("<?xml version='1.0' standalone='yes'?><a/>");
}

/// A signed name must not become another one when it is read (CVE-2017-11428).
#[test]
fn comments_do_not_cut_text() {
    for (content, text) in [
        ("user@example.com<!-- -->.evil.com", "user@example.com.evil.com"),
        ("a<?p?>b<![CDATA[c]]>d&#101;", "abcde"),
        ("<!---->a<!---->", "a"),
    ] {
        let document = format!("<a>{content}</a>");
        let mut reader = Reader::new(&document, &[], &ReadOptions::strict());
        reader.root().expect("a root");
        assert_eq!(reader.text().expect("text"), text);
        assert_eq!(read(document.as_bytes()).expect("well-formed"), text);
    }
}

/// An error is one line without control characters, whatever is in the document.
#[test]
fn errors_do_not_control_terminals() {
    for document in [
        "<a b='1' \u{1B}[2J='2'/>",
        "<a>&\u{1B}]0;x\u{7};</a>",
        "<a><b\u{202E}/></a>",
        "<?xml version='\u{1B}[31m\n'?><a/>",
    ] {
        let error = read(document.as_bytes()).expect_err(document).to_string();
        let is_safe = |c: char| !c.is_control() && c != '\u{202E}';
        assert!(error.chars().all(is_safe), "{error:?}");
    }
}
