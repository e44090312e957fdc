//! Text → tree of a regular expression (XSD 1.0 Part 2, appendix F).

use std::collections::BTreeSet;
use std::iter::Peekable;
use std::str::Chars;

use super::{Atom, Branches, Class, Member, Piece, Property, blocks};

/// How deeply parentheses and subtracted classes may nest.
pub(super) const DEPTH: u32 = 100;

/// The general categories that `\p{…}` takes.
const CATEGORIES: &[&str] = &[
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc",
    "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C",
    "Cc", "Cf", "Co", "Cn",
];

/// Parses an expression; with it, what a reader of the schema should know about it.
pub(super) fn parse(source: &str) -> Result<(Branches, Vec<String>), String> {
    let rest = source.chars().peekable();
    let mut parser = Parser { rest, depth: 0, doubts: BTreeSet::new() };
    let tree = parser.branches()?;
    if parser.rest.next().is_some() {
        return Err("`)` closes nothing".to_owned());
    }
    if source.starts_with('^') || (source.ends_with('$') && !source.ends_with(r"\$")) {
        let doubt = "`^` and `$` are characters as any other here: patterns are anchored already";
        parser.doubts.insert(doubt.to_owned());
    }
    Ok((tree, parser.doubts.into_iter().collect()))
}

struct Parser<'p> {
    rest: Peekable<Chars<'p>>,
    depth: u32,
    doubts: BTreeSet<String>,
}

impl Parser<'_> {
    /// Alternatives, up to `)` or the end.
    fn branches(&mut self) -> Result<Branches, String> {
        let mut branches = Vec::new();
        let mut branch = Vec::new();
        loop {
            match self.rest.peek() {
                None | Some(')') => {
                    branches.push(branch);
                    return Ok(branches);
                }
                Some('|') => {
                    self.rest.next();
                    branches.push(std::mem::take(&mut branch));
                }
                Some(_) => branch.push(self.piece()?),
            }
        }
    }

    fn piece(&mut self) -> Result<Piece, String> {
        let atom = self.atom()?;
        let (min, max) = match self.rest.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => {
                self.rest.next();
                let (min, max) = self.quantity()?;
                return Ok(Piece { atom, min, max });
            }
            _ => return Ok(Piece { atom, min: 1, max: Some(1) }),
        };
        self.rest.next();
        Ok(Piece { atom, min, max })
    }

    fn atom(&mut self) -> Result<Atom, String> {
        let class = match self.rest.next().ok_or("the expression ends early")? {
            '(' => {
                self.descend()?;
                let branches = self.branches()?;
                self.depth -= 1;
                self.rest.next_if_eq(&')').ok_or("`(` is not closed")?;
                return Ok(Atom::Group(branches));
            }
            character @ ('?' | '*' | '+' | '{') => {
                return Err(format!("`{character}` repeats nothing"));
            }
            character @ (']' | '}') => return Err(format!("`{character}` closes nothing")),
            '[' => self.class()?,
            '.' => {
                let members = vec![Member::Range('\n', '\n'), Member::Range('\r', '\r')];
                Class { is_negated: true, members, subtracted: None }
            }
            '\\' => Class::of(self.escape()?),
            character => Class::of(Member::Range(character, character)),
        };
        Ok(Atom::Class(class))
    }

    fn descend(&mut self) -> Result<(), String> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(format!("it nests more than {DEPTH} deep"));
        }
        Ok(())
    }

    /// What follows `{`: `n}`, `n,}` or `n,m}`. Numbers beyond all sizes are taken for the largest.
    fn quantity(&mut self) -> Result<(u32, Option<u32>), String> {
        let text = self.braced()?;
        let wrong = || format!("`{{{text}}}` is no quantity");
        let number = |digits: &str| {
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse::<u32>().unwrap_or(u32::MAX)).ok_or_else(wrong)
        };
        let (least, most) = text.split_once(',').unwrap_or((&text, &text));
        let least = number(least)?;
        let most = if most.is_empty() { None } else { Some(number(most)?) };
        if most.is_some_and(|most| most < least) {
            return Err(wrong());
        }
        Ok((least, most))
    }

    /// The text up to `}`.
    fn braced(&mut self) -> Result<String, String> {
        let mut text = String::new();
        loop {
            match self.rest.next() {
                Some('}') => return Ok(text),
                Some(character) => text.push(character),
                None => return Err("`{` is not closed".to_owned()),
            }
        }
    }

    /// What follows `\`.
    fn escape(&mut self) -> Result<Member, String> {
        let character = self.rest.next().ok_or("`\\` ends the expression")?;
        let one = |character| Member::Range(character, character);
        Ok(match character {
            'n' => one('\n'),
            'r' => one('\r'),
            't' => one('\t'),
            '\\' | '|' | '.' | '?' | '*' | '+' | '(' | ')' | '{' | '}' | '-' | '[' | ']' | '^' => {
                one(character)
            }
            's' => Member::In(Property::Space),
            'S' => Member::NotIn(Property::Space),
            'i' => Member::In(Property::NameStart),
            'I' => Member::NotIn(Property::NameStart),
            'c' => Member::In(Property::NameCharacter),
            'C' => Member::NotIn(Property::NameCharacter),
            'd' => Member::In(Property::Digit),
            'D' => Member::NotIn(Property::Digit),
            'w' => Member::In(Property::Word),
            'W' => Member::NotIn(Property::Word),
            'p' => Member::In(self.property()?),
            'P' => Member::NotIn(self.property()?),
            character if character.is_ascii_punctuation() => {
                self.doubts.insert(format!("`\\{character}` is no escape: `{character}` is meant"));
                one(character)
            }
            _ => return Err(format!("`\\{character}` is no escape")),
        })
    }

    /// What follows `\p`.
    fn property(&mut self) -> Result<Property, String> {
        if self.rest.next() != Some('{') {
            return Err("`{` must follow `\\p`".to_owned());
        }
        let name = self.braced()?;
        let property = match name.strip_prefix("Is") {
            Some(block) => blocks::known(block).map(Property::Block),
            None => {
                let category = CATEGORIES.iter().find(|known| **known == name);
                category.map(|known| Property::Category(known))
            }
        };
        property.ok_or_else(|| format!("`{name}` is no category and no block"))
    }

    /// What follows `[`, with what is subtracted.
    fn class(&mut self) -> Result<Class, String> {
        self.descend()?;
        let is_negated = self.rest.next_if_eq(&'^').is_some();
        let (members, subtracts) = self.members()?;
        let subtracted = if subtracts {
            let class = self.class()?;
            // A subtracted class ends the class that it is subtracted from.
            self.rest.next_if_eq(&']').ok_or("`]` must follow a subtracted class")?;
            Some(Box::new(class))
        } else {
            None
        };
        self.depth -= 1;
        Ok(Class { is_negated, members, subtracted })
    }

    /// The members of a class, up to its end or to `-[`; and whether it was the latter.
    fn members(&mut self) -> Result<(Vec<Member>, bool), String> {
        let mut members = Vec::new();
        loop {
            let start = match self.rest.next().ok_or("`[` is not closed")? {
                ']' if members.is_empty() => return Err("a class is empty".to_owned()),
                ']' => return Ok((members, false)),
                '[' => return Err("`[` stands in a class".to_owned()),
                '-' if self.rest.next_if_eq(&'[').is_some() => {
                    if members.is_empty() {
                        return Err("a class is empty".to_owned());
                    }
                    return Ok((members, true));
                }
                '-' if members.is_empty() || self.ends_here() => {
                    members.push(Member::Range('-', '-'));
                    continue;
                }
                '-' => return Err("`-` stands between members of a class".to_owned()),
                '\\' => self.escape()?,
                character => Member::Range(character, character),
            };
            members.push(self.range_after(start)?);
        }
    }

    /// Whether the members of a class end here.
    fn ends_here(&self) -> bool {
        let mut ahead = self.rest.clone();
        match ahead.next() {
            Some(']') => true,
            Some('-') => ahead.next() == Some('['),
            _ => false,
        }
    }

    /// The range that the member begins, or the member.
    fn range_after(&mut self, start: Member) -> Result<Member, String> {
        let mut ahead = self.rest.clone();
        if ahead.next() != Some('-') || matches!(ahead.peek(), Some(']' | '[') | None) {
            return Ok(start);
        }
        self.rest = ahead;
        let end = match self.rest.next() {
            Some('\\') => self.escape()?,
            Some('-') => return Err("`-` ends a range".to_owned()),
            Some(character) => Member::Range(character, character),
            None => return Err("`[` is not closed".to_owned()),
        };
        match (start, end) {
            (Member::Range(first, _), Member::Range(last, _)) if first <= last => {
                Ok(Member::Range(first, last))
            }
            (Member::Range(first, _), Member::Range(last, _)) => {
                Err(format!("the range from `{first}` to `{last}` is empty"))
            }
            _ => Err("a range has a class as its end".to_owned()),
        }
    }
}

impl Class {
    fn of(member: Member) -> Self {
        Self { is_negated: false, members: vec![member], subtracted: None }
    }
}
