//! The words of the specifications: names and namespaces, without behaviour.

pub(crate) mod namespaces;
pub(crate) mod qname;
pub(crate) mod terms;

pub(crate) use qname::{Namespace, QName};
