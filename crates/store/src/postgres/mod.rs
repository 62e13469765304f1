//! PostgreSQL: a few threads, each with its own connections, and one transaction for each act.

mod attempt;
pub mod connect;
mod error;
mod migrate;
mod tx;
mod value;

use std::sync::Arc;

use deadpool_postgres::{Client, Pool};
use tokio::sync::{Mutex, Semaphore};
use tokio_postgres::types::FromSql;
use tokio_util::task::LocalPoolHandle;

use self::{
    attempt::{Purpose, run_until_settled},
    error::{translate, translate_pool},
};
use crate::{Error, Migrated, Migration, Options, Prepared, Result, Sql, Tx, db::cores};

/// An open PostgreSQL database; clones share it.
#[derive(Clone)]
pub struct Postgres {
    threads: LocalPoolHandle,
    lanes: Arc<[Lane]>,
    places: Arc<Semaphore>,
    places_count: u32,
}

/// What acts on one thread work with. Connections live on the thread that uses them, so no statement crosses threads.
#[derive(Clone)]
struct Lane {
    pool: Pool,
    /// Held by an act that lost to others several times, so that such acts run one after the other.
    unlucky: Arc<Mutex<()>>,
}

impl Lane {
    async fn client(&self) -> Result<Client> {
        self.pool.get().await.map_err(translate_pool)
    }
}

impl Postgres {
    pub async fn open(url: &str, options: &Options) -> Result<Self> {
        let threads = cores().clamp(2, 8);
        let unlucky = Arc::new(Mutex::new(()));
        let pools = connect::pools(url, threads, options.connections.div_ceil(threads))?;
        let lanes = pools.into_iter().map(|pool| Lane { pool, unlucky: unlucky.clone() }).collect();
        let places_count = u32::try_from(options.queue_max).unwrap_or(u32::MAX);
        let opened = Self {
            threads: LocalPoolHandle::new(threads),
            lanes,
            places: Arc::new(Semaphore::new(options.queue_max)),
            places_count,
        };
        opened.on_thread(async |lane| connect::check_server(&lane.client().await?).await).await?;
        Ok(opened)
    }

    pub async fn write<T, E, F>(&self, act: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: AsyncFn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
    {
        self.on_thread(async move |lane| run_until_settled(lane, Purpose::Write, act).await).await
    }

    pub async fn read<T, E, F>(&self, act: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: AsyncFn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
    {
        self.on_thread(async move |lane| run_until_settled(lane, Purpose::Read, act).await).await
    }

    pub async fn migrate(&self, migrations: &'static [Migration]) -> Result<Migrated> {
        let migrated = self.on_thread(async |lane| migrate::apply(&lane, migrations).await).await;
        // A plan made before may name a column that is gone.
        self.lanes.iter().for_each(|lane| lane.pool.manager().statement_caches.clear());
        migrated
    }

    pub async fn prepare(&self, sql: &'static Sql) -> Result<Prepared> {
        self.on_thread(async move |lane| {
            let statement = lane.client().await?.prepare(sql.for_postgres()).await;
            let statement = statement.map_err(|error| translate(&error, sql.name))?;
            Ok(Prepared { params: statement.params().len(), columns: statement.columns().len() })
        })
        .await
    }

    pub async fn integrity(&self) -> Result<()> {
        let failures = "select coalesce(sum(checksum_failures), 0)::bigint from pg_stat_database \
                        where datname = current_database()";
        match self.value::<i64>(failures).await? {
            0 => Ok(()),
            count => Err(Error::Corrupt(format!("PostgreSQL counted {count} pages with a wrong checksum"))),
        }
    }

    /// Plain vacuuming leaves the bytes of a dead row in its page until another takes the room.
    pub async fn clear_traces(&self, tables: &'static [&'static str]) -> Result<()> {
        self.on_thread(async move |lane| {
            let client = lane.client().await?;
            let told = |error| translate(&error, "vacuum");
            // Nobody waits behind this while it waits itself.
            client.batch_execute("set lock_timeout = '2s'").await.map_err(told)?;
            let mut cleared = Ok(());
            for table in tables {
                cleared = cleared.and(client.batch_execute(&format!("vacuum (full) {table}")).await.map_err(told));
            }
            client.batch_execute("reset lock_timeout").await.map_err(told)?;
            cleared
        })
        .await
    }

    pub async fn size_bytes(&self) -> Result<u64> {
        let size: i64 = self.value("select pg_database_size(current_database())").await?;
        u64::try_from(size).map_err(|_| Error::Corrupt("the database has a negative size".to_owned()))
    }

    pub async fn version(&self) -> Result<String> {
        self.value("select current_setting('server_version')").await
    }

    pub async fn close(self) {
        let _all = self.places.acquire_many(self.places_count).await;
        self.places.close();
        self.lanes.iter().for_each(|lane| lane.pool.close());
    }

    async fn value<T>(&self, question: &'static str) -> Result<T>
    where
        T: for<'a> FromSql<'a> + Send + 'static,
    {
        self.on_thread(async move |lane| {
            let row = lane.client().await?.query_one(question, &[]).await;
            row.and_then(|row| row.try_get(0)).map_err(|error| translate(&error, question))
        })
        .await
    }

    /// Runs `work` on the least busy thread, to its end even when the caller goes away.
    async fn on_thread<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        W: AsyncFnOnce(Lane) -> Result<T, E> + Send + 'static,
    {
        let place = self.places.clone().acquire_owned().await.map_err(|_| Error::Closed)?;
        let loads = self.threads.get_task_loads_for_each_worker();
        let least = loads.iter().zip(0..).min().map_or(0, |(_, index)| index);
        let lane = self.lanes[least].clone();
        let task = move || async move {
            let outcome = work(lane).await;
            drop(place);
            outcome
        };
        self.threads.spawn_pinned_by_idx(task, least).await.unwrap_or_else(|ended| {
            Err(if ended.is_panic() { Error::Bug("an act panicked".to_owned()) } else { Error::Closed }.into())
        })
    }
}
