//! Every operation has a method, beside those of every client.

use cases::clients::names::blocking::QuotesClient;
use wsdl2rs_runtime::transport::recorded::Recorded;

pub fn main() {
    let answer = r#"<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
        <Answer xmlns="urn:case">yes</Answer></s:Body></s:Envelope>"#;
    let transport =
        (0..8).fold(Recorded::default(), |transport, _| transport.answer(200, "text/xml", answer));
    let client = QuotesClient::new(transport).configure(|settings| settings.attempts(1));
    let ask = "really?".to_owned();
    let answers = [
        client.new_2(&ask),
        client.configure_2(&ask),
        client.client_2(&ask),
        client.r#match(&ask),
        client.quote(&ask),
        client.quote_2(&ask),
        client.with_signer_2(&ask),
        client.self_(&ask),
    ];
    assert!(answers.iter().all(|answer| answer.as_ref().is_ok_and(|answer| answer == "yes")));
}
