//! Reads and writes what a build script generated, in a crate that is not of the workspace.
#![deny(warnings)]

mod stock {
    wsdl2rs_runtime::include_bindings!("stock");
}

use wsdl2rs_runtime::xml;

fn main() {
    let request = stock::GetQuote::new("ACME");
    let text = xml::to_string::<stock::elements::GetQuote>(&request).expect("it can be written");
    assert_eq!(
        text,
        "<tns:GetQuote xmlns:tns=\"http://example.com/stock\">\
         <tns:Symbol>ACME</tns:Symbol></tns:GetQuote>"
    );
    let reply = "<q:GetQuoteResponse xmlns:q=\"http://example.com/stock\">\
                 <q:Price>12.50</q:Price></q:GetQuoteResponse>";
    let reply = xml::from_str::<stock::elements::GetQuoteResponse>(reply).expect("it can be read");
    assert_eq!(reply.price.to_string(), "12.5");
    println!("{}: {}", request.symbol, reply.price);
}
