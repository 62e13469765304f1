//! One connection of one browser: an engine, a socket, and perhaps a microphone and a camera. It runs by itself until it is
//! hung up or dropped.

use super::source::{Kind, Source};
use super::tally::Tally;
use super::{Result, say};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;
use str0m::change::{SdpAnswer, SdpOffer, SdpPendingOffer};
use str0m::format::Codec;
use str0m::media::{Direction, MediaKind, Mid, Pt};
use str0m::net::{Protocol, Receive};
use str0m::rtp::{ExtensionValues, RtpWrite};
use str0m::{Candidate, Event, Input, Output, Rtc};
use tokio::net::UdpSocket;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

const DATAGRAM_MAX: usize = 2_048;
/// Datagrams that are read in one go before what is due is sent.
const IN_ONE_GO: usize = 64;
/// How loud everybody is.
const LEVEL_DBOV: i8 = -30;

/// A browser's connection while it runs. Dropped, it is gone without a word.
pub struct Call {
    orders: mpsc::Sender<Order>,
    task: JoinHandle<()>,
}

enum Order {
    Answered(String),
    Wander(oneshot::Sender<Result<String>>),
    HangUp,
}

impl Call {
    /// A browser that sends, and its offer: with so many places for the voices of others, and as many for their pictures.
    pub async fn offering(at: IpAddr, slots: usize, tally: &Arc<Tally>) -> Result<(Self, String)> {
        let mut caller = Caller::new(at, tally).await?;
        let offer = caller.offer(slots)?;
        Ok((Self::run(caller), offer))
    }

    /// A browser that only receives what it was offered, and its answer.
    pub async fn answering(at: IpAddr, offer: &str, tally: &Arc<Tally>) -> Result<(Self, String)> {
        let mut caller = Caller::new(at, tally).await?;
        let answer = caller.rtc.sdp_api().accept_offer(SdpOffer::from_sdp_string(offer)?)?.to_sdp_string();
        caller.drain(Instant::now())?;
        Ok((Self::run(caller), answer))
    }

    /// Takes the answer to the offer that was made last.
    pub async fn answered(&self, answer: String) -> Result<()> {
        self.order(Order::Answered(answer)).await
    }

    /// Goes to another network, as far as the server can tell; the offer by which it looks for its way from there.
    pub async fn wander(&self) -> Result<String> {
        let (offer, made) = oneshot::channel();
        self.order(Order::Wander(offer)).await?;
        made.await?
    }

    /// Ends it; the server is told.
    pub async fn hang_up(mut self) -> Result<()> {
        self.order(Order::HangUp).await?;
        Ok((&mut self.task).await?)
    }

    fn run(caller: Caller) -> Self {
        let (orders, taken) = mpsc::channel(8);
        let task = tokio::spawn(async move {
            if let Err(cause) = Box::pin(caller.run(taken)).await {
                say(&format!("media: a browser has lost its connection: {cause}"));
            }
        });
        Self { orders, task }
    }

    async fn order(&self, order: Order) -> Result<()> {
        self.orders.send(order).await.map_err(|_| "a browser's connection has ended by itself".into())
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.task.abort();
    }
}

struct Caller {
    rtc: Rtc,
    socket: UdpSocket,
    here: SocketAddr,
    pending: Option<SdpPendingOffer>,
    /// Where the voice and the picture go, of a browser that sends.
    sends: Option<[(Mid, Pt); 2]>,
    /// Begins when the connection stands.
    source: Option<Source>,
    tally: Arc<Tally>,
    due: Instant,
}

impl Caller {
    async fn new(at: IpAddr, tally: &Arc<Tally>) -> Result<Self> {
        let socket = UdpSocket::bind((at, 0)).await?;
        let (here, now) = (socket.local_addr()?, Instant::now());
        let mut rtc =
            Rtc::builder().clear_codecs().enable_opus(true, false).enable_vp8(true).set_rtp_mode(true).build(now);
        rtc.add_local_candidate(Candidate::host(here, "udp")?);
        let tally = Arc::clone(tally);
        Ok(Self { rtc, socket, here, pending: None, sends: None, source: None, tally, due: now })
    }

    fn offer(&mut self, slots: usize) -> Result<String> {
        let mut change = self.rtc.sdp_api();
        let kinds = [MediaKind::Audio, MediaKind::Video];
        let mids = kinds.map(|kind| change.add_media(kind, Direction::SendOnly, None, None, None));
        for kind in kinds {
            for _ in 0..slots {
                change.add_media(kind, Direction::RecvOnly, None, None, None);
            }
        }
        let (offer, pending) = change.apply().ok_or("a browser has nothing to offer")?;
        self.pending = Some(pending);
        self.sends = Some([(mids[0], self.codec(Codec::Opus)?), (mids[1], self.codec(Codec::Vp8)?)]);
        Ok(offer.to_sdp_string())
    }

    fn codec(&self, codec: Codec) -> Result<Pt> {
        let known = self.rtc.codec_config().find(|params| params.spec().codec == codec);
        Ok(known.ok_or("a browser lacks a codec")?.pt())
    }

    async fn run(mut self, mut orders: mpsc::Receiver<Order>) -> Result<()> {
        let mut buffer = vec![0; DATAGRAM_MAX];
        while self.rtc.is_alive() {
            let due = self.work(Instant::now())?;
            tokio::select! {
                biased;
                order = orders.recv() => match order {
                    Some(order) => self.obey(order).await?,
                    None => return Ok(()),
                },
                came = self.socket.recv_from(&mut buffer) => {
                    if let Ok((length, from)) = came {
                        self.take(&buffer[..length], from)?;
                        self.take_more(&mut buffer)?;
                    }
                }
                () = tokio::time::sleep_until(due.into()) => {}
            }
        }
        Ok(())
    }

    async fn obey(&mut self, order: Order) -> Result<()> {
        match order {
            Order::Answered(answer) => {
                let pending = self.pending.take().ok_or("a browser was answered and had not asked")?;
                self.rtc.sdp_api().accept_answer(pending, SdpAnswer::from_sdp_string(&answer)?)?;
            }
            Order::Wander(offer) => {
                let made = self.wander().await;
                let _ = offer.send(made);
            }
            Order::HangUp => self.rtc.close()?,
        }
        self.drain(Instant::now())
    }

    async fn wander(&mut self) -> Result<String> {
        let socket = UdpSocket::bind((self.here.ip(), 0)).await?;
        let before = Candidate::host(self.here, "udp")?;
        self.rtc.direct_api().invalidate_candidate(&before);
        self.here = socket.local_addr()?;
        self.socket = socket;
        self.rtc.add_local_candidate(Candidate::host(self.here, "udp")?);
        let mut change = self.rtc.sdp_api();
        change.ice_restart(true);
        let (offer, pending) = change.apply().ok_or("a browser has nothing to offer")?;
        self.pending = Some(pending);
        Ok(offer.to_sdp_string())
    }

    fn take_more(&mut self, buffer: &mut [u8]) -> Result<()> {
        for _ in 0..IN_ONE_GO {
            let Ok((length, from)) = self.socket.try_recv_from(buffer) else { break };
            self.take(&buffer[..length], from)?;
        }
        Ok(())
    }

    fn take(&mut self, bytes: &[u8], from: SocketAddr) -> Result<()> {
        let now = Instant::now();
        let Ok(contents) = Receive::new(Protocol::Udp, from, self.here, bytes) else { return Ok(()) };
        let input = Input::Receive(now, contents);
        if self.rtc.accepts(&input) {
            self.rtc.handle_input(input)?;
        }
        self.drain(now)
    }

    /// Does what is due; when there is more to do.
    fn work(&mut self, now: Instant) -> Result<Instant> {
        if self.due <= now {
            self.turn(now)?;
        }
        while let Some(source) = &mut self.source {
            let Some(packet) = source.next(now) else { return Ok(self.due.min(source.due())) };
            let Some([voice, picture]) = self.sends else { break };
            let (mid, codec) = if packet.kind == Kind::Voice { voice } else { picture };
            let is_picture = packet.kind == Kind::Picture;
            let level = (!is_picture).then_some(LEVEL_DBOV);
            let values = ExtensionValues { audio_level: level, ..ExtensionValues::default() };
            let write = RtpWrite::new(codec, packet.seq.into(), packet.time, now, packet.payload)
                .marker(packet.marker)
                .nackable(is_picture)
                .ext_vals(values);
            self.rtc.direct_api().stream_tx_by_mid(mid, None).ok_or("a browser has lost a line")?.write_rtp(write);
            self.drain(now)?;
            self.turn(now)?;
        }
        Ok(self.due)
    }

    fn turn(&mut self, now: Instant) -> Result<()> {
        self.rtc.handle_input(Input::Timeout(now))?;
        self.drain(now)
    }

    fn drain(&mut self, now: Instant) -> Result<()> {
        loop {
            match self.rtc.poll_output()? {
                Output::Timeout(due) => {
                    self.due = due;
                    return Ok(());
                }
                // What finds no room in the socket is lost, as on any way.
                Output::Transmit(sent) => {
                    let _ = self.socket.try_send_to(&sent.contents, sent.destination);
                }
                Output::Event(event) => self.hear(&event, now),
            }
        }
    }

    fn hear(&mut self, event: &Event, now: Instant) {
        match event {
            Event::Connected => self.source = self.sends.map(|_| Source::begin(now)),
            Event::RtpPacket(packet) if !packet.payload.is_empty() => self.tally.got_one(),
            Event::KeyframeRequest(_) => {
                if let Some(source) = &mut self.source {
                    source.ask_for_key();
                }
            }
            _ => {}
        }
    }
}
