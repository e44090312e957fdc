//! The pages of the book, whose code documentation tests compile.

/// Makes the text of a page the documentation of an item.
macro_rules! pages {
    ($($name:ident: $path:literal;)*) => {$(
        #[doc = include_str!($path)]
        #[derive(Debug)]
        pub struct $name;
    )*};
}

pages! {
    Tutorial: "../../docs/book/src/tutorial.md";
    Simple: "../../docs/book/src/mapping/simple.md";
    Names: "../../docs/book/src/mapping/names.md";
    Calls: "../../docs/book/src/calls.md";
    Errors: "../../docs/book/src/errors.md";
    Security: "../../docs/book/src/security.md";
    Testing: "../../docs/book/src/testing.md";
    Large: "../../docs/book/src/large.md";
    Questions: "../../docs/book/src/questions.md";
}
