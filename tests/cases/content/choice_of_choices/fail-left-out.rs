//! One branch of one of the choices is required.

use cases::content::choice_of_choices::Any;

fn main() {
    let _ = Any {};
}
