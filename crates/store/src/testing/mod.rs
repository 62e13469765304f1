//! Fresh, migrated databases for tests, on either engine.

mod account;
mod database;
mod server;

pub use database::TestDatabase;
pub use server::Postgres;

/// Makes of each `async fn NAME(engine: Engine)` the two tests `NAME::sqlite` and `NAME::postgres`.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident),* $(,)?) => {
        $(mod $name {
            #[tokio::test]
            async fn sqlite() {
                super::$name($crate::Engine::Sqlite).await;
            }

            #[tokio::test]
            async fn postgres() {
                super::$name($crate::Engine::Postgres).await;
            }
        })*
    };
}
