//! More than the branch allows.

use cases::content::choice_with_lists::NamesNameOrIdOrNone as Branch;

fn main() {
    let _ = Branch::Id([1, 2, 3].into());
}
