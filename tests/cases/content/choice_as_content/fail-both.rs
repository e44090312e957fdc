//! Two branches at once have no value.

use cases::content::choice_as_content::AnswerYesOrNo;

fn main() {
    let _ = AnswerYesOrNo::Yes("of course".to_owned(), 1);
}
