//! Sound and pictures of live rooms on their way: one UDP socket and one thread that drives the engine.
//!
//! Nothing of it is kept: a datagram comes in, and others go out. A thread that fails takes its rooms' connections with it and
//! nothing else; the next offer begins a new one. What waits for the thread is bounded, and so is what it tells.

mod worker;

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::{Mutex, PoisonError};

use ::floor::Seat;
use sfu::levels::Talk;
use sfu::{Act, Consent, Refusal, RoomId, Told};
use tokio::sync::{mpsc, oneshot};

use worker::Worker;

/// Orders that may wait for the thread: some for each seat of some dozen rooms.
const ORDERS_MAX: usize = 1_024;

/// Why the media did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Faulty {
    /// The engine says no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The thread is gone, or its socket cannot be had.
    #[error("sound and pictures are out of order")]
    Gone,
}

/// Something asked of the thread, each with the way back for its answer.
pub enum Order {
    /// A room opens; what happens to its connections is told there.
    Open(RoomId, mpsc::Sender<Told>, oneshot::Sender<Result<(), Refusal>>),
    /// An offer to answer.
    Join(RoomId, Seat, Asked, oneshot::Sender<Result<String, Refusal>>),
    /// A connection ends; the seat can be taken again.
    Leave(RoomId, Seat),
    /// Whatever may be asked while it goes on.
    Act(RoomId, Act),
    /// Talk time so far.
    Talk(RoomId, oneshot::Sender<Result<Talk, Refusal>>),
    /// A room closes.
    Close(RoomId, oneshot::Sender<Result<Talk, Refusal>>),
}

/// An offer, and whether its member's talk is counted.
pub struct Asked {
    /// The browser's description of its connection.
    pub offer: String,
    /// Whether its member agreed to be counted.
    pub consent: Consent,
}

/// The way to the thread, which begins when it is first needed.
pub struct Media {
    listen: SocketAddr,
    public: Vec<IpAddr>,
    running: Mutex<Option<mpsc::Sender<Order>>>,
}

impl Media {
    /// Nothing runs yet. `listen` is where the socket will be, `public` by which addresses browsers reach it, if not by that one.
    pub fn new(listen: SocketAddr, public: Vec<IpAddr>) -> Self {
        Self { listen, public, running: Mutex::default() }
    }

    /// Opens a room, if it is not open.
    pub async fn open(&self, room: RoomId, events: mpsc::Sender<Told>) -> Result<(), Faulty> {
        let (answer, answered) = oneshot::channel();
        self.send(Order::Open(room, events, answer)).await?;
        match answered.await.map_err(|_| Faulty::Gone)? {
            Ok(()) | Err(Refusal::RoomOpen) => Ok(()),
            Err(refusal) => Err(refusal.into()),
        }
    }

    /// Answers an offer.
    pub async fn join(&self, room: RoomId, seat: Seat, asked: Asked) -> Result<String, Faulty> {
        let (answer, answered) = oneshot::channel();
        self.send(Order::Join(room, seat, asked, answer)).await?;
        Ok(answered.await.map_err(|_| Faulty::Gone)??)
    }

    /// Talk time so far.
    pub async fn talk(&self, room: RoomId) -> Result<Talk, Faulty> {
        let (answer, answered) = oneshot::channel();
        self.send(Order::Talk(room, answer)).await?;
        Ok(answered.await.map_err(|_| Faulty::Gone)??)
    }

    /// Closes a room; what was counted of it.
    pub async fn close(&self, room: RoomId) -> Result<Talk, Faulty> {
        let (answer, answered) = oneshot::channel();
        self.send(Order::Close(room, answer)).await?;
        Ok(answered.await.map_err(|_| Faulty::Gone)??)
    }

    /// Asks something that has no answer, or one with a way back of its own.
    pub async fn send(&self, order: Order) -> Result<(), Faulty> {
        let orders = self.orders()?;
        orders.send(order).await.map_err(|_| Faulty::Gone)
    }

    /// The thread's orders; a thread that is gone is begun anew.
    fn orders(&self) -> Result<mpsc::Sender<Order>, Faulty> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(orders) = running.as_ref().filter(|orders| !orders.is_closed()) {
            return Ok(orders.clone());
        }
        let (orders, taken) = mpsc::channel(ORDERS_MAX);
        self.begin(taken).map_err(|cause| {
            tracing::error!(%cause, address = %self.listen, "sound and pictures of live rooms are out of order");
            Faulty::Gone
        })?;
        *running = Some(orders.clone());
        Ok(orders)
    }

    fn begin(&self, orders: mpsc::Receiver<Order>) -> std::io::Result<()> {
        let socket = UdpSocket::bind(self.listen)?;
        socket.set_nonblocking(true)?;
        let here = reached_at(socket.local_addr()?, &self.public);
        let work = move || Worker::new(here).run(socket, orders);
        std::thread::Builder::new().name("media".to_owned()).spawn(work).map(drop)
    }
}

/// The addresses by which browsers reach a socket. One that listens on every address and was not told how it is reached is
/// reached by this machine alone.
fn reached_at(bound: SocketAddr, public: &[IpAddr]) -> Vec<SocketAddr> {
    let own = match bound.ip() {
        IpAddr::V4(address) if address.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(address) if address.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        address => address,
    };
    let named: BTreeSet<IpAddr> = public.iter().copied().collect();
    let addresses = if named.is_empty() { BTreeSet::from([own]) } else { named };
    addresses.into_iter().map(|address| SocketAddr::new(address, bound.port())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_socket_is_reached_where_it_was_told_or_where_it_is_bound() {
        let at = |text: &str| text.parse::<SocketAddr>().expect("an address");
        let named: Vec<IpAddr> = vec!["203.0.113.9".parse().expect("an address")];
        assert_eq!(reached_at(at("192.0.2.7:3478"), &[]), [at("192.0.2.7:3478")]);
        assert_eq!(reached_at(at("0.0.0.0:3478"), &[]), [at("127.0.0.1:3478")]);
        assert_eq!(reached_at(at("0.0.0.0:3478"), &named), [at("203.0.113.9:3478")]);
    }

    #[tokio::test]
    async fn a_room_opens_closes_and_refuses_what_is_no_offer() {
        let media = Media::new(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), Vec::new());
        let (room, (events, _told)) = (RoomId(7), mpsc::channel(8));
        media.open(room, events.clone()).await.expect("it opens");
        media.open(room, events).await.expect("it stays open");
        let asked = |offer: String| Asked { offer, consent: Consent::Refused };
        let huge = media.join(room, Seat(1), asked("x".repeat(sfu::OFFER_BYTES_MAX + 1))).await;
        assert_eq!(huge, Err(Faulty::Refused(Refusal::OfferTooLarge)));
        let odd = media.join(room, Seat(1), asked("v=0".to_owned())).await;
        assert_eq!(odd, Err(Faulty::Refused(Refusal::OfferUnreadable)));
        media.close(room).await.expect("it closes");
        assert_eq!(media.talk(room).await, Err(Faulty::Refused(Refusal::NoRoom)));
    }

    #[tokio::test]
    async fn an_address_that_cannot_be_had_is_said_and_harms_nobody() {
        let taken = UdpSocket::bind("127.0.0.1:0").expect("a socket");
        let media = Media::new(taken.local_addr().expect("its address"), Vec::new());
        assert_eq!(media.open(RoomId(7), mpsc::channel(1).0).await, Err(Faulty::Gone));
    }
}
