//! And no credentials in the message.

use cases::services::ast::ThumbnailRequestRequest;

fn main() {
    let _ = ThumbnailRequestRequest::new("www.alexa.com").with_signature("CekuNgi1Tg4AoXNgnQ6Ic4rAkPI=");
}
