//! Whether a text is a value of a simple type (`cvc-simple-type`, XSD 1.0 Part 1, section 3.14.4).

use super::facts::{Edge, Facts, Limit, Shape};
use crate::model::resolve::Resolver;
use crate::model::xsd::lexical::{self, Value};
use crate::model::xsd::{Builtin, SimpleTypeRef};

/// The number of types that are tried for one text, before it is taken for valid: unions of unions
/// could need exponentially many.
const TRIALS: usize = 10_000;

/// How the lengths and ranges of a type judge a value.
type Verdict = Result<(), String>;

impl Resolver<'_, '_> {
    /// A text that equal values of the type share.
    ///
    /// # Errors
    /// Why the text is not a value of the type.
    pub(in crate::model::resolve) fn value_key(
        &self,
        ty: SimpleTypeRef,
        text: &str,
    ) -> Result<String, String> {
        self.key(&self.facts(ty), text, &mut TRIALS.clone())
    }

    /// As `value_key`, for a type that is known by its facts.
    pub(super) fn key_by_facts(&self, facts: &Facts, text: &str) -> Result<String, String> {
        self.key(facts, text, &mut TRIALS.clone())
    }

    fn key(&self, facts: &Facts, text: &str, trials: &mut usize) -> Result<String, String> {
        let text = lexical::normalize(facts.white_space.value, text);
        if *trials == 0 {
            return Ok(text.into_owned());
        }
        *trials -= 1;
        let key = match &facts.shape {
            Shape::Any => text.clone().into_owned(),
            Shape::Atomic(builtin) => atomic_key(facts, *builtin, &text)?,
            Shape::List(item) => {
                let item = self.facts(*item);
                let keys: Result<Vec<_>, _> =
                    lexical::items(&text).map(|text| self.key(&item, text, trials)).collect();
                let keys = keys?;
                check_length(facts, keys.len() as u64, "items")?;
                keys.join(" ")
            }
            Shape::Union(members) => {
                let mut keys = members.iter().map(|member| {
                    let member = self.facts(*member);
                    let key = self.key(&member, &text, trials)?;
                    Ok::<_, String>(format!("{}:{key}", kind(&member)))
                });
                let key = keys.find_map(Result::ok);
                key.ok_or_else(|| format!("`{text}` is a value of no member type"))?
            }
        };
        if let Some(patterns) = facts.patterns.iter().find(|patterns| !patterns.allow(&text)) {
            return Err(format!("`{text}` does not match {}", patterns.shown()));
        }
        match &facts.enumeration {
            Some(allowed) if !allowed.contains(&key) => {
                Err(format!("`{key}` is not one of the enumerated values"))
            }
            _ => Ok(key),
        }
    }
}

/// Tells the values of one member of a union from those of another kind.
fn kind(facts: &Facts) -> &'static str {
    match &facts.shape {
        Shape::Atomic(builtin) => builtin.primitive().name(),
        Shape::Any | Shape::Union(_) => "",
        Shape::List(_) => "list",
    }
}

fn atomic_key(facts: &Facts, builtin: Builtin, text: &str) -> Result<String, String> {
    let value = lexical::parse(builtin, text)
        .ok_or_else(|| format!("`{text}` is not a value of `xs:{}`", builtin.name()))?;
    // The length facets say nothing about names (Part 2, section 4.3.1).
    let has_length = !matches!(builtin.primitive(), Builtin::QName | Builtin::Notation);
    if let Some(length) = value.length().filter(|_| has_length) {
        let unit = if matches!(value, Value::Binary(_)) { "octets" } else { "characters" };
        check_length(facts, length, unit)?;
    }
    if let Value::Decimal(number) = &value {
        check_digits(facts, number)?;
    }
    check_range(&value, facts)?;
    Ok(value.key())
}

fn check_length(facts: &Facts, length: u64, unit: &str) -> Verdict {
    let checks = [
        (&facts.length, length, "exactly"),
        (&facts.min_length, length, "at least"),
        (&facts.max_length, length, "at most"),
    ];
    for (limit, length, wanted) in checks {
        let Some(Limit { value, .. }) = limit else { continue };
        let fits = match wanted {
            "exactly" => length == *value,
            "at least" => length >= *value,
            _ => length <= *value,
        };
        if !fits {
            return Err(format!("it has {length} {unit}, but {wanted} {value} are allowed"));
        }
    }
    Ok(())
}

fn check_digits(facts: &Facts, number: &lexical::Decimal) -> Verdict {
    let checks = [
        (&facts.total_digits, number.total_digits(), "digits"),
        (&facts.fraction_digits, number.fraction_digits(), "digits after the point"),
    ];
    for (limit, digits, unit) in checks {
        if let Some(Limit { value, .. }) = limit
            && digits > *value
        {
            return Err(format!("`{number}` has {digits} {unit}, but at most {value} are allowed"));
        }
    }
    Ok(())
}

fn check_range(value: &Value, facts: &Facts) -> Verdict {
    if let Some(min) = &facts.min
        && !is_above(value, &min.value)
    {
        return Err(format!("it is less than the least value `{}`", min.value.value.key()));
    }
    if let Some(max) = &facts.max
        && !is_below(value, &max.value)
    {
        return Err(format!("it is more than the greatest value `{}`", max.value.value.key()));
    }
    Ok(())
}

fn is_above(value: &Value, edge: &Edge) -> bool {
    let order = value.compare(&edge.value);
    order.is_some_and(|order| order.is_gt() || (edge.is_inclusive && order.is_eq()))
}

fn is_below(value: &Value, edge: &Edge) -> bool {
    let order = value.compare(&edge.value);
    order.is_some_and(|order| order.is_lt() || (edge.is_inclusive && order.is_eq()))
}
