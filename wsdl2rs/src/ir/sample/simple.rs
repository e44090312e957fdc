//! Texts of simple types that their facets allow (XSD 1.0 Part 2, section 4.3). Candidates are
//! tried in a fixed order; where none fits, as with two patterns that hardly agree, the first one
//! is given all the same, since it is shown and not sent.

use std::collections::BTreeSet;

use super::regular;
use super::{Crate, Type, Value};
use crate::ir::item::{Check, EnumeratedValue, ItemKind, Newtype, Translation};
use crate::ir::ty::{Builtin, WhiteSpace};
use crate::model::xsd::lexical::{self, Matcher};

/// A text of a simple type.
pub(super) fn text(krate: &Crate, ty: &Type) -> String {
    match ty {
        Type::Builtin(builtin) => of_builtin(*builtin).to_owned(),
        Type::List(item) => text(krate, item),
        Type::Item(id) | Type::Boxed(id) => match &krate.item(*id).kind {
            ItemKind::Newtype(newtype) => of_newtype(krate, newtype),
            ItemKind::Enumeration(values) => match values.variants.first().map(|it| &it.value) {
                Some(EnumeratedValue::Text(text)) => text.clone(),
                Some(EnumeratedValue::Name { local, .. }) => local.clone(),
                None => String::new(),
            },
            ItemKind::Union(union) => {
                union.variants.first().map_or_else(String::new, |(_, ty, _)| text(krate, ty))
            }
            ItemKind::Struct(_)
            | ItemKind::Choice(_)
            | ItemKind::Alternatives(_)
            | ItemKind::Array(_) => String::new(),
        },
        Type::Nillable(inner, _) => text(krate, inner),
        Type::Present | Type::Open(_) => String::new(),
    }
}

/// The value that a text is.
pub(super) fn value(krate: &Crate, ty: &Type, text: &str) -> Value {
    if let Type::Item(id) = ty
        && let ItemKind::Enumeration(values) = &krate.item(*id).kind
    {
        let is_it = |value: &EnumeratedValue| match value {
            EnumeratedValue::Text(found) => found == text,
            EnumeratedValue::Name { local, .. } => text.ends_with(local.as_str()),
        };
        if let Some(index) = values.variants.iter().position(|variant| is_it(&variant.value)) {
            return Value::Enumerated(*id, index);
        }
    }
    Value::Simple(text.to_owned())
}

/// A lexical form of a built-in type.
fn of_builtin(builtin: Builtin) -> &'static str {
    use Builtin as B;
    match builtin {
        B::AnySimpleType | B::String | B::NormalizedString | B::Token => "text",
        B::Boolean => "true",
        B::Decimal | B::Float | B::Double => "1.5",
        B::Duration => "P1DT2H",
        B::DateTime => "2001-02-03T04:05:06Z",
        B::Time => "04:05:06Z",
        B::Date => "2001-02-03",
        B::GYearMonth => "2001-02",
        B::GYear => "2001",
        B::GMonthDay => "--02-03",
        B::GDay => "---03",
        B::GMonth => "--02",
        B::HexBinary => "CAFE",
        B::Base64Binary => "AQID",
        B::AnyUri => "http://example.com/",
        B::Language => "en",
        B::QName | B::Notation | B::NmToken | B::NmTokens | B::Name | B::NcName => "name",
        B::Id | B::IdRef | B::IdRefs => "id1",
        B::Entity | B::Entities => "entity",
        B::NonPositiveInteger | B::NegativeInteger => "-1",
        B::Integer
        | B::Long
        | B::Int
        | B::Short
        | B::Byte
        | B::NonNegativeInteger
        | B::UnsignedLong
        | B::UnsignedInt
        | B::UnsignedShort
        | B::UnsignedByte
        | B::PositiveInteger => "1",
    }
}

fn of_newtype(krate: &Crate, newtype: &Newtype) -> String {
    let plain = text(krate, &newtype.base);
    let mut candidates = candidates(&plain, newtype);
    let fitting = candidates.iter().position(|text| fits(newtype, text));
    match fitting {
        Some(index) => candidates.swap_remove(index),
        None => plain,
    }
}

/// Texts that may fit, the plainest first.
fn candidates(plain: &str, newtype: &Newtype) -> Vec<String> {
    let mut found = vec![plain.to_owned()];
    if matches!(newtype.base, Type::Builtin(_)) {
        found.extend(["1", "0", "-1", "10"].map(str::to_owned));
    }
    for check in newtype.checks.iter().rev() {
        match check {
            Check::Length(length) | Check::MinLength(length) | Check::MaxLength(length) => {
                found.extend(of_length(plain, newtype, *length));
            }
            Check::MinInclusive(bound)
            | Check::MaxInclusive(bound)
            | Check::MinExclusive(bound)
            | Check::MaxExclusive(bound) => found.extend(around(bound)),
            Check::Pattern { translation, .. } => found.extend(of_pattern(translation)),
            Check::TotalDigits(_) | Check::FractionDigits(_) => {}
        }
    }
    let is_pattern = |check: &&Check| matches!(check, Check::Pattern { .. });
    if newtype.checks.iter().filter(is_pattern).count() > 1 {
        found.extend(crossed(&found));
    }
    found
}

/// Texts with one character of another, for patterns of several steps of derivation: what one
/// leaves open, another says.
fn crossed(texts: &[String]) -> Vec<String> {
    const MOST: usize = 2_000;
    let characters: BTreeSet<char> = texts.iter().flat_map(|text| text.chars()).collect();
    let mut texts: Vec<&String> = texts.iter().collect();
    texts.sort_by_key(|text| text.len());
    let places = texts.into_iter().flat_map(|text| text.char_indices().map(move |at| (text, at)));
    let texts = places.flat_map(|(text, (at, old))| {
        let (before, after) = (&text[..at], &text[at + old.len_utf8()..]);
        characters.iter().map(move |new| format!("{before}{new}{after}"))
    });
    texts.take(MOST).collect()
}

/// A text of this length, in what the type counts.
fn of_length(plain: &str, newtype: &Newtype, length: u64) -> Option<String> {
    let length = usize::try_from(length).ok().filter(|length| *length <= 4096)?;
    let repeated = |unit: &str| unit.chars().cycle().take(length).collect::<String>();
    Some(match newtype.base {
        Type::Builtin(Builtin::HexBinary) => "CA".repeat(length),
        Type::Builtin(Builtin::Base64Binary) => base64_of_zeros(length),
        Type::Builtin(Builtin::NmTokens | Builtin::IdRefs | Builtin::Entities) | Type::List(_) => {
            vec![plain; length].join(" ")
        }
        Type::Builtin(Builtin::AnyUri) => repeated("a"),
        Type::Builtin(_)
        | Type::Item(_)
        | Type::Nillable(..)
        | Type::Boxed(_)
        | Type::Present
        | Type::Open(_) => repeated(plain),
    })
}

/// The octets 0, so many times.
fn base64_of_zeros(length: usize) -> String {
    let mut text = "AAAA".repeat(length / 3);
    text.push_str(["", "AA==", "AAA="][length % 3]);
    text
}

/// A bound, and what is near it.
fn around(bound: &str) -> Vec<String> {
    let mut found = vec![bound.to_owned()];
    if let Ok(number) = bound.parse::<i128>() {
        found.extend(
            [1, -1].iter().filter_map(|step| number.checked_add(*step)).map(|n| n.to_string()),
        );
    }
    if let Ok(number) = bound.parse::<f64>() {
        found.extend([number + 0.5, number - 0.5, number / 2.0].map(|number| number.to_string()));
    }
    found
}

/// Texts that a pattern matches, from short to long.
fn of_pattern(translation: &Translation) -> Vec<String> {
    let whole = translation.whole.iter().flat_map(|whole| regular::texts(whole));
    let counted = translation.counted.iter().filter_map(|counted| {
        let one = regular::texts(&counted.class).into_iter().next()?;
        Some(one.repeat(usize::try_from(counted.min.max(1)).unwrap_or(1)))
    });
    whole.chain(counted).collect()
}

/// Whether a text is a value of the type.
fn fits(newtype: &Newtype, text: &str) -> bool {
    let builtin = if let Type::Builtin(builtin) = newtype.base { Some(builtin) } else { None };
    let white_space = newtype.white_space.unwrap_or(match builtin {
        Some(Builtin::String | Builtin::AnySimpleType) => WhiteSpace::Preserve,
        Some(Builtin::NormalizedString) => WhiteSpace::Replace,
        _ => WhiteSpace::Collapse,
    });
    let text = lexical::normalize(white_space, text);
    let atomic = builtin.filter(|builtin| builtin.list_item().is_none());
    let value = atomic.map(|builtin| (builtin, lexical::parse(builtin, &text)));
    let value = match value {
        Some((_, None)) => return false,
        Some((builtin, Some(value))) => Some((builtin, value)),
        None => None,
    };
    newtype.checks.iter().all(|check| match (&value, check) {
        (_, Check::Pattern { translation, .. }) => {
            Matcher::new(translation).is_ok_and(|matcher| matcher.is_match(&text))
        }
        (Some((builtin, value)), check) => keeps(*builtin, value, check),
        (None, check) => keeps_length(lexical::items(&text).count() as u64, check),
    })
}

fn keeps_length(length: u64, check: &Check) -> bool {
    match check {
        Check::Length(wanted) => length == *wanted,
        Check::MinLength(min) => length >= *min,
        Check::MaxLength(max) => length <= *max,
        Check::MinInclusive(_)
        | Check::MaxInclusive(_)
        | Check::MinExclusive(_)
        | Check::MaxExclusive(_)
        | Check::TotalDigits(_)
        | Check::FractionDigits(_)
        | Check::Pattern { .. } => true,
    }
}

fn keeps(builtin: Builtin, value: &lexical::Value, check: &Check) -> bool {
    let number = if let lexical::Value::Decimal(number) = value { Some(number) } else { None };
    let order = |bound: &str| lexical::parse(builtin, bound).and_then(|it| value.compare(&it));
    match check {
        Check::MinInclusive(bound) => order(bound).is_some_and(|order| order.is_ge()),
        Check::MaxInclusive(bound) => order(bound).is_some_and(|order| order.is_le()),
        Check::MinExclusive(bound) => order(bound).is_some_and(|order| order.is_gt()),
        Check::MaxExclusive(bound) => order(bound).is_some_and(|order| order.is_lt()),
        Check::TotalDigits(most) => number.is_none_or(|number| number.total_digits() <= *most),
        Check::FractionDigits(most) => {
            number.is_none_or(|number| number.fraction_digits() <= *most)
        }
        Check::Length(_) | Check::MinLength(_) | Check::MaxLength(_) => {
            value.length().is_none_or(|length| keeps_length(length, check))
        }
        Check::Pattern { .. } => true,
    }
}
