//! What a page weighs on its way.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

/// How many bytes a server sends.
pub(crate) fn gzip(bytes: &[u8]) -> usize {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory").len()
}
