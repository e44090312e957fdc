//! Whatever a server sends, a client answers with a value or an error, in bounded time.

mod support;

use proptest::prelude::*;
use support::exchange::{XML, conclude};
use support::{answer, envelope, envelope_12, operations};

/// Parts of messages, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>"),
        Just("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'>"),
        Just("<s:Header>"),
        Just("<h s:mustUnderstand='1'/>"),
        Just("</s:Header>"),
        Just("<s:Body>"),
        Just("<s:Fault>"),
        Just("<s:Code>"),
        Just("<s:Subcode>"),
        Just("<s:Value>s:Sender</s:Value>"),
        Just("</s:Subcode>"),
        Just("</s:Code>"),
        Just("<faultcode>a:b:c</faultcode>"),
        Just("<detail>"),
        Just("<x>1</x>"),
        Just("text"),
        Just("</detail>"),
        Just("</s:Fault>"),
        Just("</s:Body>"),
        Just("</s:Envelope>"),
        Just("<GetQuoteResponse xmlns='urn:quotes'>1</GetQuoteResponse>"),
    ];
    prop::collection::vec(scrap, 0..30).prop_map(|scraps| scraps.concat())
}

proptest! {
    #[test]
    fn any_bytes_have_an_outcome(
        status in 100..1000_u16,
        content_type in prop_oneof![Just(XML), Just("text/plain"), Just("text/html"), Just("")],
        body in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let _ = conclude::<operations::GetQuote>(status, content_type, &body);
        let _ = conclude::<operations::Notify>(status, content_type, &body);
    }

    #[test]
    fn any_order_of_parts_has_an_outcome(status in 200..600_u16, body in scraps()) {
        for outcome in [
            conclude::<operations::GetQuote>(status, XML, &body),
            conclude::<operations::GetQuote12>(status, XML, &body),
        ] {
            if let Err(error) = outcome {
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }

    #[test]
    fn a_message_that_is_cut_is_no_answer(cut in 0..160_usize) {
        let body = answer("1");
        prop_assert!(conclude::<operations::GetQuote>(200, XML, &body[..cut]).is_err());
    }
}

#[test]
fn a_fault_of_great_depth_or_width_is_bounded() {
    let deep = format!("<s:Code>{}", "<s:Subcode><s:Value>s:x</s:Value>".repeat(20));
    let deep = format!("{deep}{}</s:Code>", "</s:Subcode>".repeat(20));
    let wide = "<faultstring>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</faultstring>".repeat(10_000);
    let started = std::time::Instant::now();
    for content in [deep, wide] {
        for body in [envelope(""), envelope_12("")] {
            let fault = format!("<s:Body><s:Fault>{content}</s:Fault></s:Body>");
            let body = body.replace("<s:Body></s:Body>", &fault);
            let error =
                conclude::<operations::GetQuote>(500, XML, &body).expect_err("it is a fault");
            let wsdl2rs_runtime::client::CallError::Fault(fault) = error else { panic!("{error}") };
            assert!(fault.subcodes.len() <= 16);
            let text: usize = fault.reasons.iter().map(|reason| reason.text.len()).sum();
            assert!(text <= 8 * 1024, "{text}");
        }
    }
    let deeper = envelope(&format!("<s:Fault><detail>{}", "<a>".repeat(1_000_000)));
    assert!(conclude::<operations::GetQuote>(500, XML, &deeper).is_err());
    assert!(started.elapsed() < std::time::Duration::from_secs(5), "{:?}", started.elapsed());
}
