//! Requests say types and sizes; answers are read as toolkits are known to write them.

use std::sync::Arc;

use cases::clients::rpc_encoded::{
    AnySource, Blobs, BlobsItem, Board, Issue, Issues, Link, Person, Search, SearchFault,
    SearchResponse, Source, Sparse, State, Strings, Trouble, Turn, blocking::Port, operations,
};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::encoding::Array;
use wsdl2rs_runtime::transport::mock::Mock;
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::value::Nillable;
use wsdl2rs_runtime::xml::ReadOptions;

type Client = Port<Arc<Recorded>>;

fn envelope(body: &str) -> String {
    format!(
        "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         xmlns:SOAP-ENC=\"http://schemas.xmlsoap.org/soap/encoding/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">\
         <SOAP-ENV:Body>{body}</SOAP-ENV:Body></SOAP-ENV:Envelope>"
    )
}

fn client(body: &str) -> (Client, Arc<Recorded>) {
    let transport = Arc::new(Recorded::default().answer(200, "text/xml", envelope(body)));
    (Port::new(transport.clone()), transport)
}

fn request() -> Search {
    let person =
        Person::new("Ada", Nillable::Nil(())).with_tags(["x", "y"].map(str::to_owned).into());
    let source = AnySource::from(Link::new(7, "https://example.com/"));
    let like = Issue::new(1, State::Open).with_reporter(person).with_source(source);
    Search::new(Strings::from([]), like)
}

/// What is found in an answer.
fn search(body: &str) -> Result<Issues, String> {
    let (client, _) = client(body);
    let found = client.search(&request()).map_err(|error| format!("{error}"))?;
    Ok(found.r#return.expect("a result"))
}

fn expected() -> Issues {
    let person =
        || Person::new("Ada", Nillable::Nil(())).with_tags(["a", "b"].map(str::to_owned).into());
    let first = Issue::new(1, State::Open).with_reporter(person());
    let second = Issue::new(2, State::Closed).with_reporter(person()).with_parent(first.clone());
    [first, second].into()
}

pub fn main() {
    requests();
    answers();
    null();
    strict();
    names();
    hostile();
    arrays();
    faults();
    played();
}

/// A service that is played has the same types on both sides.
fn played() {
    let answer = SearchResponse::new().with_return(expected());
    let mock = Arc::new(Mock::new().reply::<operations::Search>(&answer));
    assert_eq!(Port::new(mock.clone()).search(&request()).expect("an answer"), answer);
    assert_eq!(mock.requests::<operations::Search>(), [request()]);
}

fn requests() {
    let (client, transport) =
        client("<p:searchResponse xmlns:p='urn:case'><return/></p:searchResponse>");
    let found = client.search(&request()).expect("an answer").r#return;
    assert_eq!(found, Some(Issues::default()));
    let sent = transport.requests();
    let text = String::from_utf8_lossy(sent[0].body());
    let body = "<soap:Body soap:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\">\
        <tns:search xmlns:tns=\"urn:case\" \
        xmlns:encoding=\"http://schemas.xmlsoap.org/soap/encoding/\" \
        xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
        xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">\
        <words xsi:type=\"encoding:Array\" encoding:arrayType=\"xsd:string[0]\"></words>\
        <like xsi:type=\"tns:Issue\"><id xsi:type=\"xsd:int\">1</id>\
        <state xsi:type=\"tns:State\">open</state><reporter xsi:type=\"tns:Person\">\
        <name xsi:type=\"encoding:string\">Ada</name>\
        <mail xsi:type=\"xsd:string\" xsi:nil=\"true\"></mail>\
        <tags xsi:type=\"encoding:Array\" encoding:arrayType=\"xsd:string[2]\">\
        <item xsi:type=\"xsd:string\">x</item><item xsi:type=\"xsd:string\">y</item></tags>\
        </reporter><source xsi:type=\"tns:Link\"><line xsi:type=\"xsd:int\">7</line>\
        <url xsi:type=\"xsd:anyURI\">https://example.com/</url></source></like>\
        </tns:search></soap:Body></soap:Envelope>";
    assert!(text.ends_with(body), "{text}");
}

/// Every value apart, behind the wrapper, as Axis 1 and .NET have it.
const MULTI_REF: &str = "<ns1:searchResponse \
    SOAP-ENV:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\" xmlns:ns1=\"urn:case\">\
    <return href=\"#id0\"/></ns1:searchResponse>\
    <multiRef id=\"id0\" SOAP-ENC:root=\"0\" xsi:type=\"SOAP-ENC:Array\" \
    SOAP-ENC:arrayType=\"ns2:Issue[2]\" xmlns:ns2=\"urn:case\">\
    <item href=\"#id1\"/><item href=\"#id2\"/></multiRef>\
    <multiRef id=\"id2\" SOAP-ENC:root=\"0\" xsi:type=\"ns3:Issue\" xmlns:ns3=\"urn:case\">\
    <id href=\"#id4\"/><state xsi:type=\"ns3:State\">closed</state>\
    <reporter href=\"#id3\"/><parent href=\"#id1\"/></multiRef>\
    <multiRef id=\"id1\" SOAP-ENC:root=\"0\" xsi:type=\"ns3:Issue\" xmlns:ns3=\"urn:case\">\
    <id xsi:type=\"xsd:int\">1</id><state xsi:type=\"ns3:State\">open</state>\
    <reporter href=\"#id3\"/></multiRef>\
    <multiRef id=\"id3\" SOAP-ENC:root=\"0\" xsi:type=\"ns3:Person\" xmlns:ns3=\"urn:case\">\
    <name xsi:type=\"SOAP-ENC:string\">Ada</name><mail xsi:type=\"xsd:string\" xsi:nil=\"true\"/>\
    <tags href=\"#id5\"/></multiRef>\
    <multiRef id=\"id4\" SOAP-ENC:root=\"0\" xsi:type=\"xsd:int\">2</multiRef>\
    <SOAP-ENC:Array id=\"id5\" SOAP-ENC:arrayType=\"xsd:string[2]\">\
    <Item>a</Item><Item>b</Item></SOAP-ENC:Array>";

/// Types everywhere and nothing by reference but what is twice, as PHP has it.
const INLINE: &str = "<ns1:searchResponse xmlns:ns1=\"urn:case\">\
    <return SOAP-ENC:arrayType=\"ns1:Issue[2]\" xsi:type=\"ns1:Issues\">\
    <item xsi:type=\"ns1:Issue\" id=\"ref1\"><id xsi:type=\"xsd:int\">1</id>\
    <state xsi:type=\"xsd:string\">open</state><reporter xsi:type=\"ns1:Person\" id=\"ref2\">\
    <name xsi:type=\"xsd:string\">Ada</name><mail xsi:nil=\"true\"/>\
    <tags SOAP-ENC:arrayType=\"xsd:string[2]\" xsi:type=\"ns1:Strings\">\
    <item xsi:type=\"xsd:string\">a</item><item xsi:type=\"xsd:string\">b</item></tags></reporter>\
    </item><item xsi:type=\"ns1:Issue\"><id xsi:type=\"xsd:int\">2</id>\
    <state xsi:type=\"xsd:string\">closed</state><reporter href=\"#ref2\"/>\
    <parent href=\"#ref1\"/></item></return></ns1:searchResponse>";

/// No types at all, and names of its own, as SOAP::Lite without a contract has it.
const UNTYPED: &str = "<namesp1:searchResponse xmlns:namesp1=\"urn:case\">\
    <s-gensym3><Issue><id>1</id><state>open</state><reporter><tags><a>a</a><b>b</b></tags>\
    <mail xsi:nil=\"1\"/><name>Ada</name></reporter></Issue>\
    <Issue><id>2</id><state>closed</state><reporter><name>Ada</name><mail xsi:nil=\"1\"/>\
    <tags><a>a</a><b>b</b></tags></reporter>\
    <parent><id>1</id><state>open</state><reporter><name>Ada</name><mail xsi:nil=\"1\"/>\
    <tags><a>a</a><b>b</b></tags></reporter></parent></Issue></s-gensym3></namesp1:searchResponse>";

fn answers() {
    for body in [MULTI_REF, INLINE, UNTYPED] {
        assert_eq!(search(body), Ok(expected()), "{body}");
    }
    // Parts and members in a namespace although the schema has them in none.
    let qualified = INLINE
        .replace("<return ", "<ns1:return ")
        .replace("</return>", "</ns1:return>")
        .replace("<name ", "<ns1:name ")
        .replace("</name>", "</ns1:name>");
    assert_eq!(search(&qualified), Ok(expected()));
}

/// A result that is null is nil or left out (SOAP 1.1, section 5.1).
fn null() {
    for result in ["<return xsi:nil='true'/>", "<return xsi:nil='1' xsi:type='p:Issues'/>", ""] {
        let body = format!("<p:searchResponse xmlns:p='urn:case'>{result}</p:searchResponse>");
        let (client, _) = client(&body);
        assert_eq!(client.search(&request()).expect("an answer").r#return, None, "{result}");
    }
}

/// The attributes of the encoding are for every element; names are those of the schema.
fn strict() {
    let options =
        |settings: wsdl2rs_runtime::client::Settings| settings.read_options(ReadOptions::strict());
    for body in [MULTI_REF, INLINE] {
        let (client, _) = client(body);
        let found = client.configure(options).search(&request()).expect("an answer");
        assert_eq!(found.r#return, Some(expected()));
    }
    let (client, _) = client(UNTYPED);
    assert!(matches!(client.configure(options).search(&request()), Err(CallError::Decode(_))));
}

/// The declared type of a place and those derived from it.
fn names() {
    let body = "<p:searchResponse xmlns:p='urn:case'><return><item><id>1</id><state>open</state>\
        <source href='#s'/></item></return></p:searchResponse>\
        <m id='s' xsi:type='q:Link' xmlns:q='urn:case'><line>7</line><url>u</url></m>";
    let found = search(body).expect("an answer");
    assert_eq!(found[0].source, Some(AnySource::from(Link::new(7, "u"))));
    let plain = search(&body.replace("q:Link", "q:Source")).expect("an answer");
    assert_eq!(plain[0].source, Some(AnySource::from(Source::new(7))));
}

fn hostile() {
    let answer = |items: &str, rest: &str| {
        let body = format!(
            "<p:searchResponse xmlns:p='urn:case'><return{items}</return></p:searchResponse>{rest}"
        );
        search(&body).expect_err("it is refused")
    };
    let issue = "<id>1</id><state>open</state>";
    let rows = [
        (
            answer("><i href='#a'/>", &format!("<m id='a'>{issue}<parent href='#a'/></m>")),
            "reference \"#a\" leads back to itself",
        ),
        (answer("><i href='#a'/>", ""), "reference \"#a\" leads to no element"),
        (answer("><i href='cid:a'/>", ""), "reference \"cid:a\" leads out of the message"),
        (
            answer(" SOAP-ENC:arrayType='p:Issue[4000000000]'>", ""),
            "array: place 0 of 4000000000 has no item",
        ),
        (
            answer(" SOAP-ENC:arrayType='p:Issue[x]'>", ""),
            "not a valid soapenc:arrayType: one number in brackets",
        ),
        (answer(" SOAP-ENC:arrayType='p:Issue[1,1]'>", ""), "not a valid soapenc:arrayType"),
        (
            answer(&format!("><i SOAP-ENC:position='[2]'>{issue}</i>"), ""),
            "array: place 0 of 3 has no item",
        ),
        (
            answer(&format!("><i SOAP-ENC:position='[9999999]'>{issue}</i>"), ""),
            "over the limit `elements`",
        ),
        (
            answer(&format!("><i>{issue}</i><i SOAP-ENC:position='[0]'>{issue}</i>"), ""),
            "array: place 0 has two items",
        ),
        (answer("><i xsi:nil='true'/>", ""), "must not be nil"),
    ];
    for (error, expected) in rows {
        assert!(error.contains(expected), "{error}");
    }
}

fn arrays() {
    let turned = "<p:turnResponse xmlns:p='urn:case'>\
        <board SOAP-ENC:arrayType='xsd:int[2,2]'><i>1</i><i>2</i><i>3</i><i>4</i></board>\
        <blobs SOAP-ENC:arrayType='xsd:byte[][2]'><i SOAP-ENC:arrayType='xsd:byte[1]'><b>1</b></i>\
        <i/></blobs>\
        <sparse SOAP-ENC:arrayType='xsd:int[5]' SOAP-ENC:offset='[1]'><i>1</i>\
        <i SOAP-ENC:position='[3]'>3</i></sparse></p:turnResponse>";
    let (client, transport) = client(turned);
    let board = Board::from(Array::new([2, 3], vec![1, 2, 3, 4, 5, 6]).expect("six items"));
    let blobs = Blobs::from(vec![BlobsItem::from([1, 2]), BlobsItem::default()]);
    let sparse: Sparse = [Nillable::Value(1), Nillable::Nil(())].into_iter().collect();
    let answer = client.turn(&Turn::new(board, blobs, sparse)).expect("an answer");
    let (board, blobs) = (answer.board.expect("a board"), answer.blobs.expect("blobs"));
    assert_eq!(board.sizes(), [2, 2]);
    assert_eq!(board.at([1, 0]), Some(&3));
    assert_eq!(blobs.iter().map(|blob| blob.len()).collect::<Vec<_>>(), [1, 0]);
    let nil = Nillable::Nil(());
    let places = [nil.clone(), Nillable::Value(1), nil.clone(), Nillable::Value(3), nil];
    assert_eq!(answer.sparse, Some(Sparse::from(places)));
    let sent = transport.requests();
    let text = String::from_utf8_lossy(sent[0].body());
    for part in [
        "<board xsi:type=\"encoding:Array\" encoding:arrayType=\"xsd:int[2,3]\">\
         <item xsi:type=\"xsd:int\">1</item>",
        "<blobs xsi:type=\"encoding:Array\" encoding:arrayType=\"xsd:byte[][2]\">\
         <item xsi:type=\"encoding:Array\" encoding:arrayType=\"xsd:byte[2]\">\
         <item xsi:type=\"xsd:byte\">1</item>",
        "<sparse xsi:type=\"encoding:Array\" encoding:arrayType=\"xsd:int[2]\">\
         <place xsi:type=\"xsd:int\">1</place><place xsi:type=\"xsd:int\" xsi:nil=\"true\"></place>",
    ] {
        assert!(text.contains(part), "{text}");
    }
}

fn faults() {
    let fault = |detail: &str, rest: &str| {
        let body = format!(
            "<SOAP-ENV:Fault><faultcode>SOAP-ENV:Server</faultcode><faultstring>no</faultstring>\
             <detail>{detail}</detail></SOAP-ENV:Fault>{rest}"
        );
        let transport = Recorded::default().answer(500, "text/xml", envelope(&body));
        match Port::new(transport).search(&request()).expect_err("a fault") {
            CallError::Fault(fault) => fault.into_detail(),
            other => panic!("{other}"),
        }
    };
    let trouble = Some(SearchFault::Trouble(Trouble::new("full")));
    let reason = "<reason xsi:type='xsd:string'>full</reason>";
    assert_eq!(fault(&format!("<p:fault xmlns:p='urn:x'>{reason}</p:fault>"), ""), trouble);
    let named = format!("<e xmlns:p='urn:case' xsi:type='p:Trouble'>{reason}</e>");
    assert_eq!(fault(&format!("<host>h</host>{named}"), ""), trouble);
    assert_eq!(fault("<fault href='#f'/>", &format!("<m id='f'>{reason}</m>")), trouble);
    assert_eq!(fault(&format!("<other>{reason}</other>"), ""), None);
}
