//! The enum stands in the struct, beside the attributes.

use cases::content::choice_as_content::{Answer, AnswerYesOrNo};

pub fn main() {
    let answer = Answer::new(AnswerYesOrNo::No(1)).with_by("me");
    assert_eq!(answer.yes_or_no, AnswerYesOrNo::No(1));
}
