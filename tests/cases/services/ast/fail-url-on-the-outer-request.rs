//! The mistake of 2007: the members of the inner Request on the outer one, and the inner one
//! left empty.

use cases::services::ast::{ThumbnailRequest, ThumbnailRequestRequest};

fn main() {
    let _ = ThumbnailRequest {
        url: "www.alexa.com".to_owned(),
        aws_access_key_id: "1234567890ABCDFGHIJ".to_owned(),
        timestamp: "2006-01-01T00:00:00.000Z".to_owned(),
        signature: "CekuNgi1Tg4AoXNgnQ6Ic4rAkPI=".to_owned(),
        request: [ThumbnailRequestRequest {}].into(),
    };
}
