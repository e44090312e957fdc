//! `UrlInfo`: what is known of a site, by response groups.

use super::super::offer::{BadCall, Serve, required};
use super::super::{Context, sites};
use super::{Response, groups, responses};
use crate::awis::alexa::{
    Alexa, GenericDataType, TrafficDataType, UrlInfoResponseType, UrlServiceTypeDataUrl,
};
use crate::awis::operations::UrlInfo;
use crate::awis::{self, UrlInfoRequest};

/// The groups that the original knew. This service has data for `Rank` alone.
const GROUPS: [&str; 17] = [
    "AdultContent",
    "Categories",
    "ContactInfo",
    "ContentData",
    "Keywords",
    "Language",
    "LinksInCount",
    "OwnedDomains",
    "Rank",
    "RankByCity",
    "RankByCountry",
    "Related",
    "RelatedLinks",
    "SiteData",
    "Speed",
    "TrafficData",
    "UsageStats",
];

impl Serve for UrlInfo {
    fn answer(request: &awis::UrlInfo, context: &Context) -> UrlInfoResponseType {
        UrlInfoResponseType::new(responses(&request.request, context, find))
    }

    fn refuse(call: BadCall) -> UrlInfoResponseType {
        UrlInfoResponseType::new([Response::refused(call).into()])
    }
}

fn find(request: &UrlInfoRequest) -> Result<Alexa, BadCall> {
    let url = required("Url", &request.url)?;
    let groups = groups(&request.response_group, &GROUPS)?;
    let Some(site) = sites::find(url) else {
        // The answer for a site that nobody knows, as it was.
        return Ok(traffic_data(TrafficDataType::new(UrlServiceTypeDataUrl::new("404"))));
    };
    let address = UrlServiceTypeDataUrl::new(format!("{}/", site.name)).with_type("canonical");
    let mut data = TrafficDataType::new(address);
    if let Some(asin) = site.asin {
        data = data.with_asin(asin);
    }
    if groups.contains(&"Rank") {
        data = data.with_rank(GenericDataType::new(site.rank.to_string()));
    }
    Ok(traffic_data(data))
}

fn traffic_data(data: TrafficDataType) -> Alexa {
    Alexa::new().with_traffic_data(data)
}
