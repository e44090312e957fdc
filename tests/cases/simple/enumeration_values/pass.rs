//! Variants are named after the values, and a text of any form is one of them.

use cases::simple::enumeration_values::{Forward, Noon, Pairs, Ratio, Some, Step};

pub fn main() {
    assert_eq!(Step::ALL, [Step::N1, Step::Minus1, Step::N1Point50, Step::N15]);
    assert_eq!("1.5".parse(), Ok(Step::N1Point50));
    assert_eq!(Step::N1Point50.as_str(), "1.50");
    assert_eq!(Forward::ALL, [Forward::N1, Forward::N1Point50, Forward::N15]);
    assert_eq!("-INF".parse(), Ok(Ratio::MinusInf));
    assert_eq!("NaN".parse(), Ok(Ratio::NaN));
    assert_eq!("11:00:00-01:00".parse(), Ok(Noon::N120000z));
    assert_eq!(Pairs::ALL.len(), 2);
    assert_eq!("+1".parse(), Ok(Some::N1));
}
