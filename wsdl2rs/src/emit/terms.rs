//! Conditions of many terms. A chain of thousands, which a hostile contract can ask for, is a tree as
//! deep as it is long, and what formats or compiles it recurses into it; so long ones are split.

use proc_macro2::TokenStream;
use quote::quote;

/// The most terms that stand in one chain.
const CHAIN: usize = 32;

/// The terms joined by `||`, in their order; false where there is none.
pub(super) fn any(terms: &[TokenStream]) -> TokenStream {
    if terms.is_empty() {
        return quote! { false };
    }
    if terms.len() <= CHAIN {
        return quote! { #(#terms)||* };
    }
    let (first, second) = terms.split_at(terms.len() / 2);
    let (first, second) = (any(first), any(second));
    quote! { (#first) || (#second) }
}

#[cfg(test)]
mod tests {
    use super::any;

    #[test]
    fn long_chains_are_split() {
        let terms = |count| vec![quote::quote! { a }; count];
        for (count, expected) in [(0, "false"), (1, "a"), (3, "a || a || a")] {
            assert_eq!(any(&terms(count)).to_string(), expected);
        }
        let text = any(&terms(33)).to_string();
        let (sixteen, seventeen) = (vec!["a"; 16].join(" || "), vec!["a"; 17].join(" || "));
        assert_eq!(text, format!("({sixteen}) || ({seventeen})"));
    }
}
