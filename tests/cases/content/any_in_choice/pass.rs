//! Wildcards as branches and in groups.

use cases::content::any_in_choice::{Extensions, ExtensionsFlagOrAnyGroup, Item, ItemCodeOrAny, elements};
use wsdl2rs_runtime::xml;

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let item = Item { code_or_any: ItemCodeOrAny::Any("<x xmlns='urn:x'/>".parse()?) };
    assert!(xml::to_string::<elements::Item>(&item)?.contains("<x xmlns='urn:x'/>"));
    let own = Item { code_or_any: ItemCodeOrAny::Any("<x xmlns='urn:case'/>".parse()?) };
    assert!(xml::to_string::<elements::Item>(&own).is_err());
    let _ = Extensions::new("n").with_flag_or_any_group(vec![ExtensionsFlagOrAnyGroup::Flag(true)]);
    Ok(())
}
