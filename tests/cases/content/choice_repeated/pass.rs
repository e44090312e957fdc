//! Which came first is not lost.

use cases::content::choice_repeated::{Text, TextWordOrNumber as Item};

pub fn main() {
    let text = Text::new().with_word_or_number(vec![Item::Number(1), Item::Word("a".into())]);
    assert!(matches!(text.word_or_number.as_slice(), [Item::Number(1), Item::Word(_)]));
}
