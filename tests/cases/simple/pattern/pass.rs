//! Constructors check the text that is written; a text of another form is parsed.

use cases::simple::pattern::{Code, Digits, Large, Local, Offer, Price, Two, Zoned};
use wsdl2rs_runtime::value::{Decimal, Token};
use wsdl2rs_runtime::xml;

pub fn main() {
    assert!(Code::new("EUR").is_ok() && Code::new(Token::from("12.3")).is_ok());
    let error = Code::new("EURO").expect_err("it has a letter too many");
    assert_eq!(
        error.to_string(),
        r"not a valid Code: expected a text that matches `[A-Z]{3}` or `\d{2}\.\d` (pattern)",
    );
    assert!(Local::new("a\n").is_err());

    // 7.50 is canonically written 7.5, which the pattern forbids.
    let decimal = |text: &str| text.parse::<Decimal>().expect("a decimal");
    assert!(Price::new(decimal("7.50")).is_err());
    assert!(Price::new(decimal("7.25")).is_ok());
    let price: Price = "7.50".parse().expect("the pattern allows it");
    assert_eq!(price.get(), &decimal("7.5"));
    assert_eq!(price.to_string(), "7.50");
    assert_eq!(price, "07.50".parse().expect("another text of one value"));

    assert!("2024-01-01T00:00:00Z".parse::<Zoned>().is_ok());
    assert!(Digits::new(vec![1, 2]).is_ok() && Digits::new(vec![10]).is_err());
    assert_eq!("007".parse::<Two>().expect("seven").to_string(), "007");
    assert_eq!(Large::ALL.len(), 2);

    let offer = xml::from_str::<cases::simple::pattern::elements::Offer>(
        r#"<Offer xmlns="urn:case"><Price/></Offer>"#,
    );
    let offer: Offer = offer.expect("the defaults are values");
    assert_eq!(offer.price.to_string(), "9.90");
    assert_eq!(offer.code.get(), "EUR");
}
