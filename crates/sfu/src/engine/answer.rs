//! From a browser's offer to our answer: full ICE, DTLS, Opus and VP8, nothing else.

use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use str0m::bwe::Bitrate;
use str0m::change::SdpOffer;
use str0m::format::{Codec, FormatParams};
use str0m::media::{Frequency, Mid, Pt};
use str0m::rtp::{Extension, ExtensionMap};
use str0m::{Candidate, Rtc};

use super::{Heard, Line, Rids};
use crate::Refusal;
use crate::act::Consent;
use crate::offer::Offer;
use crate::seat::Kind;

/// Our own number for Opus; the browser's is taken over from its offer.
const OPUS: Pt = Pt::new_with_value(111);
/// What a line is thought to carry before anything is known.
const ESTIMATE_FIRST_KBPS: u64 = 1_000;

impl Line {
    /// Makes a connection for an offer, and the answer to it.
    pub(crate) fn answer(
        offer: &Offer,
        text: &str,
        addresses: &[SocketAddr],
        consent: Consent,
        now: Instant,
        heard: &mut Vec<Heard>,
    ) -> Result<(Self, String), Refusal> {
        let mut line = Self::new(offer, addresses, consent, now, heard)?;
        let answer = line.accept(text, now, heard)?;
        line.codecs = [line.codec(Kind::Audio, Codec::Opus), line.codec(Kind::Video, Codec::Vp8)];
        let has_pictures = line.sources[1].is_some() || !line.slots[1].is_empty();
        match line.codecs {
            [Some(_), Some(_)] => {}
            [Some(_), None] if !has_pictures => {}
            _ => return Err(Refusal::NoCodec),
        }
        Ok((line, answer))
    }

    /// Takes a further offer of the same connection: the browser has changed its network and looks for a new way.
    pub(crate) fn again(&mut self, text: &str, now: Instant, heard: &mut Vec<Heard>) -> Result<String, Refusal> {
        self.accept(text, now, heard)
    }

    fn new(
        offer: &Offer,
        addresses: &[SocketAddr],
        consent: Consent,
        now: Instant,
        heard: &mut Vec<Heard>,
    ) -> Result<Self, Refusal> {
        let mut config = Rtc::builder()
            .clear_codecs()
            .enable_vp8(true)
            .set_rtp_mode(true)
            .set_ice_lite(false)
            .set_stats_interval(None)
            .set_extension_map(extensions(consent))
            .enable_bwe(Some(Bitrate::kbps(ESTIMATE_FIRST_KBPS)));
        config.codec_config().add_config(OPUS, None, Codec::Opus, Frequency::FORTY_EIGHT_KHZ, Some(2), speech());
        let rtc = catch_unwind(AssertUnwindSafe(|| config.build(now))).map_err(|_| Refusal::Engine)?;
        let mids = |names: &Vec<String>| names.iter().map(|name| Mid::from(name.as_str())).collect();
        let mut line = Self {
            rtc,
            due: now,
            identity: offer.identity.clone(),
            ufrag: String::new(),
            slots: offer.slots.each_ref().map(mids),
            sources: offer.sources.each_ref().map(|name| name.as_deref().map(Mid::from)),
            rids: Rids::default(),
            codecs: [None, None],
            streams: Vec::new(),
            broken: None,
        };
        for address in addresses {
            let candidate = Candidate::host(*address, "udp").map_err(|_| Refusal::Engine)?;
            let add = |line: &mut Self| {
                line.rtc.add_local_candidate(candidate);
                Ok(())
            };
            line.step(now, heard, add).map_err(|_| Refusal::Engine)?;
        }
        Ok(line)
    }

    fn accept(&mut self, text: &str, now: Instant, heard: &mut Vec<Heard>) -> Result<String, Refusal> {
        let read = catch_unwind(AssertUnwindSafe(|| SdpOffer::from_sdp_string(text)));
        let offer = read.ok().and_then(Result::ok).ok_or(Refusal::OfferUnreadable)?;
        let mut answer = None;
        let accept = |line: &mut Self| {
            answer = Some(line.rtc.sdp_api().accept_offer(offer)?.to_sdp_string());
            Ok(())
        };
        self.step(now, heard, accept).map_err(|_| Refusal::Engine)?;
        self.ufrag = self.rtc.direct_api().local_ice_credentials().ufrag;
        self.rids = self.camera_layers();
        self.tick(now, heard).map_err(|_| Refusal::Engine)?;
        answer.ok_or(Refusal::OfferUnreadable)
    }

    fn camera_layers(&self) -> Rids {
        let media = self.sources[1].and_then(|mid| self.rtc.media(mid));
        match media.map(str0m::media::Media::rids_rx) {
            Some(str0m::media::Rids::Specific(rids)) => Rids(rids.clone()),
            _ => Rids::default(),
        }
    }

    /// The number under which this browser knows a codec.
    fn codec(&self, kind: Kind, codec: Codec) -> Option<Pt> {
        let mids = self.slots[kind as usize].iter().chain(&self.sources[kind as usize]);
        let offered: Vec<Pt> =
            mids.filter_map(|mid| self.rtc.media(*mid)).flat_map(|m| m.remote_pts().to_vec()).collect();
        let mut ours = self.rtc.codec_config().iter().filter(|params| params.spec().codec == codec);
        ours.find(|params| offered.contains(&params.pt())).map(str0m::format::PayloadParams::pt)
    }
}

/// Opus as speech needs it: each packet helps to mend the one before, and silence takes next to nothing.
fn speech() -> FormatParams {
    FormatParams { min_p_time: Some(10), use_inband_fec: Some(true), use_dtx: Some(true), ..FormatParams::default() }
}

/// The extensions of packets that we understand. How loud somebody is can be read by anybody on the way, so a member who does
/// not want to be counted is not asked to say it.
fn extensions(consent: Consent) -> ExtensionMap {
    let mut map = ExtensionMap::empty();
    if consent == Consent::Agreed {
        map.set(1, Extension::AudioLevel);
    }
    map.set(2, Extension::AbsoluteSendTime);
    map.set(3, Extension::TransportSequenceNumber);
    map.set(4, Extension::RtpMid);
    map.set(10, Extension::RtpStreamId);
    map.set(11, Extension::RepairedRtpStreamId);
    map.set(13, Extension::VideoOrientation);
    map
}
