//! The rules that made a type what it is in Rust: one for each member, with the case that shows it.
//! The cases are folders of `tests/cases`, which are the specification of the mapping.

use crate::emit;
use crate::ir::Crate;
use crate::ir::content::{Combination, Member};
use crate::ir::field::Field;
use crate::ir::item::{Check, Choice, Enumeration, Item, ItemKind, Judgement, Newtype, Struct};
use crate::ir::ty::{Cardinality, Open, Type};

/// A rule that applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// What it says of the component.
    pub(crate) text: String,
    /// The case that shows it: `area/rule`.
    pub(crate) case: &'static str,
}

fn rule(case: &'static str, text: impl Into<String>) -> Rule {
    Rule { text: text.into(), case }
}

/// The rules of a type.
pub(super) fn of(krate: &Crate, item: &Item) -> Vec<Rule> {
    let mut rules = match &item.kind {
        ItemKind::Struct(structure) => of_struct(krate, structure),
        ItemKind::Choice(choice) => of_choice(krate, choice),
        ItemKind::Enumeration(values) => of_enumeration(values),
        ItemKind::Newtype(newtype) => of_newtype(newtype),
        ItemKind::Union(_) => {
            vec![rule("simple/union", "a union: the members are tried in their order")]
        }
        ItemKind::Alternatives(_) => {
            vec![rule("types/derived", "derived types are told apart by xsi:type: an enum of them")]
        }
        ItemKind::Array(_) => {
            vec![rule("clients/rpc_encoded", "an array of the SOAP encoding: a list of its items")]
        }
    };
    if item.name.is_none() {
        rules.push(rule("content/part_names", "an anonymous type has a name from what it is in"));
    }
    if !item.additions.derives.is_empty() || !item.additions.attributes.is_empty() {
        rules.push(rule("types/additions", "the configuration adds derives or attributes"));
    }
    rules
}

fn of_struct(krate: &Crate, structure: &Struct) -> Vec<Rule> {
    let mut rules = Vec::new();
    rules.extend(match &structure.combination {
        Combination::Empty => Some(rule("structs/empty", "no content: only its attributes")),
        Combination::Text(_) => {
            Some(rule("content/simple_content", "simple content: the text is a field of its own"))
        }
        Combination::Octets(_) => {
            Some(rule("simple/octets", "octets that may be a part of the message of their own"))
        }
        Combination::Sequence => None,
        Combination::All => {
            Some(rule("content/all", "`xs:all`: its members may come in any order"))
        }
        Combination::Mixed(_) => {
            Some(rule("content/mixed", "mixed content: a list of texts and elements"))
        }
    });
    for (index, field) in structure.fields.iter().enumerate() {
        let attribute = structure.attributes.iter().find(|it| it.field == Some(index));
        rules.push(match attribute {
            Some(attribute) if attribute.required => {
                field_rule(field, "attributes/usage", "a required attribute")
            }
            Some(_) => field_rule(field, "attributes/usage", "an attribute that may be absent"),
            None => cardinality(field),
        });
        rules.extend(of_type(krate, field));
    }
    for member in &structure.members {
        match member {
            Member::Fixed { wire, field: None, .. } => {
                let text = format!("`{}` has a fixed value: no field, it is written", wire.local);
                rules.push(rule("values/element_fixed", text));
            }
            Member::Credential { wire, .. } => {
                let text = format!("`{}` is filled by the client's signer: no field", wire.local);
                rules.push(rule("services/awis", text));
            }
            Member::Element { .. }
            | Member::Fixed { .. }
            | Member::Part { .. }
            | Member::Wildcard { .. } => {}
        }
    }
    for attribute in structure.attributes.iter().filter(|attribute| attribute.field.is_none()) {
        let text = format!("`@{}` has a fixed value: no field", attribute.wire.local);
        rules.push(rule("values/attribute_fixed", text));
    }
    rules.extend(match (&structure.constructor, structure.has_default) {
        (_, true) => Some(rule("structs/default", "nothing is required: it has a `Default`")),
        (Some(_), false) => {
            Some(rule("structs/constructor", "`new` takes what is required, `with_…` the rest"))
        }
        (None, false) => None,
    });
    rules
}

fn field_rule(field: &Field, case: &'static str, text: &str) -> Rule {
    rule(case, format!("`{}`: {text}", field.ident))
}

/// How often a member occurs, and what that is in Rust.
fn cardinality(field: &Field) -> Rule {
    match field.cardinality {
        Cardinality::One => field_rule(field, "occurs/required", "exactly one: it must be given"),
        Cardinality::Optional => field_rule(field, "occurs/optional", "may be absent: an `Option`"),
        Cardinality::Any => field_rule(field, "occurs/many", "any number: a `Vec`"),
        Cardinality::NonEmpty => {
            field_rule(field, "occurs/non_empty", "one or more: a list that is never empty")
        }
        Cardinality::Bounded { min, max } => {
            let max = max.map_or_else(|| "without end".to_owned(), |max| max.to_string());
            let text = format!("{min} to {max}: a list with bounds");
            field_rule(field, "occurs/bounded", &text)
        }
    }
}

/// What a field's type says beside how often it occurs.
fn of_type(krate: &Crate, field: &Field) -> Vec<Rule> {
    let mut rules = Vec::new();
    if let Some(default) = &field.default {
        let text = format!("is `{}` where the document says nothing", default.0);
        rules.push(field_rule(field, "values/attribute_default", &text));
    }
    let mut inner = &field.ty;
    if let Type::Nillable(ty, _) = inner {
        let text = "nillable: nil and a value are two states";
        rules.push(field_rule(field, "occurs/nillable", text));
        inner = ty;
    }
    match inner {
        Type::Boxed(_) => {
            let text = "the type contains itself: behind a `Box`";
            rules.push(field_rule(field, "types/recursion", text));
        }
        Type::Item(id) => rules.extend(match &krate.item(*id).kind {
            ItemKind::Choice(_) => {
                Some(field_rule(field, "content/choice", "one of several elements: an enum"))
            }
            ItemKind::Alternatives(_) => {
                Some(field_rule(field, "types/derived", "takes derived types as well: an enum"))
            }
            ItemKind::Struct(structure) if structure.is_part => {
                Some(field_rule(field, "content/groups", "a group: a struct of its own"))
            }
            ItemKind::Struct(_)
            | ItemKind::Enumeration(_)
            | ItemKind::Newtype(_)
            | ItemKind::Union(_)
            | ItemKind::Array(_) => None,
        }),
        Type::Open(Open::Element) => {
            rules.push(field_rule(field, "content/any", "a wildcard: kept as XML"));
        }
        Type::Open(Open::Content | Open::Text) => {
            rules.push(field_rule(field, "types/any_type", "any type: kept with its name"));
        }
        Type::Open(Open::Attributes) => {
            rules.push(field_rule(field, "attributes/any", "attributes of any name"));
        }
        Type::Open(Open::Never) => {
            let text = "no document has its type: it can only be nil or absent";
            rules.push(field_rule(field, "types/never", text));
        }
        Type::Present => {
            let text = "a fixed value: only whether it is there is said";
            rules.push(field_rule(field, "values/element_fixed", text));
        }
        Type::Builtin(_) | Type::List(_) | Type::Nillable(..) => {}
    }
    rules
}

fn of_choice(krate: &Crate, choice: &Choice) -> Vec<Rule> {
    let branch = |variant: &crate::ir::item::Variant| {
        let ty = emit::type_at_root(krate, &variant.ty);
        rule("content/choice", format!("`{}`: a branch, with `{ty}`", variant.ident))
    };
    choice.variants.iter().map(branch).collect()
}

fn of_enumeration(values: &Enumeration) -> Vec<Rule> {
    let case = match values.judgement {
        Judgement::Texts => "simple/enumeration",
        Judgement::Values => "simple/enumeration_values",
        Judgement::Names => "simple/enumeration_names",
    };
    vec![rule(case, format!("{} enumerated values: an enum", values.variants.len()))]
}

fn of_newtype(newtype: &Newtype) -> Vec<Rule> {
    let mut rules = Vec::new();
    if matches!(newtype.base, Type::List(_)) {
        rules.push(rule("simple/list", "a list of a simple type's values"));
    }
    for check in &newtype.checks {
        rules.push(match check {
            Check::Length(value) => rule("simple/length", format!("length {value}: checked")),
            Check::MinLength(value) => rule("simple/length", format!("minLength {value}: checked")),
            Check::MaxLength(value) => rule("simple/length", format!("maxLength {value}: checked")),
            Check::MinInclusive(value) => {
                rule("simple/range", format!("minInclusive {value}: checked"))
            }
            Check::MaxInclusive(value) => {
                rule("simple/range", format!("maxInclusive {value}: checked"))
            }
            Check::MinExclusive(value) => {
                rule("simple/range", format!("minExclusive {value}: checked"))
            }
            Check::MaxExclusive(value) => {
                rule("simple/range", format!("maxExclusive {value}: checked"))
            }
            Check::TotalDigits(value) => {
                rule("simple/digits", format!("totalDigits {value}: checked"))
            }
            Check::FractionDigits(value) => {
                rule("simple/digits", format!("fractionDigits {value}: checked"))
            }
            Check::Pattern { shown, .. } => {
                rule("simple/pattern", format!("pattern {shown}: checked"))
            }
        });
    }
    if newtype.white_space.is_some() {
        rules.push(rule("simple/white_space", "white space is normalised"));
    }
    rules
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// Every case that a rule names is a folder of the tests.
    #[test]
    fn rules_name_cases() {
        let source = include_str!("rules.rs");
        let (code, _) = source.split_once("mod tests").expect("these are the tests");
        let areas = [
            "attributes/",
            "clients/",
            "content/",
            "occurs/",
            "services/",
            "simple/",
            "structs/",
            "types/",
            "values/",
        ];
        let words = code.split('"');
        let cases = words.filter(|word| areas.iter().any(|area| word.starts_with(area)));
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases");
        if !root.is_dir() {
            // The package alone has no cases.
            return;
        }
        let missing: Vec<&str> = cases.filter(|case| !root.join(case).is_dir()).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
