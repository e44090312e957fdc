//! Lexical forms of the built-in simple types, made by chance.

use super::random::Random;

/// A lexical form of the type with this name; any text where it is none of these.
pub(crate) fn text(random: &mut Random<'_>, of: &str) -> String {
    // The words of the documents are the lexical forms that facets ask for.
    let chances = match of {
        "an element" => usize::MAX,
        "xs:token" | "xs:decimal" => 2,
        "" | "xs:string" | "xs:normalizedString" => 4,
        _ => 24,
    };
    if random.one_in(chances) {
        return random.word().to_owned();
    }
    match of {
        "xs:date" => format!("{}{}", date(random), zone(random)),
        "xs:time" => format!("{}{}", time(random), zone(random)),
        "xs:dateTime" => format!("{}T{}{}", date(random), time(random), zone(random)),
        "xs:gYear" => format!("{}{}", year(random), zone(random)),
        "xs:gYearMonth" => format!("{}-{:02}{}", year(random), 1 + random.below(12), zone(random)),
        "xs:gMonth" => format!("--{:02}{}", 1 + random.below(12), zone(random)),
        "xs:gDay" => format!("---{:02}{}", 1 + random.below(31), zone(random)),
        "xs:gMonthDay" => {
            format!("--{:02}-{:02}{}", 1 + random.below(12), 1 + random.below(30), zone(random))
        }
        "xs:duration" => duration(random),
        "xs:decimal" => {
            let more = format!(".{}", digits(random));
            let fraction = random.choose(&["", ".50", ".00", more.as_str()]);
            format!("{}{}{fraction}", random.choose(&["", "-", "+"]), digits(random))
        }
        "xs:integer" => format!("{}{}", random.choose(&["", "-"]), digits(random)),
        "xs:nonNegativeInteger" | "xs:positiveInteger" => digits(random),
        "xs:nonPositiveInteger" | "xs:negativeInteger" => format!("-{}", digits(random)),
        "xs:base64Binary" => {
            random.choose(&["", "AA==", "AAE=", "AAEC", "+/+/", "AAECAwQFBgc="]).to_owned()
        }
        "xs:hexBinary" => random.choose(&["", "00", "0aFF", "deadbeef"]).to_owned(),
        "xs:language" => random.choose(&["en", "de-AT", "x-klingon"]).to_owned(),
        "xs:NMTOKEN" => format!("{}{}", random.choose(&["", "-", ".", "1"]), name(random)),
        "xs:Name" => format!("{}{}", random.choose(&["", ":", "a:"]), name(random)),
        "xs:NCName" | "xs:ID" | "xs:IDREF" | "xs:ENTITY" => name(random),
        "a name, `{namespace}local`" => {
            let namespace = random.choose(&[
                "",
                "{urn:case}",
                "{urn:a}",
                "{urn:a&b}",
                "{http://www.w3.org/2001/XMLSchema}",
            ]);
            format!("{namespace}{}", name(random))
        }
        "an element" => random
            .choose(&[
                "<o:more xmlns:o=\"urn:other\" a=\"1\">text</o:more>",
                "<more xmlns=\"urn:other\"><a/><b>&lt;</b></more>",
                "<more xmlns=\"\"/>",
            ])
            .to_owned(),
        _ => any(random),
    }
}

/// Characters that XML treats in ways of their own, and others.
fn any(random: &mut Random<'_>) -> String {
    let characters = [
        'a',
        'b',
        'Z',
        '0',
        ' ',
        ' ',
        '\t',
        '\n',
        '\r',
        '<',
        '>',
        '&',
        '"',
        '\'',
        ']',
        '{',
        ':',
        '-',
        'é',
        '\u{a0}',
        '\u{85}',
        '\u{2028}',
        '中',
        '\u{1f600}',
        '\u{fffd}',
        '\u{d7ff}',
        '\u{e000}',
    ];
    let length = random.choose(&[0, 1, 2, 3, 8, 12]);
    if random.one_in(6) {
        return "ABCDEFGHIJKL"[..length].to_owned();
    }
    let mut text: String = (0..length).map(|_| random.choose(&characters)).collect();
    if random.one_in(8) {
        text.push_str("]]>");
    }
    text
}

fn name(random: &mut Random<'_>) -> String {
    let first = random.choose(&['a', 'B', '_', 'é', '中']);
    let rest = random.choose(&["", "1", "-b", ".c", "_d", "é"]);
    format!("{first}{rest}")
}

fn digits(random: &mut Random<'_>) -> String {
    let length = random.choose(&[1, 1, 2, 3, 9, 19, 20, 40]);
    (0..length).map(|_| random.choose(&['0', '0', '1', '5', '9'])).collect()
}

fn year(random: &mut Random<'_>) -> &'static str {
    random.choose(&["2026", "2024", "1900", "0001", "-0001", "-0044", "9999", "12004", "-12004"])
}

fn date(random: &mut Random<'_>) -> String {
    format!("{}-{:02}-{:02}", year(random), 1 + random.below(12), 1 + random.below(31))
}

fn time(random: &mut Random<'_>) -> String {
    if random.one_in(8) {
        return "24:00:00".to_owned();
    }
    let fraction = random.choose(&["", "", ".5", ".000", ".123456789012"]);
    format!("{:02}:{:02}:{:02}{fraction}", random.below(24), random.below(60), random.below(60))
}

fn zone(random: &mut Random<'_>) -> &'static str {
    random.choose(&["", "", "Z", "+00:00", "-00:00", "+14:00", "-14:00", "+05:30", "-09:15"])
}

fn duration(random: &mut Random<'_>) -> String {
    let sign = random.choose(&["", "-"]);
    let date = random.choose(&["", "1Y", "14M", "3D", "1Y2M3D", "400D"]);
    let time = random.choose(&["", "T1H", "T90M", "T0.5S", "T1H2M3.25S", "T100000S"]);
    if date.is_empty() && time.is_empty() {
        "P0D".to_owned()
    } else {
        format!("{sign}P{date}{time}")
    }
}
