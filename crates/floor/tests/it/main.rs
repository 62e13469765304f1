//! The floor by tables of what is asked and what comes of it, and what holds whatever is asked.

#[cfg(test)]
mod discussion;
#[cfg(test)]
mod hall;
#[cfg(test)]
mod leading;
#[cfg(test)]
mod people;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod rounds;
#[cfg(test)]
mod time;

#[cfg(test)]
mod table {
    use floor::{Floor, Input, Order, Output, Plan, Purpose, Refusal, Request, Seat, Timer};

    /// Short names for three who come to a meeting.
    pub const ANA: Seat = Seat(1);
    pub const BEN: Seat = Seat(2);
    pub const CLEO: Seat = Seat(3);

    pub fn plan() -> Plan {
        Plan { purpose: Purpose::Sharing, order: Order::Seats, turn_ms: Some(120_000), timer: Timer::Everybody }
    }

    /// Ana, Ben and Cleo are here.
    pub fn three() -> Floor {
        let mut floor = Floor::new();
        for seat in [ANA, BEN, CLEO] {
            own(&mut floor, seat, Request::Arrive(seat)).unwrap();
        }
        floor
    }

    /// They are in a round, and Ana has the turn.
    pub fn round() -> Floor {
        let mut floor = three();
        lead(&mut floor, Request::Begin(plan())).unwrap();
        floor
    }

    pub fn own(floor: &mut Floor, seat: Seat, request: Request) -> Result<Vec<Output>, Refusal> {
        floor.handle(Input::of(seat, request), 0)
    }

    pub fn lead(floor: &mut Floor, request: Request) -> Result<Vec<Output>, Refusal> {
        floor.handle(Input::leader(request), 0)
    }

    pub fn lead_at(floor: &mut Floor, request: Request, now: u64) -> Result<Vec<Output>, Refusal> {
        floor.handle(Input::leader(request), now)
    }

    pub fn ahead(floor: &Floor) -> Vec<Seat> {
        floor.round().map(|round| round.ahead().to_vec()).unwrap_or_default()
    }
}
