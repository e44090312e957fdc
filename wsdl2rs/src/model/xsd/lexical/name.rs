//! Names and tokens (XML 1.0, section 2.3; Namespaces in XML 1.0, section 3; XSD 1.0 Part 2,
//! sections 3.3.3 to 3.3.7).

/// `Name`.
pub(super) fn is_name(text: &str) -> bool {
    text.chars().next().is_some_and(|first| first == ':' || starts_name(first))
        && text.chars().all(|character| character == ':' || continues_name(character))
}

/// `NCName`: a name without colon.
pub(super) fn is_ncname(text: &str) -> bool {
    !text.contains(':') && is_name(text)
}

/// `NMTOKEN`.
pub(super) fn is_nmtoken(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| character == ':' || continues_name(character))
}

/// `QName`: one or two NCNames.
pub(super) fn is_qname(text: &str) -> bool {
    match text.split_once(':') {
        Some((prefix, local)) => is_ncname(prefix) && is_ncname(local),
        None => is_ncname(text),
    }
}

/// `language`: letters, then groups of letters and digits, up to eight each.
pub(super) fn is_language(text: &str) -> bool {
    let short = |part: &str| (1..=8).contains(&part.len());
    text.split('-').enumerate().all(|(index, part)| {
        let allowed = |byte: u8| byte.is_ascii_alphabetic() || (index > 0 && byte.is_ascii_digit());
        short(part) && part.bytes().all(allowed)
    })
}

fn starts_name(character: char) -> bool {
    matches!(character,
        'A'..='Z' | '_' | 'a'..='z'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

fn continues_name(character: char) -> bool {
    starts_name(character)
        || matches!(character,
            '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}
