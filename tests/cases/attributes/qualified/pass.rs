//! Namespaces are the writer's business.

use cases::attributes::qualified::{Item, elements, namespace::Lang};

pub fn main() {
    let lang = Lang::Language("de".parse().expect("a language"));
    let item = Item::new("a").with_own(1).with_lang(lang);
    let text = wsdl2rs_runtime::xml::to_string::<elements::Item>(&item).expect("it is writable");
    assert_eq!(text, r#"<tns:Item xmlns:tns="urn:case" tns:own="1" tns:shared="a" xml:lang="de"></tns:Item>"#);
}
