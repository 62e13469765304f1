//! Sound and pictures of live rooms on their way: one thread that drives the engine, and its UDP socket, or one for each
//! address by which browsers reach this machine.
//!
//! Nothing of it is kept: a datagram comes in, and others go out. A thread that fails takes its rooms' connections with it and
//! nothing else; the next offer begins a new one. What waits for the thread is bounded, and so is what it tells.

mod worker;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::{Mutex, PoisonError};

use ::floor::Seat;
use sfu::levels::Talk;
use sfu::{Act, Consent, Joined, Refusal, RoomId, Told};
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
    Join(RoomId, Seat, Asked, oneshot::Sender<Result<Joined, Refusal>>),
    /// A connection ends, if there is one; the seat can be taken again.
    Leave(RoomId, Seat),
    /// A connection ends for as long as the room is open.
    Remove(RoomId, Seat),
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

    /// Answers an offer; from then on nothing is told of any connection of this seat before it.
    pub async fn join(&self, room: RoomId, seat: Seat, asked: Asked) -> Result<Joined, Faulty> {
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
        let ears = ears(self.listen, &self.public)?;
        let work = move || Worker::new(&ears).run(ears, orders);
        std::thread::Builder::new().name("media".to_owned()).spawn(work).map(drop)
    }
}

/// A socket, and the addresses by which browsers reach it: one of each kind at most, since a datagram does not say to which it
/// was sent.
struct Ear {
    socket: UdpSocket,
    here: Vec<SocketAddr>,
}

/// The sockets. Where this machine has several addresses of a kind itself, each has its own.
fn ears(listen: SocketAddr, public: &[IpAddr]) -> std::io::Result<Vec<Ear>> {
    if listen.ip().is_unspecified() && has_several(public) {
        match public.iter().map(|address| ear_at(*address, listen.port())).collect() {
            Ok(ears) => return Ok(ears),
            Err(cause) => tracing::warn!(
                %cause,
                "not every public address is one of this machine's own: browsers are told the first of each kind alone"
            ),
        }
    }
    let socket = bind(listen)?;
    let here = reached_at(socket.local_addr()?, public);
    Ok(vec![Ear { socket, here }])
}

fn ear_at(address: IpAddr, port: u16) -> std::io::Result<Ear> {
    let socket = bind(SocketAddr::new(address.to_canonical(), port))?;
    let here = vec![socket.local_addr()?];
    Ok(Ear { socket, here })
}

fn bind(address: SocketAddr) -> std::io::Result<UdpSocket> {
    let socket = UdpSocket::bind(address)?;
    socket.set_nonblocking(true)?;
    Ok(socket)
}

fn has_several(public: &[IpAddr]) -> bool {
    let short = public.iter().filter(|address| address.to_canonical().is_ipv4()).count();
    short > 1 || public.len() - short > 1
}

/// The addresses by which browsers reach a socket, the first of each kind. One that listens on every address and was not told
/// how it is reached is reached by this machine alone; one of the long kind that listens on every address is reached by short
/// ones too.
fn reached_at(bound: SocketAddr, public: &[IpAddr]) -> Vec<SocketAddr> {
    let own = match bound.ip() {
        IpAddr::V4(address) if address.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(address) if address.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        address => address,
    };
    let named = || public.iter().map(IpAddr::to_canonical);
    let short = named().find(IpAddr::is_ipv4);
    let long = named().find(IpAddr::is_ipv6).filter(|_| bound.is_ipv6());
    let named: Vec<IpAddr> = short.into_iter().chain(long).collect();
    let addresses = if named.is_empty() { vec![own] } else { named };
    addresses.into_iter().map(|address| SocketAddr::new(address, bound.port())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> SocketAddr {
        text.parse().expect("an address")
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn a_socket_is_reached_where_it_was_told_or_where_it_is_bound() {
        let named = [ip("203.0.113.9")];
        assert_eq!(reached_at(at("192.0.2.7:3478"), &[]), [at("192.0.2.7:3478")]);
        assert_eq!(reached_at(at("0.0.0.0:3478"), &[]), [at("127.0.0.1:3478")]);
        assert_eq!(reached_at(at("[::]:3478"), &[]), [at("[::1]:3478")]);
        assert_eq!(reached_at(at("0.0.0.0:3478"), &named), [at("203.0.113.9:3478")]);
    }

    #[test]
    fn a_socket_of_both_kinds_is_reached_by_one_of_each() {
        let named = [ip("::ffff:203.0.113.9"), ip("203.0.113.10"), ip("2001:db8::9"), ip("2001:db8::10")];
        assert_eq!(reached_at(at("[::]:3478"), &named), [at("203.0.113.9:3478"), at("[2001:db8::9]:3478")]);
        assert_eq!(reached_at(at("0.0.0.0:3478"), &named), [at("203.0.113.9:3478")], "short ones alone reach it");
    }

    #[test]
    fn each_of_several_addresses_of_its_own_has_a_socket() {
        let own = [ip("127.0.0.1"), ip("127.0.0.2")];
        let both = ears(at("0.0.0.0:0"), &own).expect("sockets");
        let here: Vec<Vec<IpAddr>> = both.iter().map(|ear| ear.here.iter().map(SocketAddr::ip).collect()).collect();
        assert_eq!(here, [[own[0]], [own[1]]]);
        let elsewhere = [ip("203.0.113.9"), ip("203.0.113.10")];
        let one = ears(at("0.0.0.0:0"), &elsewhere).expect("a socket");
        assert_eq!(one.iter().flat_map(|ear| &ear.here).map(SocketAddr::ip).collect::<Vec<_>>(), [elsewhere[0]]);
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
