//! `float` and `double` (XSD 1.0 Part 2, sections 3.2.4 and 3.2.5).

/// A `float`, rounded to single precision.
pub(super) fn parse_single(text: &str) -> Option<f64> {
    special(text).or_else(|| is_number(text).then(|| text.parse::<f32>().ok().map(f64::from))?)
}

/// A `double`.
pub(super) fn parse_double(text: &str) -> Option<f64> {
    special(text).or_else(|| is_number(text).then(|| text.parse().ok())?)
}

fn special(text: &str) -> Option<f64> {
    match text {
        "INF" => Some(f64::INFINITY),
        "-INF" => Some(f64::NEG_INFINITY),
        "NaN" => Some(f64::NAN),
        _ => None,
    }
}

/// A mantissa that is a decimal and, optionally, an exponent that is an integer.
fn is_number(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let unsigned = |text: &str| text.strip_prefix(['+', '-']).unwrap_or(text).to_owned();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mantissa = unsigned(mantissa);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((&mantissa, ""));
    let has_digits = !(whole.is_empty() && fraction.is_empty());
    let exponent_is_integer = exponent.is_none_or(|exponent| {
        let exponent = unsigned(exponent);
        !exponent.is_empty() && digits(&exponent)
    });
    has_digits && digits(whole) && digits(fraction) && exponent_is_integer
}
