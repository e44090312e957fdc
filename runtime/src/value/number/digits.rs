//! Decimal digits as text: signs, zeros, and writing of machine words.

use crate::value::ValueError;

/// At most so many digits are read of one number; a longer one is refused.
pub(crate) const MAX_DIGITS: usize = 1_000;

/// Whether the text starts with a minus sign, and the text after the sign.
pub(crate) fn split_sign(text: &str) -> (bool, &str) {
    match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    }
}

/// Whether every byte is a digit; true for the empty text.
pub(crate) fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the text is `-0` with any number of zeros, which unsigned types accept too.
#[cold]
pub(crate) fn is_negative_zero(text: &str) -> bool {
    text.len() > 1 && text.starts_with('-') && text[1..].bytes().all(|byte| byte == b'0')
}

/// How many digits a number has; 1 for zero.
pub(crate) fn count(value: u64) -> usize {
    value.checked_ilog10().unwrap_or(0) as usize + 1
}

/// The error for a number with more digits than are read.
#[cold]
pub(crate) fn too_long(type_name: &'static str) -> ValueError {
    ValueError::new(type_name, format!("expected at most {MAX_DIGITS} digits"))
}

/// The number that the digits of all parts together stand for, if it fits.
pub(crate) fn magnitude<'a>(parts: impl IntoIterator<Item = &'a str>) -> Option<u64> {
    let mut value = 0_u64;
    for byte in parts.into_iter().flat_map(str::bytes) {
        value = value.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
    }
    Some(value)
}

/// The number with this sign and magnitude, if it fits.
pub(crate) fn signed(negative: bool, magnitude: u64) -> Option<i64> {
    if negative { 0_i64.checked_sub_unsigned(magnitude) } else { i64::try_from(magnitude).ok() }
}

/// Writes a number without leading zeros.
pub(crate) fn push_unsigned(out: &mut String, value: u64) {
    out.push_str(itoa::Buffer::new().format(value));
}

/// Writes a number without leading zeros, with its minus sign.
pub(crate) fn push_signed(out: &mut String, value: i64) {
    out.push_str(itoa::Buffer::new().format(value));
}

/// Writes a number with at least so many digits.
pub(crate) fn push_padded(out: &mut String, value: u64, length: usize) {
    let mut buffer = itoa::Buffer::new();
    let digits = buffer.format(value);
    for _ in digits.len()..length {
        out.push('0');
    }
    out.push_str(digits);
}

/// Writes `mantissa` × 10^-`scale`, with at least one digit on either side of the point.
pub(crate) fn push_scaled(out: &mut String, mantissa: i64, scale: usize) {
    if mantissa < 0 {
        out.push('-');
    }
    let mut buffer = itoa::Buffer::new();
    let digits = buffer.format(mantissa.unsigned_abs());
    match digits.len().checked_sub(scale) {
        Some(point) if point > 0 => {
            out.push_str(&digits[..point]);
            out.push('.');
            out.push_str(&digits[point..]);
        }
        _ => {
            out.push_str("0.");
            push_padded(out, mantissa.unsigned_abs(), scale);
        }
    }
}
