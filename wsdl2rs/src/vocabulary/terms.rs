//! Element and attribute names of WSDL 1.1, its bindings and XSD 1.0.

/// Declares a constant for each name.
macro_rules! terms {
    ($($constant:ident = $name:literal;)*) => {
        $(#[doc = concat!("`", $name, "`.")] pub(crate) const $constant: &str = $name;)*

        /// Every name, for what was probably meant by another one.
        pub(crate) const EVERY: &[&str] = &[$($name),*];
    };
}

terms! {
    ABSTRACT = "abstract";
    ACTION = "Action";
    ADDRESS = "address";
    ALL = "all";
    ANNOTATION = "annotation";
    ANY = "any";
    ANY_ATTRIBUTE = "anyAttribute";
    APPINFO = "appinfo";
    ATTRIBUTE = "attribute";
    ATTRIBUTE_FORM_DEFAULT = "attributeFormDefault";
    ATTRIBUTE_GROUP = "attributeGroup";
    BASE = "base";
    BINDING = "binding";
    BLOCK = "block";
    BLOCK_DEFAULT = "blockDefault";
    BODY = "body";
    CHOICE = "choice";
    COMPLEX_CONTENT = "complexContent";
    COMPLEX_TYPE = "complexType";
    CONTENT = "content";
    DEFAULT = "default";
    DEFINITIONS = "definitions";
    DESCRIPTION = "description";
    DOCUMENTATION = "documentation";
    ELEMENT = "element";
    ELEMENT_FORM_DEFAULT = "elementFormDefault";
    ENCODING_STYLE = "encodingStyle";
    ENUMERATION = "enumeration";
    EXACTLY_ONE = "ExactlyOne";
    EXTENSION = "extension";
    FAULT = "fault";
    FIELD = "field";
    FINAL = "final";
    FINAL_DEFAULT = "finalDefault";
    FIXED = "fixed";
    FORM = "form";
    FRACTION_DIGITS = "fractionDigits";
    GROUP = "group";
    HEADER = "header";
    HEADERFAULT = "headerfault";
    ID = "id";
    IMPORT = "import";
    INCLUDE = "include";
    INPUT = "input";
    ITEM_TYPE = "itemType";
    KEY = "key";
    KEYREF = "keyref";
    LENGTH = "length";
    LIST = "list";
    LOCATION = "location";
    MAX_EXCLUSIVE = "maxExclusive";
    MAX_INCLUSIVE = "maxInclusive";
    MAX_LENGTH = "maxLength";
    MAX_OCCURS = "maxOccurs";
    MEMBER_TYPES = "memberTypes";
    MESSAGE = "message";
    MIME_XML = "mimeXml";
    MIN_EXCLUSIVE = "minExclusive";
    MIN_INCLUSIVE = "minInclusive";
    MIN_LENGTH = "minLength";
    MIN_OCCURS = "minOccurs";
    MIXED = "mixed";
    MULTIPART_RELATED = "multipartRelated";
    NAME = "name";
    NAMESPACE = "namespace";
    NILLABLE = "nillable";
    NOTATION = "notation";
    OPERATION = "operation";
    OPTIONAL = "Optional";
    OUTPUT = "output";
    PARAMETER_ORDER = "parameterOrder";
    PART = "part";
    PARTS = "parts";
    PATTERN = "pattern";
    POLICY = "Policy";
    POLICY_REFERENCE = "PolicyReference";
    PORT = "port";
    PORT_TYPE = "portType";
    PROCESS_CONTENTS = "processContents";
    PUBLIC = "public";
    REDEFINE = "redefine";
    REF = "ref";
    REFER = "refer";
    REQUIRED = "required";
    RESTRICTION = "restriction";
    SCHEMA = "schema";
    SCHEMA_LOCATION = "schemaLocation";
    SELECTOR = "selector";
    SEQUENCE = "sequence";
    SERVICE = "service";
    SIMPLE_CONTENT = "simpleContent";
    SIMPLE_TYPE = "simpleType";
    SOAP_ACTION = "soapAction";
    SOAP_ACTION_REQUIRED = "soapActionRequired";
    STYLE = "style";
    SUBSTITUTION_GROUP = "substitutionGroup";
    SYSTEM = "system";
    TARGET_NAMESPACE = "targetNamespace";
    TOTAL_DIGITS = "totalDigits";
    TRANSPORT = "transport";
    TYPE = "type";
    TYPES = "types";
    UNION = "union";
    UNIQUE = "unique";
    URI = "URI";
    URL_ENCODED = "urlEncoded";
    URL_REPLACEMENT = "urlReplacement";
    USE = "use";
    USING_ADDRESSING = "UsingAddressing";
    VALUE = "value";
    VERB = "verb";
    VERSION = "version";
    WHITE_SPACE = "whiteSpace";
    XPATH = "xpath";
}
