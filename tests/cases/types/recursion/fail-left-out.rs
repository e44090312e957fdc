//! Where a pointer is required, the recursion does not end there.

use cases::types::recursion::{Expression, ExpressionNumberOrSum, Pair};

fn main() {
    let number = Box::new(Expression::new(ExpressionNumberOrSum::Number(1)));
    let _ = Pair { a: number, b: None };
}
