//! White space is treated as the type says, whoever gives the text.

use cases::simple::white_space::{Collapsed, Kept, Replaced};

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    assert_eq!(Kept::new(" a\tb ")?.get(), " a\tb ");
    assert_eq!(Replaced::new(" a\tb ")?.as_ref(), " a b ");
    assert_eq!(Collapsed::try_from(" a\tb ")?.get(), "a b");
    assert_eq!(Collapsed::new(" a  b ")?, "a b".parse()?);
    Ok(())
}
