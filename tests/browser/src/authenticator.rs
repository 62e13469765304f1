//! The app on a phone that shows a code of six digits, as RFC 6238 tells.

use crate::{Outcome, Tab, said};

/// The browser's own cryptography, so that no other is needed to prove ours.
const CODE: &str = "const done = arguments[arguments.length - 1];
    const letters = document.querySelector('p code').textContent.replaceAll(' ', '');
    const bits = [...letters].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
    const secret = Uint8Array.from(bits.match(/.{8}/g), byte => parseInt(byte, 2));
    const step = new DataView(new ArrayBuffer(8));
    step.setUint32(4, Math.floor(Date.now() / 30000));
    const hmac = { name: 'HMAC', hash: 'SHA-1' };
    crypto.subtle.importKey('raw', secret, hmac, false, ['sign'])
        .then(key => crypto.subtle.sign('HMAC', key, step.buffer))
        .then(signed => {
            const view = new DataView(signed);
            const number = view.getUint32(view.getUint8(19) & 15) & 0x7fffffff;
            done(String(number % 1000000).padStart(6, '0'));
        }, cause => done('the browser refused: ' + cause))";

impl Tab {
    /// The code for the letters that the page shows.
    pub async fn code_of_app(&self) -> Outcome<String> {
        let code = said(self.client.execute_async(CODE, Vec::new()).await, "working out a code")?;
        Ok(code.as_str().unwrap_or_default().to_owned())
    }
}
