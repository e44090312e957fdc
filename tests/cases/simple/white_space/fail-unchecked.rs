//! There is no way around the constructor.

use cases::simple::white_space::Collapsed;

fn main() {
    let _ = Collapsed("  a  b  ".to_owned());
}
