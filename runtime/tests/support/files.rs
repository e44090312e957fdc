//! A service that keeps files, as the generator would write it: octets in an element, and a type
//! with octets as its simple content and their media type as an attribute.

use wsdl2rs_runtime::client::{FaultDetail, NoDeclaredFault, Operation};
use wsdl2rs_runtime::codec::{
    AttributeEntry, AttributeValue, Binding, Blank, Complex, Content, Entry, ReadXml, Table, Tag,
    WriteXml,
};
use wsdl2rs_runtime::codegen::v1;
use wsdl2rs_runtime::soap::{DetailEntry, Version};
use wsdl2rs_runtime::value::{Attachment, Base64Binary};
use wsdl2rs_runtime::xml::{FIRST_GENERATED, ReadError, ReadOptions, Reader, WriteError, Writer};
use wsdl2rs_runtime::{Element, QName};

const NAMESPACES: &[&str] = &["urn:files", "http://www.w3.org/2005/05/xmlmime"];
const DECLARATIONS: &str = " xmlns:f=\"urn:files\" xmlns:m=\"http://www.w3.org/2005/05/xmlmime\"";

/// Octets with their media type.
#[derive(Clone, Debug, PartialEq)]
pub struct Blob {
    pub content_type: Option<String>,
    pub value: Base64Binary,
}

/// Some files, and a picture of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Files {
    pub name: String,
    pub data: Vec<Base64Binary>,
    pub blob: Vec<Blob>,
}

impl Blank for Blob {
    fn blank() -> Self {
        Self { content_type: None, value: Base64Binary::new() }
    }
}

impl Complex for Blob {
    fn table(&self) -> &'static Table {
        static ATTRIBUTES: &[AttributeEntry] = &[AttributeEntry {
            namespace: FIRST_GENERATED + 1,
            local: "contentType",
            required: false,
        }];
        static TABLE: Table = Table::new("Blob", ATTRIBUTES, Content::Text, &[]);
        &TABLE
    }

    fn read_attribute(
        &mut self,
        _: usize,
        position: usize,
        reader: &Reader<'_>,
    ) -> Result<(), ReadError> {
        self.content_type.read_attribute(position, reader)
    }

    fn read_member(&mut self, _: usize, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        v1::read_text(&mut self.value, reader)
    }

    fn write_attributes(&self, writer: &mut Writer) -> Result<(), WriteError> {
        self.content_type.write_attribute(" m:contentType=\"", writer)
    }

    fn write_content(&self, writer: &mut Writer) -> Result<(), WriteError> {
        v1::write_text(&self.value, writer)
    }
}

v1::impl_element!(Blob);

impl Blank for Files {
    fn blank() -> Self {
        Self::default()
    }
}

impl Complex for Files {
    fn table(&self) -> &'static Table {
        static ENTRIES: &[Entry] = &[
            v1::element!(16, "f:", "Name"),
            v1::element!(16, "f:", "Data", 0, v1::UNBOUNDED),
            v1::element!(16, "f:", "Blob", 0, v1::UNBOUNDED),
        ];
        static TABLE: Table = Table::new("Files", &[], Content::Sequence, ENTRIES);
        &TABLE
    }

    fn read_member(&mut self, index: usize, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        match index {
            0 => self.name.read(reader),
            1 => self.data.read(reader),
            _ => self.blob.read(reader),
        }
    }

    fn write_content(&self, writer: &mut Writer) -> Result<(), WriteError> {
        let table = self.table();
        self.name.write(table.tag(0), writer)?;
        self.data.write(table.tag(1), writer)?;
        self.blob.write(table.tag(2), writer)
    }
}

v1::impl_element!(Files);

pub mod elements {
    use super::*;

    pub struct Keep;
    pub struct Failed;
    pub struct Upload;

    macro_rules! element {
        ($name:ident, $value:ty) => {
            impl Element for $name {
                type Value = $value;
                const NAME: QName = QName::from_static("urn:files", stringify!($name));
                const BINDING: Binding = Binding {
                    namespaces: NAMESPACES,
                    namespace: FIRST_GENERATED,
                    tag: &Tag {
                        start: concat!("<f:", stringify!($name), ">"),
                        end: concat!("</f:", stringify!($name), ">"),
                    },
                    declarations: DECLARATIONS,
                };
            }
        };
    }

    element!(Keep, Files);
    element!(Failed, Base64Binary);
    element!(Upload, Attachment);
}

/// The declared fault: what could not be kept.
#[derive(Debug, PartialEq)]
pub struct Failed(pub Base64Binary);

impl FaultDetail for Failed {
    fn read(entry: &DetailEntry, options: &ReadOptions) -> Option<Result<Self, ReadError>> {
        Some(entry.read_as::<elements::Failed>(options)?.map(Self))
    }
}

/// Keeps files and answers with them.
pub struct Keep;

impl Operation for Keep {
    const NAME: &'static str = "Keep";
    const SOAP_ACTION: &'static str = "urn:files#Keep";
    const VERSION: Version = Version::V11;
    type Input = elements::Keep;
    type Output = elements::Keep;
    type Fault = Failed;
}

/// The same over SOAP 1.2.
pub struct Keep12;

impl Operation for Keep12 {
    const NAME: &'static str = "Keep12";
    const SOAP_ACTION: &'static str = "urn:files#Keep";
    const VERSION: Version = Version::V12;
    type Input = elements::Keep;
    type Output = elements::Keep;
    type Fault = Failed;
}

/// Takes octets and gives them back. Doing it twice does no harm.
pub struct Upload;

impl Operation for Upload {
    const NAME: &'static str = "Upload";
    const SOAP_ACTION: &'static str = "";
    const VERSION: Version = Version::V12;
    const IDEMPOTENT: bool = true;
    type Input = elements::Upload;
    type Output = elements::Upload;
    type Fault = NoDeclaredFault;
}
