//! The thread: takes datagrams and orders one by one, and lets everything out that comes of each.

use std::collections::HashMap;
use std::future::poll_fn;
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr};
use std::task::Poll;
use std::time::Instant;

use sfu::{Output, Owed, RoomId, Sfu, Told, Transmit};
use tokio::net::UdpSocket;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;

use super::{Ear, Order};

/// The longest datagram that is read: more than any path on the internet carries.
const DATAGRAM_MAX: usize = 2_048;
/// Datagrams that are read of a socket in one go before orders have their turn.
const IN_ONE_GO: usize = 64;

pub(super) struct Worker {
    sfu: Sfu,
    rooms: HashMap<RoomId, mpsc::Sender<Told>>,
    /// What rooms could not be told at once.
    owed: Owed,
}

/// A socket of the thread's, and the addresses by which it is reached.
struct Socket {
    udp: UdpSocket,
    here: Vec<SocketAddr>,
    /// Whether it names short addresses in the long form.
    is_long: bool,
}

impl Socket {
    fn of(ear: Ear) -> std::io::Result<Self> {
        let is_long = ear.socket.local_addr()?.is_ipv6();
        Ok(Self { udp: UdpSocket::from_std(ear.socket)?, here: ear.here, is_long })
    }

    /// By which of its addresses whoever sends from there reaches it.
    fn reached_from(&self, from: SocketAddr) -> Option<SocketAddr> {
        let is_short = from.ip().to_canonical().is_ipv4();
        self.here.iter().copied().find(|here| here.is_ipv4() == is_short)
    }
}

impl Worker {
    pub fn new(ears: &[Ear]) -> Self {
        let here = ears.iter().flat_map(|ear| ear.here.iter().copied()).collect();
        Self { sfu: Sfu::new(here, Instant::now()), rooms: HashMap::new(), owed: Owed::default() }
    }

    /// Runs until nobody is left who could order anything.
    pub fn run(self, ears: Vec<Ear>, orders: mpsc::Receiver<Order>) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let ran = runtime.and_then(|runtime| {
            runtime.block_on(async move {
                let sockets = ears.into_iter().map(Socket::of).collect::<Result<Vec<_>, _>>()?;
                self.work(&sockets, orders).await;
                Ok(())
            })
        });
        if let Err(cause) = ran {
            tracing::error!(%cause, "sound and pictures of live rooms are out of order");
        }
    }

    async fn work(mut self, sockets: &[Socket], mut orders: mpsc::Receiver<Order>) {
        let mut buffer = vec![0; DATAGRAM_MAX];
        loop {
            let due = self.let_out(sockets);
            tokio::select! {
                biased;
                order = orders.recv() => match order {
                    Some(order) => self.obey(order),
                    None => return,
                },
                () = something_came(sockets) => self.take_in(sockets, &mut buffer),
                () = tokio::time::sleep_until(due.into()) => {}
            }
        }
    }

    /// Takes what has come, of every socket some.
    fn take_in(&mut self, sockets: &[Socket], buffer: &mut [u8]) {
        for socket in sockets {
            for _ in 0..IN_ONE_GO {
                match socket.udp.try_recv_from(buffer) {
                    Ok((length, from)) => self.take(&buffer[..length], from, socket),
                    Err(cause) if cause.kind() == ErrorKind::WouldBlock => break,
                    // What an earlier datagram met on its way is told here, and says nothing of the socket.
                    Err(_) => {}
                }
                self.let_out(sockets);
            }
        }
    }

    fn take(&mut self, bytes: &[u8], from: SocketAddr, socket: &Socket) {
        if let Some(to) = socket.reached_from(from) {
            self.sfu.handle(bytes, from, to, Instant::now());
        }
    }

    /// Sends and tells all there is; when it wants to be asked again.
    fn let_out(&mut self, sockets: &[Socket]) -> Instant {
        loop {
            match self.sfu.poll(Instant::now()) {
                Output::Transmit(sent) => send(sockets, &sent),
                Output::Told(told) => self.tell(told),
                Output::Timeout(at) => {
                    for told in self.owed.take() {
                        self.tell(told);
                    }
                    return at;
                }
            }
        }
    }

    /// A room that does not listen fast enough misses what has passed; what holds of each seat it learns later.
    fn tell(&mut self, told: Told) {
        let Some(room) = self.rooms.get(&told.room) else { return };
        if self.owed.has(&told) {
            self.owed.keep(told);
        } else if let Err(TrySendError::Full(told)) = room.try_send(told) {
            self.owed.keep(told);
        }
    }

    fn obey(&mut self, order: Order) {
        let now = Instant::now();
        let done = match order {
            Order::Open(room, events, answer) => {
                self.rooms.insert(room, events);
                let _ = answer.send(self.sfu.open(room, now));
                Ok(())
            }
            Order::Join(room, seat, asked, answer) => {
                let _ = answer.send(self.sfu.join(room, seat, &asked.offer, asked.consent, now));
                Ok(())
            }
            Order::Leave(room, seat) => self.sfu.leave(room, seat, now),
            Order::Remove(room, seat) => self.sfu.remove(room, seat, now),
            Order::Act(room, act) => self.sfu.act(room, act, now),
            Order::Talk(room, answer) => {
                let _ = answer.send(self.sfu.talk(room, now));
                Ok(())
            }
            Order::Close(room, answer) => {
                let _ = answer.send(self.sfu.close(room, now));
                self.rooms.remove(&room);
                self.owed.forget(room);
                Ok(())
            }
        };
        if let Err(refusal) = done {
            tracing::debug!(%refusal, "the media did not do what was asked");
        }
    }
}

/// Waits until there is something to take from any of them.
async fn something_came(sockets: &[Socket]) {
    poll_fn(|context| {
        let is_there = sockets.iter().any(|socket| socket.udp.poll_recv_ready(context).is_ready());
        if is_there { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// Sends a datagram from the address that its receiver knows. One that finds no room in the socket is lost, as on any way.
fn send(sockets: &[Socket], sent: &Transmit) {
    if let Some(socket) = sockets.iter().find(|socket| socket.here.contains(&sent.from)) {
        let _ = socket.udp.try_send_to(&sent.bytes, named(sent.to, socket.is_long));
    }
}

/// An address as a socket of this kind takes it.
fn named(address: SocketAddr, is_long: bool) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(short) if is_long => SocketAddr::new(short.to_ipv6_mapped().into(), address.port()),
        _ => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> SocketAddr {
        text.parse().expect("an address")
    }

    #[tokio::test]
    async fn a_socket_of_both_kinds_knows_short_addresses_in_their_long_form() {
        let socket = std::net::UdpSocket::bind("127.0.0.1:0").expect("a socket");
        socket.set_nonblocking(true).expect("a socket that does not wait");
        let here = vec![at("203.0.113.9:3478"), at("[2001:db8::9]:3478")];
        let socket = Socket::of(Ear { socket, here: here.clone() }).expect("a socket of the runtime");
        assert_eq!(socket.reached_from(at("[::ffff:192.0.2.1]:5000")), Some(here[0]));
        assert_eq!(socket.reached_from(at("192.0.2.1:5000")), Some(here[0]));
        assert_eq!(socket.reached_from(at("[2001:db8::1]:5000")), Some(here[1]));
    }

    #[test]
    fn an_address_is_named_as_the_socket_takes_it() {
        assert_eq!(named(at("192.0.2.1:5000"), true), at("[::ffff:192.0.2.1]:5000"));
        assert_eq!(named(at("192.0.2.1:5000"), false), at("192.0.2.1:5000"));
        assert_eq!(named(at("[2001:db8::1]:5000"), true), at("[2001:db8::1]:5000"));
    }

    #[tokio::test]
    async fn a_room_that_is_slow_learns_in_the_end_what_holds_of_each_seat() {
        use ::floor::Seat;
        use sfu::{ConnectionId, Event, Loss};

        let mut worker = Worker::new(&[]);
        let (events, mut told) = mpsc::channel(1);
        let (room, connection) = (RoomId(7), ConnectionId(1));
        worker.rooms.insert(room, events);
        let news = |seat: u128, event| Told { room, seat: Seat(seat), connection, event };
        for event in [Event::Connected, Event::Broken, Event::AudioOnly, Event::Lost(Loss::Silent)] {
            worker.tell(news(1, event));
        }
        worker.tell(news(2, Event::Connected));
        let mut learnt = Vec::new();
        for _ in 0..4 {
            learnt.extend(told.try_recv().ok());
            worker.let_out(&[]);
        }
        learnt.sort_by_key(|told| told.seat);
        let lost = Event::Lost(Loss::Silent);
        assert_eq!(learnt, [news(1, Event::Connected), news(1, lost), news(2, Event::Connected)]);
    }
}
