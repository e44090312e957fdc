//! Regular expressions (XSD 1.0 Part 2, appendix F): the tree that a text is parsed to, and the
//! same expression in the syntax of the `regex` crate.

mod blocks;
mod parse;
mod translate;

use std::cell::OnceCell;
use std::rc::Rc;

/// The greatest size of a compiled expression in bytes. The runtime's own limit is twice as high,
/// so that what passes here is compiled there too, whichever releases of `regex` the two have.
const COMPILED: usize = 4 << 20;

/// A regular expression that was parsed.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    source: Rc<str>,
    translation: Rc<Translation>,
    doubts: Vec<String>,
}

impl Pattern {
    /// Parses an expression.
    ///
    /// # Errors
    /// Why it is none.
    pub(crate) fn parse(source: &str) -> Result<Self, String> {
        let (tree, doubts) = parse::parse(source)?;
        let translation = Rc::new(translate::translate(tree));
        Ok(Self { source: source.into(), translation, doubts })
    }

    /// The expression as written.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// What a reader of the schema should know: how it departs from Appendix F, and what it says
    /// only by the letter of Appendix F.
    pub(crate) fn doubts(&self) -> &[String] {
        &self.doubts
    }
}

/// Two expressions are equal when they are written alike.
impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Pattern {}

/// An expression in the syntax of the `regex` crate, not anchored: a text matches what is whole,
/// or one of what is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Translation {
    /// The alternatives that are one expression; none where every one is counted.
    pub(crate) whole: Option<String>,
    /// The others.
    pub(crate) counted: Vec<Counted>,
}

/// A number of characters of one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    /// The class.
    pub(crate) class: String,
    /// At least.
    pub(crate) min: u32,
    /// At most; none is without end.
    pub(crate) max: Option<u32>,
}

impl Translation {
    /// What matches this or the other: patterns of one step of derivation are alternatives (Part 2,
    /// section 4.3.4.3).
    fn or(mut self, other: &Self) -> Self {
        self.whole = match (self.whole, &other.whole) {
            (Some(own), Some(other)) => Some(format!("{own}|{other}")),
            (own, other) => own.or_else(|| other.clone()),
        };
        self.counted.extend_from_slice(&other.counted);
        self
    }
}

/// Judges whole texts.
#[derive(Debug)]
pub(crate) struct Matcher {
    whole: Option<regex::Regex>,
    counted: Vec<(regex::Regex, Counted)>,
}

impl Matcher {
    /// Compiles a translation.
    ///
    /// # Errors
    /// When it is too large.
    pub(crate) fn new(translation: &Translation) -> Result<Self, String> {
        let whole = translation.whole.as_deref().map(compile).transpose()?;
        let counted = translation.counted.iter().map(|counted| {
            Ok::<_, String>((compile(&format!("{}*", counted.class))?, counted.clone()))
        });
        Ok(Self { whole, counted: counted.collect::<Result<_, _>>()? })
    }

    /// Whether the whole text matches.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let counts = |counted: &Counted| {
            length >= counted.min && counted.max.is_none_or(|max| length <= max)
        };
        self.whole.as_ref().is_some_and(|whole| whole.is_match(text))
            || self.counted.iter().any(|(class, counted)| counts(counted) && class.is_match(text))
    }
}

/// The patterns of one step of derivation, compiled when the first text is judged.
#[derive(Debug)]
pub(crate) struct Alternatives {
    patterns: Vec<Pattern>,
    matcher: OnceCell<Option<Matcher>>,
}

impl Alternatives {
    /// Of these patterns.
    pub(crate) fn new(patterns: Vec<Pattern>) -> Self {
        Self { patterns, matcher: OnceCell::new() }
    }

    /// The expressions as written.
    pub(crate) fn shown(&self) -> String {
        let shown: Vec<_> =
            self.patterns.iter().map(|pattern| format!("`{}`", pattern.source)).collect();
        shown.join(" or ")
    }

    /// What one of them matches.
    pub(crate) fn translation(&self) -> Translation {
        let each = self.patterns.iter().map(|pattern| &*pattern.translation);
        each.fold(Translation::default(), Translation::or)
    }

    /// Whether one of them matches the text. Where they are too large to tell, the text is taken
    /// for one that matches.
    pub(crate) fn allow(&self, text: &str) -> bool {
        let matcher = self.matcher.get_or_init(|| Matcher::new(&self.translation()).ok());
        matcher.as_ref().is_none_or(|matcher| matcher.is_match(text))
    }
}

fn compile(translated: &str) -> Result<regex::Regex, String> {
    let compiled = regex::RegexBuilder::new(&format!(r"\A(?:{translated})\z"))
        .size_limit(COMPILED)
        .nest_limit(parse::DEPTH * 8)
        .build();
    compiled.map_err(|error| {
        if matches!(error, regex::Error::CompiledTooBig(_)) {
            return format!("compiled it would be larger than {} KiB", COMPILED / 1024);
        }
        error.to_string()
    })
}

/// Alternatives, each a sequence of pieces.
type Branches = Vec<Vec<Piece>>;

/// A part of a branch that may be repeated.
#[derive(Debug, PartialEq)]
struct Piece {
    atom: Atom,
    min: u32,
    /// None is without end.
    max: Option<u32>,
}

/// What is repeated.
#[derive(Debug, PartialEq)]
enum Atom {
    /// One character of a class.
    Class(Class),
    /// An expression in parentheses.
    Group(Branches),
}

/// A set of characters: those of its members, or all others, and of these not the subtracted ones.
#[derive(Debug, PartialEq)]
struct Class {
    is_negated: bool,
    members: Vec<Member>,
    subtracted: Option<Box<Class>>,
}

/// Some characters of a class.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Member {
    /// From one to the other.
    Range(char, char),
    /// Those of a named set.
    In(Property),
    /// All but those of a named set.
    NotIn(Property),
}

/// A named set of characters.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Property {
    /// `\s`.
    Space,
    /// `\i`.
    NameStart,
    /// `\c`.
    NameCharacter,
    /// `\d`.
    Digit,
    /// `\w`.
    Word,
    /// `\p{…}` with a general category.
    Category(&'static str),
    /// `\p{Is…}`.
    Block(&'static str),
}

#[cfg(test)]
mod tests;
