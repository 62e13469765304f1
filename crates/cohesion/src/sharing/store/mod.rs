//! SQL of threads, of what stands in them and of what is looked after.

mod contacts;
mod forget;
mod matters;
mod posts;
mod threads;

pub(crate) use contacts::ALL as CONTACTS;
pub use contacts::{ExchangeRow, agree, ask, end_exchange, exchange_between, exchanges_of, find_exchange, open_asks};
pub(crate) use forget::{ALL as FORGET, forget_again};
pub use forget::{forget_member, pass_threads_on};
pub(crate) use matters::ALL as MATTERS;
pub use matters::{
    MatterRow, add_report, away, delete_matters, find_matter, has_open_matters, insert_matter, matters_in, raise_tier,
    reports_of, reports_since, save_break, save_matter, set_passed_on,
};
pub(crate) use posts::ALL as POSTS;
pub use posts::{
    PostRow, add_reaction, delete_posts, erase_words, find_post, insert_post, last_written, next_seq, posts_before,
    reactions_between, remove_reaction, save_audience, save_post_matter, save_post_state, touch,
};
pub(crate) use threads::ALL as THREADS;
pub use threads::{
    ThreadRow, delete_thread, find_space, find_thread, insert_thread, save_space, set_closing, threads_in,
};
