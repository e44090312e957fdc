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

    /// The type that a draft of XML Schema (December 1999, October 2000) has under this name. Types of
    /// which the recommendation has no equal, such as `recurringDuration`, are not among them.
    pub(crate) fn of_draft(name: &str) -> Option<Self> {
        Some(match name {
            "timeInstant" => Self::DateTime,
            "timeDuration" => Self::Duration,
            "uriReference" => Self::AnyUri,
            "CDATA" => Self::NormalizedString,
            "month" => Self::GYearMonth,
            "year" => Self::GYear,
            "non-positive-integer" => Self::NonPositiveInteger,
            "negative-integer" => Self::NegativeInteger,
            "non-negative-integer" => Self::NonNegativeInteger,
            "positive-integer" => Self::PositiveInteger,
            "unsigned-long" => Self::UnsignedLong,
            "unsigned-int" => Self::UnsignedInt,
            "unsigned-short" => Self::UnsignedShort,
            "unsigned-byte" => Self::UnsignedByte,
            _ => return None,
        })
    }

    /// {base type definition} (Part 2, figure of section 3); none for `anySimpleType`.
    pub(crate) fn base(self) -> Option<Self> {
        Some(match self {
            Self::AnySimpleType => return None,
            Self::NormalizedString => Self::String,
            Self::Token => Self::NormalizedString,
            Self::Language | Self::NmToken | Self::Name => Self::Token,
            Self::NcName => Self::Name,
            Self::Id | Self::IdRef | Self::Entity => Self::NcName,
            Self::Integer => Self::Decimal,
            Self::NonPositiveInteger | Self::Long | Self::NonNegativeInteger => Self::Integer,
            Self::NegativeInteger => Self::NonPositiveInteger,
            Self::Int => Self::Long,
            Self::Short => Self::Int,
            Self::Byte => Self::Short,
            Self::UnsignedLong | Self::PositiveInteger => Self::NonNegativeInteger,
            Self::UnsignedInt => Self::UnsignedLong,
            Self::UnsignedShort => Self::UnsignedInt,
            Self::UnsignedByte => Self::UnsignedShort,
            Self::String
            | Self::Boolean
            | Self::Decimal
            | Self::Float
            | Self::Double
            | Self::Duration
            | Self::DateTime
            | Self::Time
            | Self::Date
            | Self::GYearMonth
            | Self::GYear
            | Self::GMonthDay
            | Self::GDay
            | Self::GMonth
            | Self::HexBinary
            | Self::Base64Binary
            | Self::AnyUri
            | Self::QName
            | Self::Notation
            | Self::NmTokens
            | Self::IdRefs
            | Self::Entities => Self::AnySimpleType,
        })
    }

    /// The item type of the three built-in list types.
    pub(crate) fn list_item(self) -> Option<Self> {
        [
            (Self::NmTokens, Self::NmToken),
            (Self::IdRefs, Self::IdRef),
            (Self::Entities, Self::Entity),
        ]
        .into_iter()
        .find_map(|(list, item)| (list == self).then_some(item))
    }

    /// The type itself and its bases, up to `anySimpleType`.
    pub(crate) fn ancestry(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |builtin| builtin.base())
    }

    /// The primitive type that it is derived from; itself for `anySimpleType` and the list types.
    pub(crate) fn primitive(self) -> Self {
        self.ancestry().take_while(|builtin| *builtin != Self::AnySimpleType).last().unwrap_or(self)
    }

    /// Whether it is derived from `other`, or is it.
    pub(crate) fn derives_from(self, other: Self) -> bool {
        self.ancestry().any(|builtin| builtin == other)
    }
}
