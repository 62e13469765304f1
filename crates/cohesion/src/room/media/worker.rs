//! The thread: takes datagrams and orders one by one, and lets everything out that comes of each.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::time::Instant;

use ::floor::Seat;
use sfu::{Event, Output, RoomId, Sfu, Told};
use tokio::net::UdpSocket;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;

use super::Order;

/// The longest datagram that is read: more than any path on the internet carries.
const DATAGRAM_MAX: usize = 2_048;
/// Datagrams that are read in one go before orders have their turn.
const IN_ONE_GO: usize = 64;

pub(super) struct Worker {
    here: Vec<SocketAddr>,
    sfu: Sfu,
    rooms: HashMap<RoomId, mpsc::Sender<Told>>,
    /// Seats whose room could not take the news of their slots at once.
    owed: HashSet<(RoomId, Seat)>,
}

impl Worker {
    pub fn new(here: Vec<SocketAddr>) -> Self {
        let sfu = Sfu::new(here.clone(), Instant::now());
        Self { here, sfu, rooms: HashMap::new(), owed: HashSet::new() }
    }

    /// Runs until nobody is left who could order anything.
    pub fn run(self, socket: std::net::UdpSocket, orders: mpsc::Receiver<Order>) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let ran = runtime.and_then(|runtime| {
            runtime.block_on(async move {
                self.work(UdpSocket::from_std(socket)?, orders).await;
                Ok(())
            })
        });
        if let Err(cause) = ran {
            tracing::error!(%cause, "sound and pictures of live rooms are out of order");
        }
    }

    async fn work(mut self, socket: UdpSocket, mut orders: mpsc::Receiver<Order>) {
        let mut buffer = vec![0; DATAGRAM_MAX];
        loop {
            let due = self.let_out(&socket);
            tokio::select! {
                biased;
                order = orders.recv() => match order {
                    Some(order) => self.obey(order),
                    None => return,
                },
                came = socket.recv_from(&mut buffer) => {
                    if let Ok((length, from)) = came {
                        self.take(&buffer[..length], from);
                        self.take_more(&socket, &mut buffer);
                    }
                }
                () = tokio::time::sleep_until(due.into()) => {}
            }
        }
    }

    fn take_more(&mut self, socket: &UdpSocket, buffer: &mut [u8]) {
        for _ in 0..IN_ONE_GO {
            self.let_out(socket);
            let Ok((length, from)) = socket.try_recv_from(buffer) else { return };
            self.take(&buffer[..length], from);
        }
    }

    fn take(&mut self, bytes: &[u8], from: SocketAddr) {
        if let Some(to) = self.here.iter().find(|here| here.is_ipv4() == from.is_ipv4()) {
            self.sfu.handle(bytes, from, *to, Instant::now());
        }
    }

    /// Sends and tells all there is; when it wants to be asked again. A datagram that finds no room in the socket is lost, as
    /// on any way.
    fn let_out(&mut self, socket: &UdpSocket) -> Instant {
        loop {
            match self.sfu.poll(Instant::now()) {
                Output::Transmit(sent) => {
                    let _ = socket.try_send_to(&sent.bytes, sent.to);
                }
                Output::Told(told) => self.tell(told),
                Output::Timeout(at) => {
                    self.pay();
                    return at;
                }
            }
        }
    }

    /// A room that does not listen fast enough misses what has passed; who is behind which slot it learns later.
    fn tell(&mut self, told: Told) {
        let (whose, is_slots) = ((told.room, told.seat), matches!(told.event, Event::Slots(_)));
        let Some(room) = self.rooms.get(&told.room) else { return };
        if let Err(TrySendError::Full(_)) = room.try_send(told)
            && is_slots
        {
            self.owed.insert(whose);
        }
    }

    fn pay(&mut self) {
        for (room, seat) in std::mem::take(&mut self.owed) {
            if let Ok(slots) = self.sfu.slots(room, seat) {
                self.tell(Told { room, seat, event: Event::Slots(slots) });
            }
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
            Order::Act(room, act) => self.sfu.act(room, act, now),
            Order::Talk(room, answer) => {
                let _ = answer.send(self.sfu.talk(room, now));
                Ok(())
            }
            Order::Close(room, answer) => {
                let _ = answer.send(self.sfu.close(room, now));
                self.rooms.remove(&room);
                Ok(())
            }
        };
        if let Err(refusal) = done {
            tracing::debug!(%refusal, "the media did not do what was asked");
        }
    }
}
