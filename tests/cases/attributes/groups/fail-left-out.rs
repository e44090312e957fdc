//! A required attribute of a group cannot be left out.

use cases::attributes::groups::Letter;

fn main() {
    let _ = Letter { to: None, place: None };
}
