//! Calls that fail, each in its own way, and what the caller learns of it by types.

use std::time::Duration;

use generated_example::awis::{Crawl, CrawlRequest, UrlInfo, UrlInfoRequest};
use generated_example::errors;
use generated_example::service::Server;
use wsdl2rs_runtime::client::{CallError, NoDeclaredFault};
use wsdl2rs_runtime::security::Credentials;
use wsdl2rs_runtime::security::aws_hmac::Signer;
use wsdl2rs_runtime::soap::FaultKind;
use wsdl2rs_runtime::xml;

use crate::scene::{Scene, call};
use crate::stage::{self, Stage};

const SOURCE: &str = include_str!("failures.rs");

fn rank_of_amazon() -> UrlInfo {
    UrlInfo::new([UrlInfoRequest {
        url: "amazon.com".to_owned(),
        response_group: "Rank".to_owned(),
        version: None,
    }])
}

/// A clock that is sixteen minutes late.
pub(super) async fn expired(stage: &Stage, server: &Server) -> Scene {
    let mut scene = Scene::new("The caller's clock is 16 minutes late");
    let awis = stage.awis_at(&server.awis());
    let (credentials, request) = (server.credentials(), rank_of_amazon());
    let answer = call!(scene,
        let late = stage::clock(Duration::from_secs(16 * 60));
        let signer = Signer::new(credentials).with_clock(late);
        let awis = awis.configure(|settings| settings.signer(signer));
        awis.url_info(&request).await
    );
    if let Some(error) = scene.failure(answer) {
        denied(&mut scene, &error, "RequestExpired");
    }
    scene
}

/// A key that is not the account's.
pub(super) async fn wrong_secret(stage: &Stage, server: &Server) -> Scene {
    let mut scene = Scene::new("The secret key is wrong");
    let awis = stage.awis_at(&server.awis());
    let (account, request) = (server.credentials(), rank_of_amazon());
    let answer = call!(scene,
        let credentials = Credentials::new(account.key_id(), "a guess");
        let awis = awis.configure(|settings| settings.signer(stage::signer(credentials)));
        awis.url_info(&request).await
    );
    if let Some(error) = scene.failure(answer) {
        denied(&mut scene, &error, "AuthFailure");
    }
    scene
}

/// The answer is no SOAP message, but a document of a schema that was generated too.
fn denied(scene: &mut Scene, error: &CallError<NoDeclaredFault>, code: &str) {
    let CallError::Http(error) = error else {
        return scene.expect("it is CallError::Http", false);
    };
    let document = xml::from_str::<errors::elements::Response>(error.snippet());
    let found = document.as_ref().ok().map(|document| &document.errors.error.first().code);
    scene.value("status()", &error.status().as_u16());
    scene.value("code", &found);
    scene.expect(
        "it is CallError::Http, with an errors::elements::Response in its snippet",
        found.is_some_and(|found| found == code),
    );
}

/// A required member can be empty, but not forgotten.
pub(super) async fn no_response_group(stage: &Stage, server: &Server) -> Scene {
    let mut scene = Scene::new("The response group is missing");
    let awis = stage.awis_at(&server.awis());
    scene.says("Without the field it does not compile:");
    scene.says("  error[E0063]: missing field `response_group` in initializer of `UrlInfoRequest`");
    scene.says("Where it is empty, the service answers with a status alone:");
    let answer = call!(scene,
        let site = UrlInfoRequest {
            url: "amazon.com".to_owned(),
            response_group: String::new(),
            version: None,
        };
        awis.url_info(&UrlInfo::new([site])).await
    );
    let Some(answer) = scene.answer(answer) else { return scene };
    let response = answer.response.first();
    let status = response.response_status.as_ref();
    scene.value("status_code", &status.map(|status| &status.status_code));
    scene.value("status_message", &status.and_then(|status| status.status_message.as_deref()));
    scene.expect(
        "it is an answer of the contract, without a result",
        response.url_info_result.is_empty()
            && status.is_some_and(|status| status.status_code == "RequiredParameterMissingError"),
    );
    scene
}

/// What stands between a client and a service answers too.
pub(super) async fn html_page(stage: &Stage, server: &Server) -> Scene {
    let mut scene = Scene::new("A page for people where SOAP should be");
    let awis = stage.awis_at(&server.awis());
    let request = rank_of_amazon();
    let answer = call!(scene,
        let awis = awis.configure(|settings| settings.endpoint(&server.maintenance()));
        awis.url_info(&request).await
    );
    if let Some(error) = scene.failure(answer) {
        let is_page = matches!(&error, CallError::Http(error)
            if error.status() == 503 && error.content_type() == Some("text/html"));
        scene.expect("it is CallError::Http, with the status 503", is_page);
    }
    scene
}

/// An operation of the contract that this service does not have.
pub(super) async fn fault(stage: &Stage, server: &Server) -> Scene {
    let mut scene = Scene::new("A fault");
    let awis = stage.awis_at(&server.awis());
    let page = CrawlRequest {
        response_group: "MetaData".to_owned(),
        url: "amazon.com".to_owned(),
        version: None,
        start: None,
        count: None,
        purify: None,
        response_codes: None,
    };
    let answer = call!(scene, awis.crawl(&Crawl::new([page])).await);
    if let Some(error) = scene.failure(answer) {
        let CallError::Fault(fault) = &error else {
            scene.expect("it is CallError::Fault", false);
            return scene;
        };
        scene.value("kind()", &fault.kind());
        scene.expect("it is CallError::Fault, of the sender", fault.kind() == FaultKind::Sender);
    }
    scene
}
