//! A required member of any type is left out.

use cases::types::any_type::Setting;

fn main() {
    let _ = Setting::new("key");
}
