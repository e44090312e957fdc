//! `xs:schema` (XSD 1.0 Part 1, section 3.15.2).

use super::annotation::{is_annotation, read_annotation};
use super::{
    Attribute, AttributeGroup, ComplexType, Derivations, Directive, Element, Form, Group, Notation,
    Place, SimpleType, misplaced,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::Documentation;
use crate::syntax::context::{Context, Scope};
use crate::syntax::family::is_schema;
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{Namespace, QName, terms};

/// The index of a schema in `Documents::schemas`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SchemaId(pub(crate) usize);

/// `xs:schema`.
#[derive(Debug)]
pub(crate) struct Schema {
    /// The start tag.
    pub(crate) span: Span,
    /// `targetNamespace`; none where it is absent.
    pub(crate) target_namespace: Namespace,
    /// `elementFormDefault`.
    pub(crate) element_form_default: Form,
    /// `attributeFormDefault`.
    pub(crate) attribute_form_default: Form,
    /// `blockDefault`.
    pub(crate) block_default: Derivations,
    /// `finalDefault`.
    pub(crate) final_default: Derivations,
    /// `xs:include`, `xs:import`, `xs:redefine`.
    pub(crate) directives: Vec<Directive>,
    /// The global components in order.
    pub(crate) components: Vec<Component>,
}

/// A global component.
#[derive(Debug)]
pub(crate) enum Component {
    /// `xs:element`.
    Element(Element),
    /// `xs:attribute`.
    Attribute(Attribute),
    /// `xs:complexType`.
    ComplexType(ComplexType),
    /// `xs:simpleType`.
    SimpleType(SimpleType),
    /// `xs:group`.
    Group(Group),
    /// `xs:attributeGroup`.
    AttributeGroup(AttributeGroup),
    /// `xs:notation`.
    Notation(Notation),
}

impl Component {
    /// Whether both are of one kind and have one name.
    pub(crate) fn is_named_like(&self, other: &Self) -> bool {
        let name = |component: &Self| component.name().map(|name| name.value.clone());
        std::mem::discriminant(self) == std::mem::discriminant(other) && name(self) == name(other)
    }

    /// Its name; none for a component without one, which the syntax does not allow here.
    pub(crate) fn name(&self) -> Option<&Spanned<QName>> {
        match self {
            Self::Element(element) => element.named.declared(),
            Self::Attribute(attribute) => attribute.named.declared(),
            Self::ComplexType(complex) => complex.name.as_ref(),
            Self::SimpleType(simple) => simple.name.as_ref(),
            Self::Group(group) => Some(&group.name),
            Self::AttributeGroup(group) => Some(&group.name),
            Self::Notation(notation) => Some(&notation.name),
        }
    }
}

/// The methods that `blockDefault` can name.
const BLOCK: [&str; 3] = [terms::EXTENSION, terms::RESTRICTION, "substitution"];
/// The methods that `finalDefault` can name.
const FINAL: [&str; 4] = [terms::EXTENSION, terms::RESTRICTION, terms::LIST, terms::UNION];

impl Schema {
    /// Reads a schema. Without a target namespace of its own it takes that of `including`.
    pub(crate) fn read(
        node: Node<'_>,
        cx: &mut Context<'_>,
        including: Option<&Namespace>,
    ) -> Self {
        let mut reader = Reader::new(node, cx);
        reader.foreign(cx);
        reader.id(cx);
        reader.take(cx, terms::VERSION);
        let own = reader.string(cx, terms::TARGET_NAMESPACE).filter(|uri| !uri.value.is_empty());
        let is_chameleon = own.is_none() && including.is_some_and(|uri| !uri.is_none());
        let target = match (own, including) {
            (Some(own), _) => cx.namespace(&own.value),
            (None, Some(including)) => including.clone(),
            (None, None) => Namespace::none(),
        };
        let form = |reader: &mut Reader<'_>, cx: &mut Context<'_>, name| {
            Form::read(reader, cx, name).unwrap_or(Form::Unqualified)
        };
        let element_form = form(&mut reader, cx, terms::ELEMENT_FORM_DEFAULT);
        let attribute_form = form(&mut reader, cx, terms::ATTRIBUTE_FORM_DEFAULT);
        let block = Derivations::read(&mut reader, cx, terms::BLOCK_DEFAULT, &BLOCK);
        let final_ = Derivations::read(&mut reader, cx, terms::FINAL_DEFAULT, &FINAL);
        cx.scope = Scope { target: target.clone(), element_form, attribute_form, is_chameleon };
        let mut schema = Self {
            span: reader.span(),
            target_namespace: target,
            element_form_default: element_form,
            attribute_form_default: attribute_form,
            block_default: block.unwrap_or_default(),
            final_default: final_.unwrap_or_default(),
            directives: Vec::new(),
            components: Vec::new(),
        };
        schema.read_children(&reader, cx);
        reader.finish(cx);
        schema
    }

    /// A schema without components whose only directive is an import that stands in no schema.
    pub(crate) fn of_import(node: Node<'_>, cx: &mut Context<'_>) -> Self {
        let mut schema = Self {
            span: cx.start_tag(node),
            target_namespace: Namespace::none(),
            element_form_default: Form::Unqualified,
            attribute_form_default: Form::Unqualified,
            block_default: Derivations::default(),
            final_default: Derivations::default(),
            directives: Vec::new(),
            components: Vec::new(),
        };
        cx.scope = Scope::default();
        schema.directives.extend(Directive::read(node, cx));
        schema
    }

    fn read_children(&mut self, reader: &Reader<'_>, cx: &mut Context<'_>) {
        for child in reader.children(cx) {
            if is_annotation(child) {
                read_annotation(child, cx, &mut Documentation::default());
            } else if Directive::is_directive(child) {
                if !self.components.is_empty() {
                    misplaced(cx, child);
                }
                self.directives.extend(Directive::read(child, cx));
            } else if Component::is_component(child) {
                self.components.extend(Component::read(child, cx));
            } else if is_foreign(child) {
                let message = "an element of another namespace stands in a schema; it is ignored";
                let finding = Diagnostic::new(Code::ForeignElement, cx.start_tag(child), message);
                cx.report(finding.because("only components of XML Schema stand here"));
            } else {
                reader.unexpected(cx, child);
            }
        }
    }
}

/// Whether an element is of another vocabulary, and not a component whose prefix is wrong.
fn is_foreign(node: Node<'_>) -> bool {
    let is_component = matches!(
        node.tag_name().name(),
        terms::ELEMENT
            | terms::ATTRIBUTE
            | terms::COMPLEX_TYPE
            | terms::SIMPLE_TYPE
            | terms::GROUP
            | terms::ATTRIBUTE_GROUP
            | terms::NOTATION
            | terms::ANNOTATION
            | terms::IMPORT
            | terms::INCLUDE
            | terms::REDEFINE
    );
    node.tag_name().namespace().is_some() && !is_schema(node) && !is_component
}

impl Component {
    /// Whether an element is a global component.
    fn is_component(node: Node<'_>) -> bool {
        is_schema(node)
            && matches!(
                node.tag_name().name(),
                terms::ELEMENT
                    | terms::ATTRIBUTE
                    | terms::COMPLEX_TYPE
                    | terms::SIMPLE_TYPE
                    | terms::GROUP
                    | terms::ATTRIBUTE_GROUP
                    | terms::NOTATION
            )
    }

    /// Reads a global component.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        cx.begin_component(Some(node));
        let component = Self::read_kind(node, cx);
        cx.begin_component(None);
        component
    }

    fn read_kind(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        match node.tag_name().name() {
            terms::ELEMENT => Element::read(node, cx, Place::Global).map(Self::Element),
            terms::ATTRIBUTE => Attribute::read(node, cx, Place::Global).map(Self::Attribute),
            terms::COMPLEX_TYPE => {
                ComplexType::read(node, cx, Place::Global).map(Self::ComplexType)
            }
            terms::SIMPLE_TYPE => SimpleType::read(node, cx, Place::Global).map(Self::SimpleType),
            terms::GROUP => Group::read(node, cx).map(Self::Group),
            terms::ATTRIBUTE_GROUP => AttributeGroup::read(node, cx).map(Self::AttributeGroup),
            terms::NOTATION => Notation::read(node, cx).map(Self::Notation),
            _ => None,
        }
    }
}
