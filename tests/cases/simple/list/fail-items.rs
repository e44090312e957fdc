//! Items of the item type.

use cases::simple::list::Row;

fn main() {
    let _ = Row::new(["1"].into());
}
