//! Why something asked of the media came to nothing. Nothing was changed by it.

use crate::offer::{LINES_MAX, OFFER_BYTES_MAX, SLOTS_MAX};

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such room is open here.
    #[error("this room is not open")]
    NoRoom,
    /// The room is open already.
    #[error("this room is open already")]
    RoomOpen,
    /// Nobody has this seat in the room.
    #[error("nobody has this seat")]
    NoSeat,
    /// Whoever had this seat was removed for the rest of the session.
    #[error("whoever had this seat was removed")]
    Removed,
    /// No seat is left.
    #[error("every seat is taken")]
    Full,
    /// Only whoever sits there takes a seat's own silence back.
    #[error("only the member can be heard or seen again by their own act")]
    OwnAct,
    /// The description is longer than any browser needs.
    #[error("the description of the connection is longer than {OFFER_BYTES_MAX} bytes")]
    OfferTooLarge,
    /// The description cannot be read.
    #[error("the description of the connection cannot be read")]
    OfferUnreadable,
    /// The description asks for something else than sound and pictures.
    #[error("the connection may carry sound and pictures only")]
    OfferForeign,
    /// More than one microphone or more than one camera.
    #[error("one microphone and one camera are the most")]
    TooManySources,
    /// More lines than slots and sources, whatever they are for.
    #[error("the description of the connection has more than {LINES_MAX} lines of media")]
    TooManyLines,
    /// Too many offers of one seat in a short time.
    #[error("these were many connections in a short time; the next is possible in some seconds")]
    TooManyOffers,
    /// No place for anybody's sound.
    #[error("the connection has no place for the sound of others")]
    TooFewSlots,
    /// More places than a room has seats.
    #[error("the connection has more than {SLOTS_MAX} places for others")]
    TooManySlots,
    /// Neither Opus nor, where pictures are asked for, VP8.
    #[error("the browser offers neither Opus nor VP8")]
    NoCodec,
    /// The same connection with other slots than it began with.
    #[error("a connection keeps the places that it began with")]
    OfferChanged,
    /// The engine gave up on the connection while it was being made.
    #[error("the connection could not be made")]
    Engine,
}
