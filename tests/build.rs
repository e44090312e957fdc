//! Generates the bindings that the tests and the fuzz targets call.

use wsdl2rs::{Config, Error, Signing};

fn main() -> Result<(), Error> {
    let ast = Config::new("../wsdl/AlexaSiteThumbnail.wsdl").sign(Signing::AwsHmac {
        key_id: "{http://ast.amazonaws.com/doc/2006-05-15/}ThumbnailRequest/Request/AWSAccessKeyId",
        timestamp: "{http://ast.amazonaws.com/doc/2006-05-15/}ThumbnailRequest/Request/Timestamp",
        signature: "{http://ast.amazonaws.com/doc/2006-05-15/}ThumbnailRequest/Request/Signature",
    });
    let awis = Config::new("../wsdl/AWSAlexa.wsdl").sign(Signing::AwsHmac {
        key_id: "{http://webservices.amazon.com/AWSAlexa/2005-07-11}Security/AWSAccessKeyId",
        timestamp: "{http://webservices.amazon.com/AWSAlexa/2005-07-11}Security/Timestamp",
        signature: "{http://webservices.amazon.com/AWSAlexa/2005-07-11}Security/Signature",
    });
    let quotes = Config::new("exchanges/quotes.wsdl");
    let encoded = Config::new("cases/clients/rpc_encoded/case.wsdl");
    for config in [ast, awis, quotes, encoded] {
        config.generate()?.write_to_out_dir()?;
    }
    Ok(())
}
