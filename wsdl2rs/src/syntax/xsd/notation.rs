//! `xs:notation` (XSD 1.0 Part 1, section 3.12.2).

use std::sync::Arc;

use super::Common;
use crate::source::Spanned;
use crate::syntax::context::Context;
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{QName, terms};

/// `xs:notation`.
#[derive(Debug)]
pub(crate) struct Notation {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// `public`.
    pub(crate) public: Option<Arc<str>>,
    /// `system`.
    pub(crate) system: Option<Arc<str>>,
}

impl Notation {
    /// Reads a notation.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let name = reader.name(cx, terms::NAME);
        let public = reader.string(cx, terms::PUBLIC).map(|public| Arc::from(public.value));
        let system = reader.string(cx, terms::SYSTEM).map(|system| Arc::from(system.value));
        if public.is_none() && system.is_none() {
            reader.require(cx, terms::PUBLIC);
        }
        for child in children {
            reader.unexpected(cx, child);
        }
        reader.finish(cx);
        let name = name?;
        let name = Spanned::new(cx.own_name(&name.value), name.span);
        Some(Self { common, name, public, system })
    }
}
