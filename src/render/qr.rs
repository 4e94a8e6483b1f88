//! The portal's address as a QR code, for the printed charter and the poster. The only file that names `fast_qr`.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// Light modules around the code, as the standard asks (ISO/IEC 18004).
const MARGIN: usize = 4;

/// An address as a picture (SVG) that can also stand in a page: one path on a white ground, whatever lies behind it.
///
/// # Panics
/// When the address is longer than 2,000 bytes.
pub(super) fn svg(address: &str) -> String {
    // A sheet on a wall gets dirty and torn: 15 % of the code may be lost.
    let code = QRBuilder::new(address).ecl(ECL::M).build();
    let code = code.expect("the host of a portal is far shorter than what a code can hold");
    let width = code.size + 2 * MARGIN;
    let mut path = String::with_capacity(4096);
    for row in 0..code.size {
        let dark = |column: usize| column < code.size && code[row][column].value();
        let mut column = 0;
        while column < code.size {
            let start = column;
            while dark(column) {
                column += 1;
            }
            if column > start {
                let (x, y, run) = (start + MARGIN, row + MARGIN, column - start);
                write!(path, "M{x} {y}h{run}v1h-{run}z")
                    .expect("writing into a String does not fail");
            } else {
                column += 1;
            }
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {width}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{width}v{width}H0z\"/><path d=\"{path}\"/></svg>\n"
    )
}
