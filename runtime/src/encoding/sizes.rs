//! What an array says of itself: `arrayType`, `offset` and `position`
//! (SOAP 1.1, sections 5.4.2, 5.4.2.1 and 5.4.2.2).

use crate::value::ValueError;
use crate::xml::{Name, ReadError, Reader, SOAP_ENCODING};

/// The sizes that `arrayType` gives in the start tag read last; none where it gives none.
///
/// # Errors
/// When it gives them for another number of dimensions, or not as numbers.
pub(super) fn claimed<const RANK: usize>(
    reader: &Reader<'_>,
) -> Result<Option<[usize; RANK]>, ReadError> {
    let Some(position) = find(reader, "arrayType") else { return Ok(None) };
    let value = reader.attribute(position).map(|attribute| attribute.value()).unwrap_or_default();
    let Some(bounds) = bounds(&value) else {
        return Err(invalid(reader, position, "soapenc:arrayType", "sizes in brackets at its end"));
    };
    // `[]` and `[,]` leave the sizes open.
    if bounds.chars().all(|c| c == ',' || c.is_whitespace()) {
        return Ok(None);
    }
    match numbers(bounds) {
        Some(sizes) => Ok(Some(sizes)),
        None => Err(invalid(reader, position, "soapenc:arrayType", expected::<RANK>())),
    }
}

/// The place that the attribute `name` gives in the start tag read last, `offset` or `position`.
///
/// # Errors
/// When it is not an index for each dimension.
pub(super) fn place<const RANK: usize>(
    name: &'static str,
    reader: &Reader<'_>,
) -> Result<Option<[usize; RANK]>, ReadError> {
    let Some(position) = find(reader, name) else { return Ok(None) };
    let value = reader.attribute(position).map(|attribute| attribute.value()).unwrap_or_default();
    match bounds(&value).and_then(numbers) {
        Some(place) => Ok(Some(place)),
        None => Err(invalid(reader, position, "soapenc:arrayCoordinate", expected::<RANK>())),
    }
}

/// The attribute of the encoding with this name in the start tag read last.
fn find(reader: &Reader<'_>, local: &'static str) -> Option<usize> {
    let name = Name { namespace: SOAP_ENCODING, local };
    (0..reader.attribute_count())
        .find(|at| reader.attribute(*at).is_some_and(|attribute| attribute.name() == name))
}

/// What stands in the last brackets: those before say of what the items are arrays.
fn bounds(value: &str) -> Option<&str> {
    let (_, bounds) = value.trim_end().strip_suffix(']')?.rsplit_once('[')?;
    Some(bounds)
}

/// As many numbers as there are dimensions.
fn numbers<const RANK: usize>(text: &str) -> Option<[usize; RANK]> {
    let mut numbers = [0; RANK];
    let mut parts = text.split(',');
    for number in &mut numbers {
        let part = parts.next()?.trim();
        // `parse` takes a sign.
        if !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

fn expected<const RANK: usize>() -> &'static str {
    if RANK == 1 { "one number in brackets" } else { "a number for each dimension in brackets" }
}

fn invalid(
    reader: &Reader<'_>,
    position: usize,
    type_name: &'static str,
    expected: &'static str,
) -> ReadError {
    reader.invalid_attribute(position, ValueError::new(type_name, expected))
}

#[cfg(test)]
mod tests {
    use super::{bounds, numbers};

    #[test]
    fn the_last_brackets_count() {
        let rows: [(&str, Option<[usize; 1]>); 8] = [
            ("xsd:string[3]", Some([3])),
            ("xsd:string[][2]", Some([2])),
            ("xsd:string[2,3]", None),
            ("xsd:string[ 4 ] ", Some([4])),
            ("xsd:string[+1]", None),
            ("xsd:string[-1]", None),
            ("xsd:string", None),
            ("xsd:string[99999999999999999999]", None),
        ];
        for (value, expected) in rows {
            assert_eq!(bounds(value).and_then(numbers), expected, "{value}");
        }
        assert_eq!(bounds("ns:T[2,3]").and_then(numbers), Some([2, 3]));
    }
}
