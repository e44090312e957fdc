//! The parts are fields; the wrapper is written as the binding says, and read with patience.

use std::sync::Arc;

use cases::clients::rpc_literal::{Currency, Range, Reset, blocking::Port, calls};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::xml::ReadOptions;

fn envelope(body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">\
         <s:Body>{body}</s:Body></s:Envelope>"
    )
}

pub fn main() {
    let right = "<p:GetPricesResponse xmlns:p=\"urn:case:calls\"><return>1.50</return></p:GetPricesResponse>";
    let elsewhere =
        "<p:GetPricesResponse xmlns:p=\"urn:x\"><return>1.50</return></p:GetPricesResponse>";
    let nowhere = "<GetPricesResponse><return>1.50</return></GetPricesResponse>";
    let of_another =
        "<p:ResetResponse xmlns:p=\"urn:case:calls\"><return>1.50</return></p:ResetResponse>";
    let reset = "<p:ResetResponse xmlns:p=\"urn:case\"/>";
    let transport = [right, elsewhere, nowhere, of_another, right, elsewhere, reset]
        .into_iter()
        .fold(Recorded::default(), |all, body| all.answer(200, "text/xml", envelope(body)));
    let transport = Arc::new(transport);
    let client = Port::new(transport.clone());
    let strict = client.clone().configure(|settings| settings.read_options(ReadOptions::strict()));
    let request = calls::GetPrices {
        symbol: "RUST".to_owned(),
        range: Range::new("2026-01-01".parse().expect("a date")),
        currency: Currency::Eur,
    };
    for _ in 0..3 {
        let answer = client.get_prices(&request).expect("a price");
        assert_eq!(answer.r#return.to_string(), "1.5");
    }
    assert!(matches!(client.get_prices(&request), Err(CallError::Decode(_))));
    assert!(strict.get_prices(&request).is_ok());
    assert!(matches!(strict.get_prices(&request), Err(CallError::Decode(_))));
    assert!(client.reset(&Reset {}).is_ok());
    let sent = transport.requests();
    let text = String::from_utf8_lossy(sent[0].body());
    assert!(
        text.ends_with(
            "<soap:Body><calls:GetPrices xmlns:tns=\"urn:case\" xmlns:calls=\"urn:case:calls\">\
             <symbol>RUST</symbol><range><tns:From>2026-01-01</tns:From></range>\
             <currency>EUR</currency></calls:GetPrices></soap:Body></soap:Envelope>"
        ),
        "{text}"
    );
}
