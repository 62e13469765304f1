//! One member's camera or microphone as the server sees it: which layers come, how much each weighs, when a key frame was asked.

use std::time::{Duration, Instant};

use crate::packet::Head;
use crate::seat::{LAYERS_MAX, Layer};

/// A layer from which nothing has come for so long is not there.
const QUIET: Duration = Duration::from_millis(1_500);
/// A weight is taken over at least this long.
const WINDOW: Duration = Duration::from_millis(500);
/// At most one request for a key frame of a layer in this time.
pub(crate) const KEY_FRAME_EVERY: Duration = Duration::from_millis(500);

/// The weight of each layer that is coming, in kbit/s.
pub(crate) type Rates = [Option<u32>; LAYERS_MAX];

#[derive(Debug, Default)]
pub(crate) struct Source {
    layers: [Stream; LAYERS_MAX],
}

#[derive(Debug, Default)]
struct Stream {
    since: Option<Instant>,
    bytes: usize,
    rate_kbps: u32,
    came: Option<Instant>,
    asked: Option<Instant>,
}

impl Source {
    /// Counts a packet.
    pub(crate) fn came(&mut self, head: &Head) {
        self.layers[head.layer.place()].came(head);
    }

    /// Which layers are coming, and how much they weigh.
    pub(crate) fn rates(&self, now: Instant) -> Rates {
        self.layers.each_ref().map(|stream| stream.is_coming(now).then(|| stream.rate_kbps.max(1)))
    }

    /// Whether anything of it has come lately.
    pub(crate) fn is_coming(&self, now: Instant) -> bool {
        self.layers.iter().any(|stream| stream.is_coming(now))
    }

    /// Whether a key frame of this layer may be asked for now; a yes is a request that counts.
    pub(crate) fn may_ask(&mut self, layer: Layer, now: Instant) -> bool {
        let asked = &mut self.layers[layer.place()].asked;
        let may = asked.is_none_or(|asked| now.saturating_duration_since(asked) >= KEY_FRAME_EVERY);
        if may {
            *asked = Some(now);
        }
        may
    }
}

impl Stream {
    fn came(&mut self, head: &Head) {
        let since = *self.since.get_or_insert(head.at);
        let gone = head.at.saturating_duration_since(since);
        if gone >= WINDOW {
            self.rate_kbps = rate_kbps(self.bytes, gone);
            (self.since, self.bytes) = (Some(head.at), 0);
        }
        self.bytes += head.bytes;
        self.came = Some(head.at);
    }

    fn is_coming(&self, now: Instant) -> bool {
        self.came.is_some_and(|came| now.saturating_duration_since(came) < QUIET)
    }
}

fn rate_kbps(bytes: usize, gone: Duration) -> u32 {
    let bits = u128::try_from(bytes).unwrap_or(u128::MAX).saturating_mul(8);
    u32::try_from(bits / gone.as_millis().max(1)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packet::{Picture, Start};
    use crate::seat::Kind;

    fn head(layer: Layer, at: Instant) -> Head {
        Head {
            kind: Kind::Video,
            layer,
            stream: 1,
            seq: 1,
            time: 0,
            marker: true,
            start: Start::Later,
            picture: Picture::default(),
            bytes: 1_250,
            level_dbov: None,
            at,
        }
    }

    #[test]
    fn a_layer_weighs_what_came_and_is_gone_when_nothing_comes() {
        let began = Instant::now();
        let mut source = Source::default();
        let large = Layer::at(1).unwrap();
        let at = |ms: u64| began + Duration::from_millis(ms);
        (0..=100).for_each(|packet| source.came(&head(large, at(packet * 20))));
        assert_eq!(source.rates(at(2_000)), [None, Some(500), None], "1,250 bytes fifty times a second");
        assert_eq!(source.rates(at(3_499)), [None, Some(500), None]);
        assert_eq!(source.rates(at(3_500)), [None; 3]);
    }

    #[test]
    fn a_key_frame_is_asked_for_twice_a_second_at_most_for_each_layer() {
        let began = Instant::now();
        let mut source = Source::default();
        let asked = |source: &mut Source, layer, ms| source.may_ask(layer, began + Duration::from_millis(ms));
        assert!(asked(&mut source, Layer::SMALLEST, 0));
        assert!(!asked(&mut source, Layer::SMALLEST, 499));
        assert!(asked(&mut source, Layer::at(1).unwrap(), 499), "another layer is another matter");
        assert!(asked(&mut source, Layer::SMALLEST, 500));
    }
}
