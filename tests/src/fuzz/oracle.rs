//! A regular expression of XML Schema (XSD 1.0 Part 2, appendix F), parsed and matched without
//! thought of speed: every way through the expression is followed. What it does not know, such as
//! most blocks, it does not judge.

use regex::Regex;
use wsdl2rs_runtime::value::{NmToken, TextValue, XmlName};

/// Alternatives, each a sequence of what is repeated and how often.
#[derive(Debug)]
pub(super) struct Expression(Vec<Vec<(Atom, usize, usize)>>);

#[derive(Debug)]
enum Atom {
    Group(Expression),
    Set(Set),
}

/// A set of characters.
#[derive(Debug)]
enum Set {
    Range(char, char),
    Named(char, String),
    Any(Vec<Set>),
    Not(Box<Set>),
    Without(Box<Set>, Box<Set>),
}

impl Expression {
    /// Parses an expression; none where the letter of the appendix has none.
    pub(super) fn parse(pattern: &str) -> Option<Self> {
        let mut rest: Vec<char> = pattern.chars().rev().collect();
        let expression = alternatives(&mut rest)?;
        rest.is_empty().then_some(expression)
    }

    /// Whether the whole text matches, where that is known.
    pub(super) fn is_match(&self, text: &str) -> Option<bool> {
        let text: Vec<char> = text.chars().collect();
        Some(self.ends(&text, 0)?.contains(&text.len()))
    }

    /// Where a match that begins here can end.
    fn ends(&self, text: &[char], at: usize) -> Option<Vec<usize>> {
        let mut found = Vec::new();
        for branch in &self.0 {
            let mut places = vec![at];
            for (atom, min, max) in branch {
                places = repeated(atom, *min, *max, text, places)?;
            }
            found.extend(places);
        }
        found.sort_unstable();
        found.dedup();
        Some(found)
    }
}

fn repeated(
    atom: &Atom,
    min: usize,
    max: usize,
    text: &[char],
    from: Vec<usize>,
) -> Option<Vec<usize>> {
    let mut found = if min == 0 { from.clone() } else { Vec::new() };
    let mut places = from;
    // Rounds beyond this take nothing, and so lead nowhere new.
    let (first, last) = (min.min(text.len() + 1), max.min(min.min(text.len() + 1) + text.len()));
    for round in 1..=last {
        let mut next = Vec::new();
        for at in places {
            match atom {
                Atom::Group(expression) => next.extend(expression.ends(text, at)?),
                Atom::Set(set) => match text.get(at) {
                    Some(character) if set.has(*character)? => next.push(at + 1),
                    Some(_) | None => {}
                },
            }
        }
        next.sort_unstable();
        next.dedup();
        places = next;
        if round >= first {
            found.extend(&places);
        }
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

impl Set {
    fn has(&self, character: char) -> Option<bool> {
        let text = character.to_string();
        let category = |name: &str| {
            let class = Regex::new(&format!(r"\p{{{name}}}"));
            class.map(|class| class.is_match(&text)).ok()
        };
        Some(match self {
            Self::Range(first, last) => (*first..=*last).contains(&character),
            Self::Named('s', _) => matches!(character, ' ' | '\t' | '\n' | '\r'),
            Self::Named('i', _) => XmlName::parse(&text).is_ok(),
            Self::Named('c', _) => NmToken::parse(&text).is_ok(),
            Self::Named('d', _) => category("Nd")?,
            Self::Named('w', _) => !(category("P")? || category("Z")? || category("C")?),
            Self::Named(_, name) => match name.as_str() {
                "IsBasicLatin" => character <= '\u{7F}',
                "IsGreek" => ('\u{370}'..='\u{3FF}').contains(&character),
                "IsArabic" => ('\u{600}'..='\u{6FF}').contains(&character),
                name if name.starts_with("Is") => return None,
                name => category(name)?,
            },
            Self::Any(sets) => {
                let mut is_in = false;
                for set in sets {
                    is_in |= set.has(character)?;
                }
                is_in
            }
            Self::Not(set) => !set.has(character)?,
            Self::Without(set, other) => set.has(character)? && !other.has(character)?,
        })
    }
}

fn alternatives(rest: &mut Vec<char>) -> Option<Expression> {
    let mut branches = vec![Vec::new()];
    loop {
        match rest.last() {
            None | Some(')') => return Some(Expression(branches)),
            Some('|') => {
                rest.pop();
                branches.push(Vec::new());
            }
            Some(_) => {
                let atom = atom(rest)?;
                let (min, max) = quantity(rest)?;
                branches.last_mut()?.push((atom, min, max));
            }
        }
    }
}

fn quantity(rest: &mut Vec<char>) -> Option<(usize, usize)> {
    let many = usize::MAX;
    let range = match rest.last() {
        Some('?') => (0, 1),
        Some('*') => (0, many),
        Some('+') => (1, many),
        Some('{') => {
            rest.pop();
            let text = until_brace(rest)?;
            let number = |digits: &str| {
                let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
                is_number.then(|| digits.parse().unwrap_or(many))
            };
            return Some(match text.split_once(',') {
                None => (number(&text)?, number(&text)?),
                Some((min, "")) => (number(min)?, many),
                Some((min, max)) => (number(min)?, number(max)?),
            });
        }
        _ => return Some((1, 1)),
    };
    rest.pop();
    Some(range)
}

fn until_brace(rest: &mut Vec<char>) -> Option<String> {
    let mut text = String::new();
    loop {
        match rest.pop()? {
            '}' => return Some(text),
            character => text.push(character),
        }
    }
}

fn atom(rest: &mut Vec<char>) -> Option<Atom> {
    Some(Atom::Set(match rest.pop()? {
        '(' => {
            let expression = alternatives(rest)?;
            return (rest.pop() == Some(')')).then_some(Atom::Group(expression));
        }
        '?' | '*' | '+' | '{' | '}' | ']' => return None,
        '.' => Set::Not(Box::new(Set::Any(vec![one('\n'), one('\r')]))),
        '[' => class(rest)?,
        '\\' => escape(rest)?,
        character => one(character),
    }))
}

fn one(character: char) -> Set {
    Set::Range(character, character)
}

fn escape(rest: &mut Vec<char>) -> Option<Set> {
    Some(match rest.pop()? {
        'n' => one('\n'),
        'r' => one('\r'),
        't' => one('\t'),
        kind @ ('s' | 'i' | 'c' | 'd' | 'w') => Set::Named(kind, String::new()),
        kind @ ('S' | 'I' | 'C' | 'D' | 'W') => {
            Set::Not(Box::new(Set::Named(kind.to_ascii_lowercase(), String::new())))
        }
        kind @ ('p' | 'P') => {
            let name = (rest.pop() == Some('{')).then(|| until_brace(rest))??;
            let named = Set::Named('p', name);
            if kind == 'p' { named } else { Set::Not(Box::new(named)) }
        }
        // More than the appendix has, as the generator warns.
        character if character.is_ascii_punctuation() => one(character),
        _ => return None,
    })
}

/// What follows `[`.
fn class(rest: &mut Vec<char>) -> Option<Set> {
    let is_negated = rest.last() == Some(&'^') && rest.pop().is_some();
    let mut sets = Vec::new();
    let mut subtracted = None;
    loop {
        match rest.pop()? {
            ']' => break,
            '[' => return None,
            '-' if rest.last() == Some(&'[') => {
                rest.pop();
                subtracted = Some(class(rest)?);
                (rest.pop() == Some(']')).then_some(())?;
                break;
            }
            '\\' => {
                let set = escape(rest)?;
                sets.push(range(set, rest)?);
            }
            character => sets.push(range(one(character), rest)?),
        }
    }
    (!sets.is_empty()).then_some(())?;
    let set = if is_negated { Set::Not(Box::new(Set::Any(sets))) } else { Set::Any(sets) };
    Some(match subtracted {
        Some(other) => Set::Without(Box::new(set), Box::new(other)),
        None => set,
    })
}

/// The range that the set begins, if it begins one.
fn range(set: Set, rest: &mut Vec<char>) -> Option<Set> {
    let is_range =
        rest.last() == Some(&'-') && !matches!(rest.iter().rev().nth(1), Some(']' | '[') | None);
    let (true, Set::Range(first, _)) = (is_range && !matches!(set, Set::Range('-', _)), &set)
    else {
        return Some(set);
    };
    rest.pop();
    let last = match rest.pop()? {
        '\\' => match escape(rest)? {
            Set::Range(last, _) => last,
            Set::Named(..) | Set::Any(_) | Set::Not(_) | Set::Without(..) => return None,
        },
        last => last,
    };
    (*first <= last).then_some(Set::Range(*first, last))
}
