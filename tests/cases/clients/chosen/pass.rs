//! What is left has the names that it has in the whole.

use cases::clients::chosen::{AnyLine2, GetAnswer, Isin, Line2, Note, Stock11, StockPort, elements};
use wsdl2rs_runtime::transport::recorded::Recorded;

fn is_stock(_: &impl StockPort) {}

pub fn main() {
    let isin = Isin::try_from("US0378331005").expect("a token");
    let line = Line2::new(isin.clone(), Note::Short(isin));
    let answer = GetAnswer::new([AnyLine2::from(line)]);
    let text = wsdl2rs_runtime::xml::to_string::<elements::GetAnswer>(&answer).expect("it is complete");
    assert!(text.contains("<tns:short>US0378331005</tns:short>"), "{text}");
    is_stock(&Stock11::new(Recorded::default()));
}
