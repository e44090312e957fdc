//! Tree → syntax of the `regex` crate. Only what both dialects read alike is written as it stood;
//! what that crate has no name for is written as ranges.

use std::fmt::Write as _;

use super::{Atom, Branches, Class, Counted, Member, Piece, Property, Translation, blocks};

/// `NameStartChar` (XML 1.0, section 2.3).
const NAME_START: &str = r":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\x{2FF}\x{370}-\x{37D}\x{37F}-\x{1FFF}\x{200C}-\x{200D}\x{2070}-\x{218F}\x{2C00}-\x{2FEF}\x{3001}-\x{D7FF}\x{F900}-\x{FDCF}\x{FDF0}-\x{FFFD}\x{10000}-\x{EFFFF}";

/// What `NameChar` adds to it.
const NAME_CONTINUES: &str = r"\-.0-9\xB7\x{300}-\x{36F}\x{203F}-\x{2040}";

/// The repetition from which a class is counted apart: `\w{1,250}` compiled is 250 times `\w`,
/// which is large already.
const COUNTED: u32 = 32;

/// Writes an expression.
pub(super) fn translate(branches: Branches) -> Translation {
    let mut translation = Translation::default();
    let mut rest = Vec::new();
    for mut branch in branches {
        match branch.pop() {
            Some(Piece { atom: Atom::Class(class), min, max })
                if branch.is_empty() && max.unwrap_or(min).max(min) >= COUNTED =>
            {
                let mut out = String::new();
                write_class(&class, &mut out);
                translation.counted.push(Counted { class: out, min, max });
            }
            piece => {
                branch.extend(piece);
                rest.push(branch);
            }
        }
    }
    if !rest.is_empty() {
        let mut out = String::new();
        write_branches(&rest, &mut out);
        translation.whole = Some(out);
    }
    translation
}

fn write_branches(branches: &[Vec<Piece>], out: &mut String) {
    for (at, branch) in branches.iter().enumerate() {
        if at > 0 {
            out.push('|');
        }
        branch.iter().for_each(|piece| write_piece(piece, out));
    }
}

fn write_piece(piece: &Piece, out: &mut String) {
    match &piece.atom {
        Atom::Class(class) => write_atom(class, out),
        Atom::Group(branches) => {
            out.push_str("(?:");
            write_branches(branches, out);
            out.push(')');
        }
    }
    match (piece.min, piece.max) {
        (1, Some(1)) => {}
        (0, Some(1)) => out.push('?'),
        (0, None) => out.push('*'),
        (1, None) => out.push('+'),
        (min, None) => push(out, format_args!("{{{min},}}")),
        (min, Some(max)) if min == max => push(out, format_args!("{{{min}}}")),
        (min, Some(max)) => push(out, format_args!("{{{min},{max}}}")),
    }
}

/// A class as an expression of its own: one character and one property stand without brackets.
fn write_atom(class: &Class, out: &mut String) {
    if let Class { is_negated: false, members, subtracted: None } = class
        && let [member] = &members[..]
    {
        match *member {
            Member::Range(first, last) if first == last => return write_character(first, out),
            Member::In(Property::Digit | Property::Category(_))
            | Member::NotIn(Property::Digit | Property::Category(_)) => {
                return write_member(*member, out);
            }
            Member::Range(..) | Member::In(_) | Member::NotIn(_) => {}
        }
    }
    write_class(class, out);
}

/// A class in brackets. In XML Schema its negation comes before the subtraction.
fn write_class(class: &Class, out: &mut String) {
    let Some(subtracted) = &class.subtracted else { return write_group(class, out) };
    out.push('[');
    write_group(class, out);
    out.push_str("--");
    write_class(subtracted, out);
    out.push(']');
}

/// The members in brackets. Blocks of surrogates have no characters, and `regex` has no empty
/// brackets.
fn write_group(class: &Class, out: &mut String) {
    let mut members = String::new();
    class.members.iter().for_each(|member| write_member(*member, &mut members));
    let is_nested = class.members.len() == 1 && members.starts_with('[');
    let (open, members, close) = match (class.is_negated, members.as_str()) {
        (false, "") => ("[^", ALL, "]"),
        (true, "") => ("[", ALL, "]"),
        (false, members) if is_nested => ("", members, ""),
        (false, members) => ("[", members, "]"),
        (true, members) => ("[^", members, "]"),
    };
    out.extend([open, members, close]);
}

/// Every character.
const ALL: &str = r"\x00-\x{10FFFF}";

/// A member within brackets.
fn write_member(member: Member, out: &mut String) {
    let (property, is_in) = match member {
        Member::Range(first, last) => {
            write_character(first, out);
            if first != last {
                out.push('-');
                write_character(last, out);
            }
            return;
        }
        Member::In(property) => (property, true),
        Member::NotIn(property) => (property, false),
    };
    let ranges = match property {
        Property::Digit | Property::Category(_) => {
            let name = if let Property::Category(name) = property { name } else { "Nd" };
            return push(out, format_args!(r"\{}{{{name}}}", if is_in { 'p' } else { 'P' }));
        }
        Property::Space => r"\t\n\r ".to_owned(),
        Property::NameStart => NAME_START.to_owned(),
        Property::NameCharacter => format!("{NAME_START}{NAME_CONTINUES}"),
        // What is neither punctuation nor a separator nor something else.
        Property::Word => {
            let others = r"\p{P}\p{Z}\p{C}";
            return push(out, format_args!("[{}{others}]", if is_in { "^" } else { "" }));
        }
        Property::Block(name) => block(name),
    };
    match (is_in, ranges.as_str()) {
        (true, ranges) => out.push_str(ranges),
        (false, "") => out.push_str(ALL),
        (false, ranges) => out.extend(["[^", ranges, "]"]),
    }
}

fn block(name: &str) -> String {
    let mut out = String::new();
    for (first, last) in blocks::ranges(name) {
        push(&mut out, format_args!(r"\x{{{:X}}}", u32::from(first)));
        if first != last {
            push(&mut out, format_args!(r"-\x{{{:X}}}", u32::from(last)));
        }
    }
    out
}

/// A character for itself, whatever `regex` makes of it elsewhere.
fn write_character(character: char, out: &mut String) {
    match character {
        '\t' => out.push_str(r"\t"),
        '\n' => out.push_str(r"\n"),
        '\r' => out.push_str(r"\r"),
        '\\' | '.' | '+' | '*' | '?' | '(' | ')' | '|' | '[' | ']' | '{' | '}' | '^' | '$'
        | '#' | '&' | '-' | '~' => out.extend(['\\', character]),
        ' '..='~' => out.push(character),
        character if character.is_alphanumeric() => out.push(character),
        _ => push(out, format_args!(r"\x{{{:X}}}", u32::from(character))),
    }
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a string takes any text");
}
