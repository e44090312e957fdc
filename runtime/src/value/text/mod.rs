//! Types whose values are texts: strings, names, language tags, URIs, and lists of values.

mod forms;
mod item;
mod list;
mod name;
mod string;

pub use item::ListItem;
pub use list::{Entities, IdRefs, NmTokens, TextList};
pub use name::{Entity, Id, IdRef, Language, NcName, NmToken, Word, XmlName};
pub use string::{AnyUri, NormalizedString, Token};

pub(crate) use name::is_nc_name;
