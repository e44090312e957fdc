//! Whether a text is a regular expression (XSD 1.0 Part 2, appendix F). What it matches is not
//! looked at here.

use std::iter::Peekable;
use std::str::Chars;

/// The names of Unicode blocks that `\p{Is…}` takes (Unicode 3.1).
const BLOCKS: &str = "\
    BasicLatin Latin-1Supplement LatinExtended-A LatinExtended-B IPAExtensions \
    SpacingModifierLetters CombiningDiacriticalMarks Greek Cyrillic Armenian Hebrew Arabic \
    Syriac Thaana Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam \
    Sinhala Thai Lao Tibetan Myanmar Georgian HangulJamo Ethiopic Cherokee \
    UnifiedCanadianAboriginalSyllabics Ogham Runic Khmer Mongolian LatinExtendedAdditional \
    GreekExtended GeneralPunctuation SuperscriptsandSubscripts CurrencySymbols \
    CombiningMarksforSymbols LetterlikeSymbols NumberForms Arrows MathematicalOperators \
    MiscellaneousTechnical ControlPictures OpticalCharacterRecognition EnclosedAlphanumerics \
    BoxDrawing BlockElements GeometricShapes MiscellaneousSymbols Dingbats BraillePatterns \
    CJKRadicalsSupplement KangxiRadicals IdeographicDescriptionCharacters \
    CJKSymbolsandPunctuation Hiragana Katakana Bopomofo HangulCompatibilityJamo Kanbun \
    BopomofoExtended EnclosedCJKLettersandMonths CJKCompatibility CJKUnifiedIdeographsExtensionA \
    CJKUnifiedIdeographs YiSyllables YiRadicals HangulSyllables HighSurrogates \
    HighPrivateUseSurrogates LowSurrogates PrivateUse CJKCompatibilityIdeographs \
    AlphabeticPresentationForms ArabicPresentationForms-A CombiningHalfMarks \
    CJKCompatibilityForms SmallFormVariants ArabicPresentationForms-B Specials \
    HalfwidthandFullwidthForms OldItalic Gothic Deseret ByzantineMusicalSymbols MusicalSymbols \
    MathematicalAlphanumericSymbols CJKUnifiedIdeographsExtensionB \
    CJKCompatibilityIdeographsSupplement Tags SupplementaryPrivateUseArea-A \
    SupplementaryPrivateUseArea-B";

/// The general categories that `\p{…}` takes.
const CATEGORIES: &str = "\
    L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn";

/// Checks a regular expression.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn check_pattern(pattern: &str) -> Result<(), String> {
    let mut scanner = Scanner { rest: pattern.chars().peekable() };
    let mut open = 0usize;
    let mut can_repeat = false;
    while let Some(character) = scanner.rest.next() {
        match character {
            '(' => {
                open += 1;
                can_repeat = false;
            }
            ')' => {
                open = open.checked_sub(1).ok_or("`)` closes nothing")?;
                can_repeat = true;
            }
            '|' => can_repeat = false,
            '?' | '*' | '+' | '{' => {
                if !can_repeat {
                    return Err(format!("`{character}` repeats nothing"));
                }
                if character == '{' {
                    scanner.quantity()?;
                }
                can_repeat = false;
            }
            '[' => {
                scanner.class()?;
                can_repeat = true;
            }
            '\\' => {
                scanner.escape()?;
                can_repeat = true;
            }
            ']' | '}' => return Err(format!("`{character}` closes nothing")),
            _ => can_repeat = true,
        }
    }
    if open > 0 { Err("`(` is not closed".to_owned()) } else { Ok(()) }
}

/// What an escape stands for.
#[derive(PartialEq)]
enum Escape {
    One(char),
    Many,
}

struct Scanner<'p> {
    rest: Peekable<Chars<'p>>,
}

impl Scanner<'_> {
    /// What follows `{`: `n}`, `n,}` or `n,m}`.
    fn quantity(&mut self) -> Result<(), String> {
        let text = self.braced()?;
        let wrong = || format!("`{{{text}}}` is no quantity");
        let number = |digits: &str| {
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse::<u64>().unwrap_or(u64::MAX))
        };
        let (least, most) = text.split_once(',').unwrap_or((&text, &text));
        let least = number(least).ok_or_else(wrong)?;
        if !most.is_empty() && number(most).ok_or_else(wrong)? < least {
            return Err(wrong());
        }
        Ok(())
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
    fn escape(&mut self) -> Result<Escape, String> {
        let character = self.rest.next().ok_or("`\\` ends the expression")?;
        match character {
            'n' => Ok(Escape::One('\n')),
            'r' => Ok(Escape::One('\r')),
            't' => Ok(Escape::One('\t')),
            '\\' | '|' | '.' | '?' | '*' | '+' | '(' | ')' | '{' | '}' | '-' | '[' | ']' | '^' => {
                Ok(Escape::One(character))
            }
            's' | 'S' | 'i' | 'I' | 'c' | 'C' | 'd' | 'D' | 'w' | 'W' => Ok(Escape::Many),
            'p' | 'P' => self.property().map(|()| Escape::Many),
            _ => Err(format!("`\\{character}` is no escape")),
        }
    }

    /// What follows `\p`.
    fn property(&mut self) -> Result<(), String> {
        if self.rest.next() != Some('{') {
            return Err("`{` must follow `\\p`".to_owned());
        }
        let name = self.braced()?;
        let is_known = match name.strip_prefix("Is") {
            Some(block) => BLOCKS.split(' ').any(|known| known == block),
            None => CATEGORIES.split(' ').any(|known| known == name),
        };
        if is_known { Ok(()) } else { Err(format!("`{name}` is no category and no block")) }
    }

    /// What follows `[`, with the classes that it subtracts.
    fn class(&mut self) -> Result<(), String> {
        let mut open = 1usize;
        while open > 0 {
            self.rest.next_if_eq(&'^');
            match self.members()? {
                Ending::Closed => {
                    open -= 1;
                    // A subtracted class ends the class that it is subtracted from.
                    while open > 0 {
                        if self.rest.next() != Some(']') {
                            return Err("`]` must follow a subtracted class".to_owned());
                        }
                        open -= 1;
                    }
                }
                Ending::Subtracts => open += 1,
            }
        }
        Ok(())
    }

    /// The members of a class, up to its end or to `-[`.
    fn members(&mut self) -> Result<Ending, String> {
        let mut is_empty = true;
        loop {
            let start = match self.rest.next().ok_or("`[` is not closed")? {
                ']' if is_empty => return Err("a class is empty".to_owned()),
                ']' => return Ok(Ending::Closed),
                '[' => return Err("`[` stands in a class".to_owned()),
                '-' if self.rest.next_if_eq(&'[').is_some() => {
                    return if is_empty {
                        Err("a class is empty".to_owned())
                    } else {
                        Ok(Ending::Subtracts)
                    };
                }
                '-' if is_empty || self.ends_here() => {
                    is_empty = false;
                    continue;
                }
                '-' => return Err("`-` stands between members of a class".to_owned()),
                '\\' => self.escape()?,
                character => Escape::One(character),
            };
            is_empty = false;
            self.range_after(&start)?;
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

    /// The rest of a range, if the member begins one.
    fn range_after(&mut self, start: &Escape) -> Result<(), String> {
        let mut ahead = self.rest.clone();
        if ahead.next() != Some('-') || matches!(ahead.peek(), Some(']' | '[') | None) {
            return Ok(());
        }
        self.rest = ahead;
        let end = match self.rest.next() {
            Some('\\') => self.escape()?,
            Some('-') => return Err("`-` ends a range".to_owned()),
            Some(character) => Escape::One(character),
            None => return Err("`[` is not closed".to_owned()),
        };
        match (start, &end) {
            (Escape::One(start), Escape::One(end)) if start <= end => Ok(()),
            (Escape::One(start), Escape::One(end)) => {
                Err(format!("the range from `{start}` to `{end}` is empty"))
            }
            _ => Err("a range has a class as its end".to_owned()),
        }
    }
}

/// How the members of a class end.
enum Ending {
    Closed,
    Subtracts,
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALID: &[&str] = &[
        "",
        "a",
        "a|b",
        "(a|b)*",
        "a{2}",
        "a{2,}",
        "a{0,3}",
        "[a-z]",
        "[^a-z]",
        "[a-]",
        "[-a]",
        "[a-z-[aeiou]]",
        "[a-z--[b-z]]",
        "[^a-z-[b-[c]]]",
        r"\d{5}(-\d{4})?",
        r"\p{L}\P{IsBasicLatin}",
        r"[\w\-.]+",
        "^a$",
        "()",
        "[.?*+(){}|]",
        r"\^\[\]",
        "a-b",
        "[a^]",
        r"[\n-\r]",
    ];

    const INVALID: &[&str] = &[
        "(",
        ")",
        "a)",
        "*",
        "a**",
        "|*",
        "a{",
        "a{}",
        "a{,2}",
        "a{3,2}",
        "a{x}",
        "[",
        "[]",
        "[a",
        "]",
        "}",
        "[z-a]",
        r"[\d-z]",
        "[a-z-9]",
        "[a--]",
        r"\",
        r"\q",
        r"\/",
        r"\p",
        r"\p{Xx}",
        r"\p{IsNowhere}",
        "[[a]]",
        "[a-z-[b]c]",
        r"\p{L",
        "a{2",
        "(?:a)",
        "[^]",
    ];

    #[test]
    fn expressions() {
        for pattern in VALID {
            assert_eq!(check_pattern(pattern), Ok(()), "{pattern}");
        }
        for pattern in INVALID {
            assert!(check_pattern(pattern).is_err(), "{pattern}");
        }
    }
}
