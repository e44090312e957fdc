//! And a match that forgets one does not compile.

use cases::simple::enumeration::Size;

fn main() {
    match Size::Large {
        Size::Large => {}
        Size::Small => {}
        Size::ExtraLarge => {}
    }
}
