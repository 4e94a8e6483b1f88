//! The portal's address as a QR code, for the printed charter and the poster. The only file that names `fast_qr`.

use fast_qr::{ECL, QRBuilder};

/// Light modules around the code, as the standard asks (ISO/IEC 18004).
const MARGIN: usize = 4;

/// An address as a picture (SVG) that can also stand in a page: lines of dark modules on a white ground, whatever lies
/// behind it.
///
/// # Panics
/// When the address is longer than 2,000 bytes.
pub(super) fn svg(address: &str) -> String {
    // A sheet on a wall gets dirty and torn: 15 % of the code may be lost.
    let code = QRBuilder::new(address).ecl(ECL::M).build();
    let code = code.expect("the host of a portal is far shorter than what a code can hold");
    let width = code.size + 2 * MARGIN;
    let mut lines = String::with_capacity(3072);
    for row in 0..code.size {
        // A line is as thick as a module, so it lies in the middle of its row.
        let mut reached = None;
        let mut column = 0;
        while column < code.size {
            let start = column;
            while column < code.size && code[row][column].value() {
                column += 1;
            }
            if column == start {
                column += 1;
                continue;
            }
            match reached {
                None => {
                    lines.push('M');
                    push(&mut lines, start + MARGIN);
                    lines.push(' ');
                    push(&mut lines, row + MARGIN);
                    lines.push_str(".5h");
                }
                Some(end) => {
                    lines.push('m');
                    push(&mut lines, start - end);
                    lines.push_str(" 0h");
                }
            }
            push(&mut lines, column - start);
            reached = Some(column);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {width}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{width}v{width}H0z\"/><path stroke=\"#000\" d=\"{lines}\"/></svg>\n"
    )
}

/// Writes a number; `write!` takes ten times as long, and there are hundreds of them.
fn push(text: &mut String, number: usize) {
    if number >= 10 {
        push(text, number / 10);
    }
    text.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or(0)));
}
