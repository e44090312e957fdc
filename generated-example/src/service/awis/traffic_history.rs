//! `TrafficHistory`: how many visited a site, day by day. The numbers are made up of the rank.

use std::time::SystemTime;

use wsdl2rs_runtime::value::DateTime;

use super::super::Context;
use super::super::offer::{BadCall, Serve, required};
use super::super::sites::{self, Site};
use super::{Response, groups, responses};
use crate::awis::alexa::{
    Alexa, TrafficHistoryResponseType, TrafficHistoryType, TrafficHistoryTypeHistoricalData,
    TrafficHistoryTypeHistoricalDataData, TrafficHistoryTypeHistoricalDataDataPageViews,
    TrafficHistoryTypeHistoricalDataDataReach,
};
use crate::awis::operations::TrafficHistory;
use crate::awis::{self, TrafficHistoryRequest};

/// The most days that are answered, and as many as are answered by default.
const MOST_DAYS: i64 = 31;
const DAY_MILLIS: i64 = 24 * 60 * 60 * 1_000;

impl Serve for TrafficHistory {
    fn answer(request: &awis::TrafficHistory, context: &Context) -> TrafficHistoryResponseType {
        let find = |request: &TrafficHistoryRequest| find(request, context.now);
        TrafficHistoryResponseType::new(responses(&request.request, context, find))
    }

    fn refuse(call: BadCall) -> TrafficHistoryResponseType {
        TrafficHistoryResponseType::new([Response::refused(call).into()])
    }
}

fn find(request: &TrafficHistoryRequest, now: SystemTime) -> Result<Alexa, BadCall> {
    let url = required("Url", &request.url)?;
    groups(&request.response_group, &["History"])?;
    let range = range(request.range.as_deref())?;
    let start = start(request.start.as_deref(), now, range)?;
    let days = (0..range).map(|day| start + day * DAY_MILLIS);
    let data: Vec<_> = sites::find(url)
        .into_iter()
        .flat_map(|site| days.clone().map(|millis| of_day(site, millis)))
        .collect();
    let history = TrafficHistoryType::new()
        .with_range(range)
        .with_site(url)
        .with_start(date(start))
        .with_historical_data(TrafficHistoryTypeHistoricalData::new().with_data(data));
    Ok(Alexa::new().with_traffic_history(history))
}

/// The number of days.
fn range(asked: Option<&str>) -> Result<i64, BadCall> {
    let Some(asked) = asked else { return Ok(MOST_DAYS) };
    let days = asked.trim().parse().ok().filter(|days| (1..=MOST_DAYS).contains(days));
    days.ok_or_else(|| BadCall::other(format!("Range is not a number from 1 to {MOST_DAYS}")))
}

/// The first day, written `yyyymmdd`; where none is given, so many days ago.
fn start(asked: Option<&str>, now: SystemTime, range: i64) -> Result<i64, BadCall> {
    let Some(asked) = asked else {
        let since_epoch = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        return Ok(i64::try_from(since_epoch.as_millis()).unwrap_or_default() - range * DAY_MILLIS);
    };
    let asked = asked.trim();
    let parts = (asked.get(..4), asked.get(4..6), asked.get(6..));
    let (Some(year), Some(month), Some(day)) = parts else { return Err(not_a_day()) };
    let midnight: DateTime =
        format!("{year}-{month}-{day}T00:00:00Z").parse().map_err(|_| not_a_day())?;
    midnight.to_unix_millis().ok_or_else(not_a_day)
}

fn not_a_day() -> BadCall {
    BadCall::other("Start is not a day of the form yyyymmdd")
}

fn of_day(site: &Site, millis: i64) -> TrafficHistoryTypeHistoricalDataData {
    let weekday = (millis / DAY_MILLIS).rem_euclid(7);
    let reach = 500_000 / i64::from(site.rank) + 100 * weekday;
    TrafficHistoryTypeHistoricalDataData::new()
        .with_date(date(millis))
        .with_page_views(
            TrafficHistoryTypeHistoricalDataDataPageViews::new()
                .with_per_million((reach / 10).to_string())
                .with_per_user(format!("4.{weekday}")),
        )
        .with_rank((i64::from(site.rank) + weekday % 3).to_string())
        .with_reach(
            TrafficHistoryTypeHistoricalDataDataReach::new().with_per_million(reach.to_string()),
        )
}

fn date(millis: i64) -> String {
    DateTime::from_unix_millis(millis).to_text_millis().chars().take_while(|c| *c != 'T').collect()
}
