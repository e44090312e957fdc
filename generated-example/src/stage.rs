//! Where the scenes play: whom the clients call, as whom, at which time.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use generated_example::ast::AlexaSiteThumbnailPort;
use generated_example::awis::{self, AwsAlexaPort};
use generated_example::service::{Server, Service};
use wsdl2rs_runtime::client::Settings;
use wsdl2rs_runtime::security::aws_hmac::Signer;
use wsdl2rs_runtime::security::{Credentials, CredentialsProvider, FixedClock};
use wsdl2rs_runtime::transport::{ReqwestTransport, UreqTransport};

use crate::credentials::Source;
use crate::options::Options;
use crate::wire::Wire;

/// The time on the stage, that of the published sample of a request: 2006-09-08T22:02:46.000Z.
const NOW: Duration = Duration::from_millis(1_157_752_966_000);

const EMBEDDED: &str = "\
`ast` is an AlexaSiteThumbnailPort and `awis` an AwsAlexaPort: clients that build.rs generated from
the WSDL documents in wsdl/. The services that they call run in this process, judge each request as
the original ones did, and use no network.
";

const ELSEWHERE: &str = "\
`ast` is an AlexaSiteThumbnailPort and `awis` an AwsAlexaPort: clients that build.rs generated from
the WSDL documents in wsdl/. They call the addresses of the command line; what is in an answer is up
to the service there.
";

/// What the scenes need to call the services.
pub(crate) struct Stage {
    ast: Option<String>,
    awis: Option<String>,
    credentials: Arc<Source>,
    embedded: Option<Server>,
    allow_plain_http: bool,
    transport: ReqwestTransport,
    wire: Wire,
}

impl Stage {
    /// Starts the embedded service, unless there are addresses to call.
    pub(crate) fn set(options: &Options) -> Result<Self, Box<dyn Error>> {
        let embedded = if options.is_embedded() {
            Some(Server::start(Service::demo().with_clock(clock(Duration::ZERO)))?)
        } else {
            None
        };
        let source = match (&embedded, &options.credentials) {
            (Some(server), _) => Source::Given(server.credentials()),
            (None, Some(path)) => Source::File(path.clone()),
            (None, None) => Source::Environment,
        };
        source.credentials()?;
        Ok(Self {
            ast: embedded.as_ref().map(Server::ast).or(options.ast.clone()),
            awis: embedded.as_ref().map(Server::awis).or(options.awis.clone()),
            credentials: Arc::new(source),
            embedded,
            allow_plain_http: options.allow_plain_http,
            transport: ReqwestTransport::new()?,
            wire: Wire::default(),
        })
    }

    /// What the reader should know first.
    pub(crate) fn introduction(&self) -> &'static str {
        if self.embedded.is_some() { EMBEDDED } else { ELSEWHERE }
    }

    /// The embedded service, whose answers are known.
    pub(crate) fn embedded(&self) -> Option<&Server> {
        self.embedded.as_ref()
    }

    /// What was sent last.
    pub(crate) fn wire(&self) -> &Wire {
        &self.wire
    }

    /// A client of Alexa Site Thumbnail, where it is called at all.
    pub(crate) fn ast(&self) -> Option<AlexaSiteThumbnailPort<ReqwestTransport>> {
        let endpoint = self.ast.as_deref()?;
        let client = AlexaSiteThumbnailPort::with_signer(self.transport.clone(), self.signer());
        Some(client.configure(|settings| self.settings(settings, endpoint)))
    }

    /// A client of Alexa Web Information Service, where it is called at all.
    pub(crate) fn awis(&self) -> Option<AwsAlexaPort<ReqwestTransport>> {
        Some(self.awis_at(self.awis.as_deref()?))
    }

    /// A client of Alexa Web Information Service at this address.
    pub(crate) fn awis_at(&self, endpoint: &str) -> AwsAlexaPort<ReqwestTransport> {
        AwsAlexaPort::with_signer(self.transport.clone(), self.signer())
            .configure(|settings| self.settings(settings, endpoint))
    }

    /// The same for callers without `async`.
    pub(crate) fn blocking_awis(&self) -> Option<awis::blocking::AwsAlexaPort<UreqTransport>> {
        let endpoint = self.awis.as_deref()?;
        let client = awis::blocking::AwsAlexaPort::with_signer(UreqTransport::new(), self.signer());
        Some(client.configure(|settings| self.settings(settings, endpoint)))
    }

    /// Signs with the caller's credentials: at the time of the stage for the embedded service, now
    /// for any other.
    fn signer(&self) -> Signer {
        let source = Arc::clone(&self.credentials);
        let signer = Signer::new(move || source.credentials());
        if self.embedded.is_some() { signer.with_clock(clock(Duration::ZERO)) } else { signer }
    }

    fn settings(&self, settings: Settings, endpoint: &str) -> Settings {
        let settings = settings.endpoint(endpoint).trace(self.wire.sink());
        if self.allow_plain_http { settings.allow_plain_http() } else { settings }
    }
}

/// A clock that is `late` behind the time of the stage.
pub(crate) fn clock(late: Duration) -> FixedClock {
    FixedClock::new(std::time::SystemTime::UNIX_EPOCH + NOW - late)
}

/// Signs with these credentials at the time of the stage.
pub(crate) fn signer(credentials: Credentials) -> Signer {
    Signer::new(credentials).with_clock(clock(Duration::ZERO))
}
