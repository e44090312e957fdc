//! The documentation of a contract as a site: pages that need no server and no network.
//!
//! What a page says is in [`Contract`], which the pipeline fills; no other stage is known here.
//! Everything that comes from documents goes through [`html`], which escapes it.

mod component;
mod frame;
mod home;
mod html;
mod lists;
mod operation;
mod paths;
mod picture;
mod search;
mod tree;

use paths::Paths;

/// What there is to say about a contract.
#[derive(Debug, Default)]
pub(crate) struct Contract {
    /// What it is called.
    pub(crate) title: String,
    /// The names of the documents.
    pub(crate) documents: Vec<String>,
    /// The services.
    pub(crate) services: Vec<Service>,
    /// The operations.
    pub(crate) operations: Vec<Operation>,
    /// The global elements.
    pub(crate) elements: Vec<Element>,
    /// The named types.
    pub(crate) types: Vec<Type>,
}

/// A component with a page of its own: its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// An operation.
    Operation(usize),
    /// A global element.
    Element(usize),
    /// A named type.
    Type(usize),
}

/// A mention of something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mention {
    /// What it is called.
    pub(crate) text: String,
    /// Its page, if it has one.
    pub(crate) target: Option<Target>,
}

/// What every component has.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// Its local name.
    pub(crate) local: String,
    /// Its namespace; empty for none.
    pub(crate) namespace: String,
    /// The text of its documentation; empty for none.
    pub(crate) documentation: String,
    /// The name of the document and the line that declare it.
    pub(crate) place: String,
}

/// A service.
#[derive(Debug, Default)]
pub(crate) struct Service {
    /// What every component has.
    pub(crate) head: Head,
    /// Its ports.
    pub(crate) ports: Vec<Port>,
}

/// A port.
#[derive(Debug, Default)]
pub(crate) struct Port {
    /// Its name.
    pub(crate) name: String,
    /// Where the service is.
    pub(crate) address: String,
    /// `1.1` or `1.2`.
    pub(crate) soap: &'static str,
    /// The client; none where all of it was refused.
    pub(crate) client: Option<String>,
    /// Its operations: indices.
    pub(crate) operations: Vec<usize>,
}

/// An operation.
#[derive(Debug, Default)]
pub(crate) struct Operation {
    /// What every component has.
    pub(crate) head: Head,
    /// Facts about it, in pairs of what and how.
    pub(crate) facts: Vec<(&'static str, String)>,
    /// The request.
    pub(crate) request: Message,
    /// The reply; none for a one-way operation.
    pub(crate) reply: Option<Message>,
    /// The declared faults.
    pub(crate) faults: Vec<Node>,
    /// The call in Rust; none where it has no Rust form.
    pub(crate) call: Option<String>,
}

/// A message.
#[derive(Debug, Default)]
pub(crate) struct Message {
    /// Its headers.
    pub(crate) headers: Vec<Node>,
    /// Its body.
    pub(crate) body: Vec<Node>,
    /// A sample; none where it has no Rust form.
    pub(crate) sample: Option<String>,
}

/// A node of a message's tree.
#[derive(Debug, Default)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) kind: NodeKind,
    /// Its name; empty for a group.
    pub(crate) name: String,
    /// How often at least.
    pub(crate) min: u64,
    /// How often at most; none is without end.
    pub(crate) max: Option<u64>,
    /// Whether it may be nil.
    pub(crate) nillable: bool,
    /// Its type, or what it refers to.
    pub(crate) ty: Option<Mention>,
    /// What else there is to say, such as a default.
    pub(crate) notes: Vec<String>,
    /// The text of its documentation; empty for none.
    pub(crate) documentation: String,
    /// What is in it.
    pub(crate) children: Vec<Node>,
}

/// What a node is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum NodeKind {
    /// An element.
    #[default]
    Element,
    /// An attribute.
    Attribute,
    /// Members in order.
    Sequence,
    /// One of the members.
    Choice,
    /// Members in any order.
    All,
    /// An element or attributes of any name.
    Any,
    /// Text.
    Text,
}

/// A global element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// What every component has.
    pub(crate) head: Head,
    /// Whether it cannot stand in a document itself.
    pub(crate) is_abstract: bool,
    /// Itself: its type and its members.
    pub(crate) node: Node,
    /// The elements that it may stand for, from the first one to the nearest.
    pub(crate) above: Vec<Mention>,
    /// The elements that may directly stand for it.
    pub(crate) below: Vec<Mention>,
    /// What refers to it.
    pub(crate) used_by: Vec<Mention>,
    /// Its Rust form.
    pub(crate) rust: Rust,
    /// A sample document.
    pub(crate) sample: Option<String>,
}

/// A named type.
#[derive(Debug, Default)]
pub(crate) struct Type {
    /// What every component has.
    pub(crate) head: Head,
    /// Whether it is a simple type.
    pub(crate) is_simple: bool,
    /// Whether no element has it itself.
    pub(crate) is_abstract: bool,
    /// Its members.
    pub(crate) members: Vec<Node>,
    /// Its facets, in pairs of name and value; or what a list or union consists of.
    pub(crate) facets: Vec<(&'static str, String)>,
    /// Its enumerated values with their documentation.
    pub(crate) values: Vec<(String, String)>,
    /// The types that it is derived from, from the first one to the nearest.
    pub(crate) above: Vec<Mention>,
    /// The types that are directly derived from it.
    pub(crate) below: Vec<Mention>,
    /// The types and elements that it refers to.
    pub(crate) uses: Vec<Mention>,
    /// What refers to it.
    pub(crate) used_by: Vec<Mention>,
    /// Its Rust form.
    pub(crate) rust: Rust,
}

/// The Rust form of a component.
#[derive(Debug, Default)]
pub(crate) struct Rust {
    /// The path of the item; none where it has no Rust form.
    pub(crate) path: Option<String>,
    /// By which rule.
    pub(crate) rule: String,
    /// The source of the item, or of an expression that makes a value.
    pub(crate) source: Option<String>,
}

/// A file of the site.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// Its path, with `/` between folders.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

/// Makes the site. The same contract gives the same bytes.
pub(crate) fn pages(contract: &Contract) -> Vec<Page> {
    let site = Site { contract, paths: Paths::new(contract) };
    let mut pages = vec![home::page(&site)];
    pages.extend(lists::pages(&site));
    let operations = 0..contract.operations.len();
    pages.extend(operations.map(|index| operation::page(&site, index)));
    let elements = 0..contract.elements.len();
    pages.extend(elements.map(|index| component::element(&site, index)));
    let types = 0..contract.types.len();
    pages.extend(types.map(|index| component::ty(&site, index)));
    pages.push(search::index(&site));
    pages.extend(frame::assets());
    pages
}

/// A contract, and where its pages are.
struct Site<'a> {
    contract: &'a Contract,
    paths: Paths,
}

impl Site<'_> {
    fn head(&self, target: Target) -> &Head {
        match target {
            Target::Operation(index) => &self.contract.operations[index].head,
            Target::Element(index) => &self.contract.elements[index].head,
            Target::Type(index) => &self.contract.types[index].head,
        }
    }
}
