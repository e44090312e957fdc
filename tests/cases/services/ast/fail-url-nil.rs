//! The Url is not nillable.

use cases::services::ast::ThumbnailRequestRequest;
use wsdl2rs_runtime::value::Nillable;

fn main() {
    let _ = ThumbnailRequestRequest { url: Nillable::nil(), size: None };
}
