//! Text as a picture that a camera reads.

use maud::{Markup, PreEscaped, html};
use qrcode::QrCode;
use qrcode::render::svg;

use crate::{Error, Result};

/// The text as a picture, an SVG on a white ground of its own, under a name for whoever does not see it.
pub fn qr(text: &str, name: &str) -> Result<Markup> {
    let code = QrCode::new(text).map_err(|cause| Error::bug(format!("no picture for a camera: {cause}")))?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(232, 232).build();
    // What stands before the first tag belongs to a file of its own, not to a page.
    let picture = drawn.find("<svg").map_or("", |start| &drawn[start..]);
    Ok(html! { div.qr role="img" aria-label=(name) { (PreEscaped(picture)) } })
}
