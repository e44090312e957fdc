//! A schema to measure with what building generated code costs: types of the shape that the
//! schemas of real services have, as many as are asked for.

use std::fmt::{Display, Write};

use crate::random::Random;

/// A schema of `types` types: of ten, nine are complex types with 5.8 members on average, and one
/// is an enumeration. The first complex type is that of the only global element.
#[must_use]
pub fn synthetic(types: usize) -> String {
    let mut schema = Schema { text: String::new(), random: Random::new(11), types };
    schema.push(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" ",
        "xmlns:tns=\"http://example.com/synthetic\" ",
        "targetNamespace=\"http://example.com/synthetic\" elementFormDefault=\"qualified\">\n",
        "  <xs:element name=\"root\" type=\"tns:Type0\"/>\n",
    ));
    for number in 0..types {
        if is_enumeration(number) {
            schema.enumeration(number);
        } else {
            schema.complex_type(number);
        }
    }
    schema.push("</xs:schema>\n");
    schema.text
}

fn is_enumeration(number: usize) -> bool {
    number % 10 == 9
}

struct Schema {
    text: String,
    random: Random,
    types: usize,
}

impl Schema {
    fn enumeration(&mut self, number: usize) {
        self.push(format_args!("  <xs:simpleType name=\"Type{number}\">\n"));
        self.push("    <xs:restriction base=\"xs:string\">\n");
        for value in 0..self.random.range(3, 8) {
            self.push(format_args!("      <xs:enumeration value=\"value{value}\"/>\n"));
        }
        self.push("    </xs:restriction>\n  </xs:simpleType>\n");
    }

    fn complex_type(&mut self, number: usize) {
        self.push(format_args!("  <xs:complexType name=\"Type{number}\">\n    <xs:sequence>\n"));
        let members = self.random.range(2, 8);
        for member in 0..members {
            self.element(number, &format!("member{member}"), "");
        }
        if self.random.percent(8) {
            self.push("      <xs:choice>\n");
            self.element(number, "either", "  ");
            self.element(number, "or", "  ");
            self.push("      </xs:choice>\n");
        }
        self.push("    </xs:sequence>\n");
        for attribute in 0..self.random.range(0, 3) / 2 {
            let use_ = if self.random.percent(50) { "required" } else { "optional" };
            self.push(format_args!(
                "    <xs:attribute name=\"attribute{attribute}\" type=\"xs:string\" use=\"{use_}\"/>\n"
            ));
        }
        self.push("  </xs:complexType>\n");
    }

    /// An element of the type with this number. It refers only to types after it, so that every
    /// value is finite.
    fn element(&mut self, number: usize, name: &str, indent: &str) {
        let ty = match self.random.range(0, 99) {
            0..40 => "xs:string".to_owned(),
            40..52 => "xs:int".to_owned(),
            52..56 => "xs:long".to_owned(),
            56..66 => "xs:boolean".to_owned(),
            66..72 => "xs:dateTime".to_owned(),
            72..78 => "xs:decimal".to_owned(),
            _ if number + 1 < self.types => {
                let (first, last) = (number + 1, (number + 20).min(self.types - 1));
                format!("tns:Type{}", self.random.range(first as u64, last as u64))
            }
            _ => "xs:string".to_owned(),
        };
        let occurrence = match self.random.range(0, 99) {
            0..45 => "",
            45..85 => " minOccurs=\"0\"",
            85..97 => " minOccurs=\"0\" maxOccurs=\"unbounded\"",
            _ => " nillable=\"true\"",
        };
        // A branch of a choice is there, or it is not.
        let occurrence = if indent.is_empty() { occurrence } else { "" };
        self.push(format_args!(
            "      {indent}<xs:element name=\"{name}\" type=\"{ty}\"{occurrence}/>\n"
        ));
    }

    fn push(&mut self, text: impl Display) {
        write!(self.text, "{text}").expect("a String takes every text");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_types_have_some_5200_members() {
        let schema = synthetic(1_000);
        let count = |tag: &str| schema.matches(tag).count();
        assert_eq!(count("<xs:complexType "), 900);
        assert_eq!(count("<xs:simpleType "), 100);
        let members = count("<xs:element ") + count("<xs:attribute ");
        assert!((5_000..5_400).contains(&members), "{members}");
    }
}
