//! Valid and invalid expressions, their translations, and what they match by a slow matcher.

use proptest::prelude::*;

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
    r"\/\$",
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
    r"\1",
    r"\p",
    r"\p{Xx}",
    r"\p{IsNowhere}",
    "[[a]]",
    "[a-z-[b]c]",
    r"\p{L",
    "a{2",
    "(?:a)",
    "a*?",
    "[^]",
];

#[test]
fn expressions() {
    for pattern in VALID {
        assert!(Pattern::parse(pattern).is_ok(), "{pattern}");
    }
    for pattern in INVALID {
        assert!(Pattern::parse(pattern).is_err(), "{pattern}");
    }
}

/// An expression, its translation, texts that match and texts that do not.
type Row = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const TRANSLATIONS: &[Row] = &[
    ("[0-9]{14}", "[0-9]{14}", &["01234567890123"], &["0123456789012", "012345678901234"]),
    ("a|bc", "a|bc", &["a", "bc"], &["ac", "abc", "a\n"]),
    ("^a$", r"\^a\$", &["^a$"], &["a"]),
    (".", r"[^\n\r]", &["a", "\u{85}", "\u{2028}"], &["\n", "\r", "ab"]),
    ("a{0}b{2,2}c{1,}d{0,1}", "a{0}b{2}c+d?", &["bbc", "bbcccd"], &["abbc", "bc"]),
    (r"\d", r"\p{Nd}", &["0", "٣"], &["a", "½"]),
    (r"\D", r"\P{Nd}", &["a"], &["٣"]),
    (r"\s\S", r"[\t\n\r ][^\t\n\r ]", &[" a", "\n\u{a0}"], &["\u{a0}a", "a "]),
    (r"\w", r"[^\p{P}\p{Z}\p{C}]", &["a", "9", "$", "+"], &["_", "-", " ", "\u{ad}"]),
    (r"\W", r"[\p{P}\p{Z}\p{C}]", &["_", "-", " "], &["a", "$"]),
    (r"[\w\-.]+", r"[[^\p{P}\p{Z}\p{C}]\-\.]+", &["a-b.c"], &["a_b"]),
    (r"[^\W]", r"[^[\p{P}\p{Z}\p{C}]]", &["a"], &["_"]),
    ("[a-z-[aeiou]]", "[[a-z]--[aeiou]]", &["b"], &["a", "-", "["]),
    ("[^a-z-[0-9]]", "[[^a-z]--[0-9]]", &["A", "-"], &["a", "5"]),
    ("[a-z-[b-y-[m]]]", "[[a-z]--[[b-y]--[m]]]", &["a", "m", "z"], &["b", "-"]),
    ("[a-z--[b]]", r"[[a-z\-]--[b]]", &["a", "-"], &["b"]),
    ("[&&a~~#]", r"[\&\&a\~\~\#]", &["&", "a", "~", "#"], &["b"]),
    (" #x", r" \#x", &[" #x"], &["", "x"]),
    (r"\i\c*", "", &["a", ":b-1.·"], &["-a", "1", "a b", ""]),
    (r"\I\C", "", &["1 "], &["a "]),
    (r"[\i-[:]][\c-[:]]*", "", &["a-1"], &["a:b", ":"]),
    (r"\p{IsBasicLatin}+", r"[\x{0}-\x{7F}]+", &["a\n~"], &["é"]),
    (r"\P{IsGreek}", r"[^\x{370}-\x{3FF}]", &["a"], &["α"]),
    (
        r"\p{IsSpecials}",
        r"[\x{FEFF}\x{FFF0}-\x{FFFD}]",
        &["\u{feff}", "\u{fffd}"],
        &["\u{ff00}", "\u{ffef}"],
    ),
    (r"a\p{IsHighSurrogates}?", r"a[^\x00-\x{10FFFF}]?", &["a"], &["ab"]),
    (r"[^\p{IsLowSurrogates}]", r"[\x00-\x{10FFFF}]", &["a", "\u{10ffff}"], &["", "ab"]),
    (r"\P{IsLowSurrogates}", r"[\x00-\x{10FFFF}]", &["a"], &[""]),
    (r"\p{Lu}\P{Lu}", r"\p{Lu}\P{Lu}", &["Éa"], &["ÉA"]),
    (r"(a|)(b(c)?)*", "(?:a|)(?:b(?:c)?)*", &["", "a", "abbcb"], &["ac", "ca"]),
    ("($|_)*", r"(?:\$|_)*", &["$_", ""], &["a"]),
    ("[$^]", r"[\$\^]", &["$", "^"], &[""]),
    ("é+", "é+", &["éé"], &["e"]),
    (
        "a{32}|b|é{2,40}|c{40}d",
        "b|c{40}d or [a] 32..32 or [é] 2..40",
        &["b", "éé"],
        &["é", "a", ""],
    ),
    (r"\?\*\\", r"\?\*\\", &[r"?*\"], &[""]),
];

#[test]
fn translations() {
    for (pattern, expected, matching, others) in TRANSLATIONS {
        let translated = Pattern::parse(pattern).expect("a valid row").translation;
        if !expected.is_empty() {
            assert_eq!(shown(&translated), *expected, "{pattern}");
        }
        let matcher =
            Matcher::new(&translated).unwrap_or_else(|error| panic!("{pattern}: {error}"));
        let tree = parse::parse(pattern).expect("a valid row").0;
        for (texts, matches) in [(matching, true), (others, false)] {
            for text in *texts {
                assert_eq!(matcher.is_match(text), matches, "{pattern} {text:?}");
                assert_eq!(slow_match(&tree, text), matches, "slowly: {pattern} {text:?}");
            }
        }
    }
}

/// A translation in one line.
fn shown(translation: &Translation) -> String {
    let counted = translation.counted.iter().map(|counted| {
        let max = counted.max.map_or(String::new(), |max| max.to_string());
        format!("{} {}..{max}", counted.class, counted.min)
    });
    translation.whole.iter().cloned().chain(counted).collect::<Vec<_>>().join(" or ")
}

#[test]
fn doubtful_expressions_are_told() {
    let rows =
        [("a", 0), ("^a", 1), ("a$", 1), (r"a\$", 1), (r"\/\/\'", 2), ("a^b", 0), (r"\^", 0)];
    for (pattern, expected) in rows {
        let parsed = Pattern::parse(pattern).expect("a valid row");
        assert_eq!(parsed.doubts().len(), expected, "{pattern}: {:?}", parsed.doubts());
    }
}

#[test]
fn large_expressions_are_refused_in_time() {
    let nested = |depth| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    let subtracted = |depth| format!("{}[a]{}", "[a-".repeat(depth), "]".repeat(depth));
    for (pattern, is_small) in [
        ("a[a-z]{0,2000}".to_owned(), true),
        ("a[a-z]{0,65536}".to_owned(), false),
        ("[a-z]{0,65536}".to_owned(), true),
        (r"\w{1,250}".to_owned(), true),
        (r"a\w{1,250}".to_owned(), false),
        (r"\p{L}{0,4294967296}".to_owned(), true),
        (r"(\p{L}){0,4294967296}".to_owned(), false),
        ("((((a{99}){99}){99}){99}){99}".to_owned(), false),
        (nested(100), true),
        (nested(101), false),
        (subtracted(99), true),
        (subtracted(200), false),
    ] {
        let translated = Pattern::parse(&pattern).map(|pattern| pattern.translation);
        let compiled = translated.and_then(|translated| Matcher::new(&translated));
        assert_eq!(compiled.is_ok(), is_small, "{pattern}: {compiled:?}");
    }
}

/// Matches by following every way through the tree, after the letter of Appendix F.
fn slow_match(branches: &Branches, text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    ends(branches, &text, 0).contains(&text.len())
}

/// Where a match that begins at `at` can end.
fn ends(branches: &Branches, text: &[char], at: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for branch in branches {
        let mut places = vec![at];
        for piece in branch {
            places = places.iter().flat_map(|at| repeated(piece, text, *at)).collect();
            places.sort_unstable();
            places.dedup();
        }
        found.extend(places);
    }
    found
}

fn repeated(piece: &Piece, text: &[char], at: usize) -> Vec<usize> {
    let mut found = if piece.min == 0 { vec![at] } else { Vec::new() };
    let mut places = vec![at];
    // A repetition that takes nothing leads nowhere new: more rounds than characters are idle.
    let idle = u32::try_from(text.len()).expect("a short text") + 1 + piece.min;
    for round in 1..=piece.max.unwrap_or(idle).min(idle) {
        places = places.iter().flat_map(|at| once(&piece.atom, text, *at)).collect();
        places.sort_unstable();
        places.dedup();
        if round >= piece.min {
            found.extend(&places);
        }
    }
    found
}

fn once(atom: &Atom, text: &[char], at: usize) -> Vec<usize> {
    match atom {
        Atom::Group(branches) => ends(branches, text, at),
        Atom::Class(class) => {
            let is_in = text.get(at).is_some_and(|character| class.has(*character));
            if is_in { vec![at + 1] } else { Vec::new() }
        }
    }
}

impl Class {
    fn has(&self, character: char) -> bool {
        let is_member = self.members.iter().any(|member| match *member {
            Member::Range(first, last) => (first..=last).contains(&character),
            Member::In(property) => property.has(character),
            Member::NotIn(property) => !property.has(character),
        });
        let is_subtracted = self.subtracted.as_ref().is_some_and(|class| class.has(character));
        is_member != self.is_negated && !is_subtracted
    }
}

impl Property {
    fn has(self, character: char) -> bool {
        use crate::model::xsd::lexical::name;
        let text = character.to_string();
        let category = |name: &str| {
            let class = regex::Regex::new(&format!(r"\p{{{name}}}")).expect("a category");
            class.is_match(&text)
        };
        match self {
            Self::Space => matches!(character, ' ' | '\t' | '\n' | '\r'),
            Self::NameStart => name::is_name(&text),
            Self::NameCharacter => name::is_nmtoken(&text),
            Self::Digit => category("Nd"),
            Self::Word => !["P", "Z", "C"].into_iter().any(category),
            Self::Category(name) => category(name),
            Self::Block(name) => blocks::ranges(name)
                .iter()
                .any(|(first, last)| (*first..=*last).contains(&character)),
        }
    }
}

/// Characters that one of the two dialects treats as special, or that tell classes apart.
const ALPHABET: &str = "ab1_-^$.&~#[]\\ \n\r:é٣";

/// An expression of some pieces; `depth` bounds the parentheses.
fn expression(depth: u32) -> BoxedStrategy<String> {
    let class = class(2);
    let single = prop_oneof![
        3 => prop::sample::select(ALPHABET.chars().collect::<Vec<_>>()).prop_map(literal),
        1 => Just(".".to_owned()),
        2 => escape(),
        3 => class,
    ];
    let atom = if depth == 0 {
        single.boxed()
    } else {
        prop_oneof![4 => single, 1 => expression(depth - 1).prop_map(|e| format!("({e})"))].boxed()
    };
    let quantity =
        prop::sample::select(vec!["", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,}", "{2,40}"]);
    let piece = (atom, quantity).prop_map(|(atom, quantity)| format!("{atom}{quantity}"));
    let branch = prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat());
    prop::collection::vec(branch, 1..3).prop_map(|branches| branches.join("|")).boxed()
}

fn literal(character: char) -> String {
    match character {
        '-' | '^' | '.' | '[' | ']' | '\\' => format!("\\{character}"),
        _ => character.to_string(),
    }
}

fn escape() -> BoxedStrategy<String> {
    prop::sample::select(vec![
        r"\s",
        r"\S",
        r"\i",
        r"\I",
        r"\c",
        r"\C",
        r"\d",
        r"\D",
        r"\w",
        r"\W",
        r"\p{L}",
        r"\P{Po}",
        r"\p{IsBasicLatin}",
        r"\P{IsArabic}",
        r"\p{IsPrivateUse}",
        r"\p{IsLowSurrogates}",
    ])
    .prop_map(str::to_owned)
    .boxed()
}

fn class(depth: u32) -> BoxedStrategy<String> {
    let ranges = vec!["a-b", "0-9", r"\[-\]", " -~", "_-b", r"\--\."];
    let member = prop_oneof![
        prop::sample::select(ALPHABET.chars().collect::<Vec<_>>()).prop_map(literal),
        prop::sample::select(ranges).prop_map(str::to_owned),
        escape(),
    ];
    let members = prop::collection::vec(member, 1..4).prop_map(|members| members.concat());
    let subtracted = if depth == 0 {
        Just(String::new()).boxed()
    } else {
        prop_oneof![2 => Just(String::new()), 1 => class(depth - 1).prop_map(|c| format!("-{c}"))]
            .boxed()
    };
    (prop::sample::select(vec!["", "^"]), members, subtracted)
        .prop_map(|(negation, members, subtracted)| format!("[{negation}{members}{subtracted}]"))
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_translation_matches_what_the_tree_does(
        pattern in expression(2),
        texts in prop::collection::vec(
            prop::collection::vec(prop::sample::select(ALPHABET.chars().collect::<Vec<_>>()), 0..5),
            1..12,
        ),
    ) {
        let (tree, _) = parse::parse(&pattern).expect("the strategy makes expressions");
        let translated = Pattern::parse(&pattern).expect("as before").translation;
        // Few are too large, `(\w{2,40}){2,40}` for one.
        let Ok(matcher) = Matcher::new(&translated) else { return Ok(()) };
        for text in texts {
            let text: String = text.into_iter().collect();
            prop_assert_eq!(
                matcher.is_match(&text),
                slow_match(&tree, &text),
                "{} as {} on {:?}", pattern, shown(&translated), text
            );
        }
    }
}
