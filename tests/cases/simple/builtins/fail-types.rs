//! Numbers are not converted in silence.

use cases::simple::builtins::All;

fn main() {}

fn assign(all: &mut All) {
    all.int_v = 1_i64;
    all.byte_v = 'a';
    all.unsigned_int_v = -1_i32;
    all.decimal_v = 1.5;
    all.boolean_v = 1;
}
