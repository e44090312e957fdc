//! The built-in simple types (XSD 1.0 Part 2, section 3).

/// Declares the built-in types: variant, local name, base.
macro_rules! builtins {
    ($($variant:ident = $name:literal;)*) => {
        /// A built-in simple type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Builtin { $(#[doc = concat!("`xs:", $name, "`.")] $variant),* }

        impl Builtin {
            /// Every built-in simple type.
            pub(crate) const ALL: &[Builtin] = &[$(Builtin::$variant),*];

            /// The local name in the XML Schema namespace.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Builtin::$variant => $name),* }
            }
        }
    };
}

builtins! {
    AnySimpleType = "anySimpleType";
    String = "string";
    Boolean = "boolean";
    Decimal = "decimal";
    Float = "float";
    Double = "double";
    Duration = "duration";
    DateTime = "dateTime";
    Time = "time";
    Date = "date";
    GYearMonth = "gYearMonth";
    GYear = "gYear";
    GMonthDay = "gMonthDay";
    GDay = "gDay";
    GMonth = "gMonth";
    HexBinary = "hexBinary";
    Base64Binary = "base64Binary";
    AnyUri = "anyURI";
    QName = "QName";
    Notation = "NOTATION";
    NormalizedString = "normalizedString";
    Token = "token";
    Language = "language";
    NmToken = "NMTOKEN";
    NmTokens = "NMTOKENS";
    Name = "Name";
    NcName = "NCName";
    Id = "ID";
    IdRef = "IDREF";
    IdRefs = "IDREFS";
    Entity = "ENTITY";
    Entities = "ENTITIES";
    Integer = "integer";
    NonPositiveInteger = "nonPositiveInteger";
    NegativeInteger = "negativeInteger";
    Long = "long";
    Int = "int";
    Short = "short";
    Byte = "byte";
    NonNegativeInteger = "nonNegativeInteger";
    UnsignedLong = "unsignedLong";
    UnsignedInt = "unsignedInt";
    UnsignedShort = "unsignedShort";
    UnsignedByte = "unsignedByte";
    PositiveInteger = "positiveInteger";
}

impl Builtin {
    /// The type with this local name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|builtin| builtin.name() == name)
    }
}
