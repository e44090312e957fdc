//! The list of the branch has the branch's bounds.

use cases::content::choice_with_lists::{Names, NamesNameOrIdOrNone as Branch};

pub fn main() {
    let names = Names::new().with_name_or_id_or_none(Branch::Name(["a".to_owned()].into()));
    assert!(names.name_or_id_or_none.is_some());
    let _ = Branch::Id([1, 2].into());
}
