//! A document item by item, as it comes from a source.

mod buffer;
mod origin;
mod scanner;
mod stream;
mod walk;

pub(crate) use origin::Origin;

use std::collections::VecDeque;
use std::fmt;
use std::io::BufRead;
use std::iter::FusedIterator;

use super::{ReadError, ReadOptions};
use crate::codec::ReadXml;
use crate::{Element, QName};
use stream::Stream;

/// Reads the items of a list one by one, tolerantly, in memory that does not grow with the list:
/// see [`Items`].
///
/// The root element is to be `E`. `path` has the names of the elements below it, down to the one
/// that is repeated, and `T` is that one's type: a generated type, or [`RawXml`](super::RawXml) for
/// the element as text. Where an element of the path stands more than once, the items in all of
/// them are read.
///
/// ```
/// # use wsdl2rs_runtime::codec::{Binding, Tag};
/// # use wsdl2rs_runtime::value::Decimal;
/// # mod elements { pub struct Prices; }
/// # impl wsdl2rs_runtime::Element for elements::Prices {
/// #     type Value = Decimal;
/// #     const NAME: QName = QName::from_static("urn:quotes", "Prices");
/// #     const BINDING: Binding = Binding {
/// #         namespaces: &["urn:quotes"],
/// #         namespace: xml::FIRST_GENERATED,
/// #         tag: &Tag { start: "<q:Prices>", end: "</q:Prices>" },
/// #         declarations: " xmlns:q=\"urn:quotes\"",
/// #     };
/// # }
/// use wsdl2rs_runtime::{QName, xml};
///
/// // Any `BufRead`, such as a `BufReader` of a file.
/// let source = "<Prices xmlns='urn:quotes'>
///     <Day><Price>9.50</Price><Price>9.75</Price></Day>
///     <Day><Price>ten</Price><Price>10</Price></Day>
/// </Prices>".as_bytes();
///
/// let path = ["Day", "Price"].map(|name| QName::from_static("urn:quotes", name));
/// let (mut sum, mut faults) = (0.0, Vec::new());
/// for price in xml::items::<elements::Prices, f64>(source, path) {
///     match price {
///         Ok(price) => sum += price,
///         // The rest of the list is still read.
///         Err(error) => faults.push(error.to_string()),
///     }
/// }
/// assert_eq!(sum, 29.25);
/// assert_eq!(faults.len(), 1);
/// assert!(faults[0].starts_with("/Prices/Day[2]/Price[1], line 3, column 17: \"ten\" is not"));
/// ```
pub fn items<E: Element, T: ReadXml>(
    source: impl BufRead,
    path: impl IntoIterator<Item = QName>,
) -> Items<T, impl BufRead> {
    Items::new::<E>(source, path, &ReadOptions::default())
}

/// Reads the items of a list one by one, as [`items`] does.
pub fn items_with<E: Element, T: ReadXml>(
    source: impl BufRead,
    path: impl IntoIterator<Item = QName>,
    options: &ReadOptions,
) -> Items<T, impl BufRead> {
    Items::new::<E>(source, path, options)
}

/// The items of a list, read from a source when they are asked for.
///
/// **Memory.** What is held is the part of the document that has come and is not complete, the
/// values of at most about 64 KiB of the document that have been read and not asked for, and the
/// start tags of the elements around the items. An element that does not lead to items is complete
/// when its end has come, as an item is. `Limits::decoded_body` limits the size of one of them,
/// with the text before it, and of one start tag.
///
/// **Limits.** All other limits of a document hold as well, those that count (`elements`,
/// `raw_xml`, `distinct_namespaces`) for one item and what is around it. The document has any size,
/// and the elements on the path have any number of `children`: where that is to be limited, limit
/// the source (by [`Read::take`](std::io::Read::take)) or the number of items (by
/// [`Iterator::take`]).
///
/// **Checks.** The whole document is checked to be well-formed, to its end if the items are asked
/// for to the end. What stands around the items is not compared with the schema: other elements are
/// passed over in strict reading too, and reported to
/// [`on_skipped`](ReadOptions::on_skipped) in tolerant reading. So a path that leads nowhere gives
/// no item, and no error.
///
/// **Encoding.** UTF-8, with a byte order mark or without. ASCII is read where the document
/// declares ISO-8859-1, windows-1252 or US-ASCII. UTF-16 is refused.
///
/// **Errors.** Places are those of the whole document. An item that is well-formed and no value of
/// its type is an error, and the next item comes after it. After any other error, that of the
/// source included, there is no item more.
pub struct Items<T, R> {
    source: R,
    stream: Stream,
    /// What has been read and not asked for.
    read: VecDeque<Result<T, ReadError>>,
}

impl<T: ReadXml, R: BufRead> Items<T, R> {
    /// The items that [`items_with`] reads; here the type of the source is known by name.
    pub fn new<E: Element>(
        source: R,
        path: impl IntoIterator<Item = QName>,
        options: &ReadOptions,
    ) -> Self {
        let steps = std::iter::once(E::NAME).chain(path).collect();
        let stream = Stream::new(steps, E::BINDING.namespaces, options);
        Self { source, stream, read: VecDeque::new() }
    }
}

impl<T: ReadXml, R: BufRead> Iterator for Items<T, R> {
    type Item = Result<T, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let Self { source, stream, read } = self;
        while read.is_empty() && !stream.is_done() {
            let advanced = stream.advance(source, &mut |reader| {
                let mut item = T::blank();
                item.read(reader)?;
                read.push_back(Ok(item));
                Ok(())
            });
            if let Err(error) | Ok(Some(error)) = advanced {
                read.push_back(Err(error));
            }
        }
        read.pop_front()
    }
}

impl<T: ReadXml, R: BufRead> FusedIterator for Items<T, R> {}

impl<T, R> fmt::Debug for Items<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("stream", &self.stream).finish_non_exhaustive()
    }
}
