//! Three branches of one enum.

use cases::content::choice_of_choices::{Any, elements};
use wsdl2rs_runtime::xml;

pub fn main() {
    for text in ["<A/>", "<B>1</B>", "<C/>"] {
        let text = format!(r#"<Any xmlns="urn:case">{text}</Any>"#);
        let _: Any = xml::from_str::<elements::Any>(&text).expect("it is one of them");
    }
}
