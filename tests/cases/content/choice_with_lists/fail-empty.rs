//! A branch with nothing in it is no branch.

use cases::content::choice_with_lists::NamesNameOrIdOrNone as Branch;

fn main() {
    let _ = Branch::Id([].into());
}
