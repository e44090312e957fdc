//! Calls that are answered. What the embedded service answers is known; of another service it is
//! only known that the answer is one of the contract.

use generated_example::ast::{
    AlexaSiteThumbnailPort, ThumbnailRequest, ThumbnailRequestRequest, ThumbnailSize,
};
use generated_example::awis::alexa::UrlInfoResponseType;
use generated_example::awis::{
    AwsAlexaPort, CategoryBrowse, CategoryBrowseRequest, TrafficHistory, TrafficHistoryRequest,
    UrlInfo, UrlInfoRequest, blocking,
};
use wsdl2rs_runtime::transport::{ReqwestTransport, UreqTransport};

use crate::scene::{Scene, call};
use crate::stage::Stage;

const SOURCE: &str = include_str!("calls.rs");

/// One picture. The three members that sign the request have no field: the client fills them.
pub(super) async fn thumbnail(
    stage: &Stage,
    ast: &AlexaSiteThumbnailPort<ReqwestTransport>,
) -> Scene {
    let mut scene = Scene::new("One thumbnail: the client signs, the caller does not");
    let answer = call!(scene,
        let site = ThumbnailRequestRequest::new("www.alexa.com");
        ast.thumbnail(&ThumbnailRequest::new([site])).await
    );
    scene.sent(stage.wire());
    let Some(answer) = scene.answer(answer) else { return scene };
    let response = answer.response.first();
    let status = response.response_status.as_ref();
    let result = response.thumbnail_result.as_ref();
    let thumbnail = result.and_then(|result| result.thumbnail.as_ref());
    scene.value("status_code", &status.map(|status| &status.status_code));
    scene.value("exists", &thumbnail.and_then(|thumbnail| thumbnail.exists));
    scene.value("value", &thumbnail.map(|thumbnail| &thumbnail.value));
    if stage.embedded().is_some() {
        let exists = thumbnail.and_then(|thumbnail| thumbnail.exists);
        scene.expect("the site has a picture", exists == Some(true));
    }
    scene
}

/// Three pictures by one request, of which only the first carries the signature.
pub(super) async fn batch(stage: &Stage, ast: &AlexaSiteThumbnailPort<ReqwestTransport>) -> Scene {
    let mut scene = Scene::new("A batch of three: none, or more than 20, would not compile");
    let answer = call!(scene,
        let sites = ["www.alexa.com", "www.amazon.com", "unknown.example"];
        let small = |site| ThumbnailRequestRequest::new(site).with_size(ThumbnailSize::Small);
        ast.thumbnail(&ThumbnailRequest::new(sites.map(small))).await
    );
    scene.sent(stage.wire());
    let Some(answer) = scene.answer(answer) else { return scene };
    let results = answer.response.iter().filter_map(|response| response.thumbnail_result.as_ref());
    let mut exist = Vec::new();
    for result in results {
        let url = result.request_url.as_deref().unwrap_or_default();
        let exists = result.thumbnail.as_ref().and_then(|thumbnail| thumbnail.exists);
        scene.value(url, &format_args!("exists: {exists:?}"));
        exist.push(exists);
    }
    if stage.embedded().is_some() {
        let expected = [Some(true), Some(true), Some(false)];
        scene.expect("the answers are in the order of the requests", exist == expected);
    }
    scene
}

/// The call of the published sample, and its answer.
pub(super) async fn url_info(stage: &Stage, awis: &AwsAlexaPort<ReqwestTransport>) -> Scene {
    let mut scene = Scene::new("UrlInfo: the rank of amazon.com");
    let answer = call!(scene,
        let site = UrlInfoRequest {
            url: "amazon.com".to_owned(),
            response_group: "Rank".to_owned(),
            version: None,
        };
        awis.url_info(&UrlInfo::new([site])).await
    );
    scene.sent(stage.wire());
    if let Some(answer) = scene.answer(answer) {
        rank(&mut scene, stage, &answer);
    }
    scene
}

/// The same without `async`.
pub(super) fn blocking(stage: &Stage, awis: &blocking::AwsAlexaPort<UreqTransport>) -> Scene {
    let mut scene = Scene::new("The same without async: awis::blocking over ureq");
    let site = UrlInfoRequest {
        url: "amazon.com".to_owned(),
        response_group: "Rank".to_owned(),
        version: None,
    };
    let answer = call!(scene, awis.url_info(&UrlInfo::new([site])));
    if let Some(answer) = scene.answer(answer) {
        rank(&mut scene, stage, &answer);
    }
    scene
}

fn rank(scene: &mut Scene, stage: &Stage, answer: &UrlInfoResponseType) {
    let result = answer.response.first().url_info_result.first();
    let alexa = result.and_then(|result| result.alexa.as_ref());
    let data = alexa.and_then(|alexa| alexa.traffic_data.as_ref());
    let rank = data.and_then(|data| data.rank.as_ref()).map(|rank| rank.value.as_str());
    scene.value("asin", &data.and_then(|data| data.asin.as_deref()));
    scene.value("rank", &rank);
    if stage.embedded().is_some() {
        scene.expect("the rank is that of the published sample answer", rank == Some("17"));
    }
}

/// Numbers of three days.
pub(super) async fn traffic_history(stage: &Stage, awis: &AwsAlexaPort<ReqwestTransport>) -> Scene {
    let mut scene = Scene::new("TrafficHistory: three days of amazon.com");
    let answer = call!(scene,
        let site = TrafficHistoryRequest {
            url: "amazon.com".to_owned(),
            response_group: "History".to_owned(),
            version: None,
            range: Some("3".to_owned()),
            start: Some("20050801".to_owned()),
        };
        awis.traffic_history(&TrafficHistory::new([site])).await
    );
    scene.sent(stage.wire());
    let Some(answer) = scene.answer(answer) else { return scene };
    let result = answer.response.first().traffic_history_result.first();
    let alexa = result.and_then(|result| result.alexa.as_ref());
    let history = alexa.and_then(|alexa| alexa.traffic_history.as_ref());
    let days = history.and_then(|history| history.historical_data.as_ref());
    let days = days.map_or(&[][..], |days| &days.data);
    for day in days {
        let reach = day.reach.as_ref().and_then(|reach| reach.per_million.as_deref());
        let date = day.date.as_deref().unwrap_or_default();
        scene.value(date, &format_args!("rank: {:?}, reach: {reach:?}", day.rank));
    }
    if stage.embedded().is_some() {
        let last = days.last().and_then(|day| day.date.as_deref());
        let is_whole = days.len() == 3 && last == Some("2005-08-03");
        scene.expect("there are three days", is_whole);
    }
    scene
}

/// What is in a category. Counts are `xs:integer` with a facet: a type whose values are checked.
pub(super) async fn category_browse(stage: &Stage, awis: &AwsAlexaPort<ReqwestTransport>) -> Scene {
    let mut scene = Scene::new("CategoryBrowse: what is in a category");
    let answer = call!(scene,
        let category = CategoryBrowseRequest {
            response_group: "Categories".to_owned(),
            path: "Top/Computers".to_owned(),
            version: None,
            descriptions: Some("True".to_owned()),
        };
        awis.category_browse(&CategoryBrowse::new([category])).await
    );
    scene.sent(stage.wire());
    let Some(answer) = scene.answer(answer) else { return scene };
    let result = answer.response.first().category_browse_result.first();
    let alexa = result.and_then(|result| result.alexa.as_ref());
    let browse = alexa.and_then(|alexa| alexa.category_browse.as_ref());
    let categories = browse.and_then(|browse| browse.categories.as_ref());
    let categories = categories.map_or(&[][..], |categories| &categories.category);
    for category in categories {
        let title = category.title.as_deref().unwrap_or_default();
        let sites = category.total_listing_count.as_ref().map(ToString::to_string);
        let description = category.description.as_deref().unwrap_or_default();
        scene.value(title, &format_args!("sites: {sites:?}, {description:?}"));
    }
    if stage.embedded().is_some() {
        scene.expect("there are two categories", categories.len() == 2);
    }
    scene
}
