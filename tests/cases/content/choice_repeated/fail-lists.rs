//! A list for each branch would lose it.

use cases::content::choice_repeated::Text;

fn main() {
    let _ = Text { word: vec!["a".to_owned()], number: vec![1] };
}
