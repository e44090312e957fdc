//! Generates the bindings that are measured.

use wsdl2rs::{Config, Error, Signing};

fn main() -> Result<(), Error> {
    // The documents lie beside this package, not below it.
    let wsdl = "../wsdl";
    Config::new("../wsdl/records.wsdl").include_dir(wsdl).generate()?.write_to_out_dir()?;
    Config::new("../wsdl/AWSAlexa.wsdl")
        .include_dir(wsdl)
        .sign(Signing::AwsHmac {
            key_id: "{http://webservices.amazon.com/AWSAlexa/2005-07-11}Security/AWSAccessKeyId",
            timestamp: "{http://webservices.amazon.com/AWSAlexa/2005-07-11}Security/Timestamp",
            signature: "{http://webservices.amazon.com/AWSAlexa/2005-07-11}Security/Signature",
        })
        .generate()?
        .write_to_out_dir()
}
