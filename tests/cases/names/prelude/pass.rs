//! They are plain types, under their own paths.

use cases::names::prelude;

pub fn main() {
    let option = prelude::Option::new().with_a("a");
    let all = prelude::All {
        option: Some(option),
        string: None,
        vec: None,
        result: None,
        r#box: None,
        some: None,
        none: None,
        decimal: None,
        str: None,
        price: wsdl2rs_runtime::value::Decimal::from(1).into(),
        text: "t".into(),
        number: [1].into(),
    };
    assert!(all.option.is_some());
}
