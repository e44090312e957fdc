//! An array of several dimensions is not made without its sizes.

use cases::clients::rpc_encoded::Board;

fn main() {
    let _ = Board::from(vec![1, 2, 3, 4]);
}
