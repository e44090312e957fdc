//! Names of types: allocation in a module, and the rule for those that collide.
//!
//! Named schema types come first, in document order, and keep their names. Then global elements
//! with a type of their own (`Quote`, else `QuoteElement`), then what is nested in them, named
//! after its owner (`QuoteLine`). A name that is still taken gets a number, and a note says so.

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::ModuleId;
use crate::ir::content::Combination;
use crate::ir::doc::Doc;
use crate::ir::ident::{Casing, Ident};
use crate::ir::item::{Item, ItemKind, Struct};
use crate::source::Span;
use crate::vocabulary::QName;

impl Lowering<'_> {
    /// Takes a type name in the module of `name`'s namespace, or the one that is configured.
    pub(super) fn type_name(
        &mut self,
        name: &QName,
        suggestions: &[&str],
        span: Span,
    ) -> (Ident, ModuleId) {
        let module = self.modules.of(&name.namespace);
        let key = name.to_string();
        let renamed = self.settings.renames.get(&key).cloned();
        if renamed.is_some() {
            self.used_renames.insert(key.clone());
        }
        let ident = match &renamed {
            Some(renamed) => self.nested_name(module, &[renamed], span),
            None => self.nested_name(module, suggestions, span),
        };
        self.keys.insert((module, ident.as_str().to_owned()), key);
        (ident, module)
    }

    /// Takes a type name in a module.
    pub(super) fn nested_name(
        &mut self,
        module: ModuleId,
        suggestions: &[&str],
        span: Span,
    ) -> Ident {
        let (ident, was_free) = self.modules.scope(module).take(suggestions, Casing::Camel);
        if !was_free {
            let wanted = Ident::suggested(suggestions[0], Casing::Camel);
            self.diagnostics.report(
                Diagnostic::new(
                    Code::NameTaken,
                    span,
                    format!("the Rust name `{wanted}` is taken; this is `{ident}`"),
                )
                .because("named here"),
            );
        }
        ident
    }
}

/// What stands for a type whose lowering was refused; it is never emitted.
pub(super) fn placeholder(ident: Ident, module: ModuleId) -> Item {
    let kind = ItemKind::Struct(Struct {
        is_part: false,
        type_name: None,
        fields: Vec::new(),
        attributes: Vec::new(),
        any_attributes: None,
        combination: Combination::Empty,
        members: Vec::new(),
        constructor: None,
        has_default: true,
    });
    Item::new(ident, module, Doc::default(), None, kind)
}
