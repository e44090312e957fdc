//! Generates the clients of both services into `OUT_DIR`, where `src/lib.rs` includes them.

use wsdl2rs::{Config, Error, Signing};

fn main() -> Result<(), Error> {
    ast().generate()?.write_to_out_dir()?;
    awis().generate()?.write_to_out_dir()?;
    errors().generate()?.write_to_out_dir()
}

/// Alexa Site Thumbnail. The three members of a `Request` that sign it are filled by the client.
pub(crate) fn ast() -> Config {
    Config::new("../wsdl/AlexaSiteThumbnail.wsdl").sign(Signing::AwsHmac {
        key_id: "{http://ast.amazonaws.com/doc/2006-05-15/}ThumbnailRequest/Request/AWSAccessKeyId",
        timestamp: "{http://ast.amazonaws.com/doc/2006-05-15/}ThumbnailRequest/Request/Timestamp",
        signature: "{http://ast.amazonaws.com/doc/2006-05-15/}ThumbnailRequest/Request/Signature",
    })
}

/// Alexa Web Information Service. Its operations share the type `Security`.
pub(crate) fn awis() -> Config {
    Config::new("../wsdl/AWSAlexa.wsdl").sign(Signing::AwsHmac {
        key_id: "{http://webservices.amazon.com/AWSAlexa/2005-07-11}Security/AWSAccessKeyId",
        timestamp: "{http://webservices.amazon.com/AWSAlexa/2005-07-11}Security/Timestamp",
        signature: "{http://webservices.amazon.com/AWSAlexa/2005-07-11}Security/Signature",
    })
}

/// What both services answer to a caller whom they do not know: a schema without a service.
pub(crate) fn errors() -> Config {
    Config::new("../wsdl/AlexaErrors.xsd")
}
