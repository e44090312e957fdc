//! One branch is required.

use cases::content::choice_as_content::Answer;

fn main() {
    let _ = Answer { by: None, yes_or_no: None };
}
