//! The one thread that writes: it gathers acts, commits them together, and only then answers each.

use std::{
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::{Duration, Instant},
};

use rusqlite::Connection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use super::{
    act,
    changes::Changes,
    error::translate,
    execute,
    names::Names,
    readers::Idle,
    tx::{Minds, SqliteTx},
};
use crate::{Error, Options, Result, Tx};

/// After this long without an act, the log is copied into the file, so that no commit has to.
const IDLE: Duration = Duration::from_millis(500);

/// How often the log is looked at while acts come one after the other.
const LOOK: Duration = Duration::from_millis(500);

/// An act on its way to the thread and back.
trait Job: Send {
    /// Runs the act; whether its changes stay.
    fn run(&mut self, tx: &mut SqliteTx<'_>) -> bool;

    /// Tells the caller what came of it, once the commit went through or did not.
    fn answer(self: Box<Self>, committed: Result<()>);
}

struct Waiting<T, E, F> {
    act: F,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
    _place: OwnedSemaphorePermit,
}

impl<T, E, F> Job for Waiting<T, E, F>
where
    T: Send,
    E: From<Error> + Send,
    F: AsyncFn(&mut dyn Tx) -> Result<T, E> + Send,
{
    fn run(&mut self, tx: &mut SqliteTx<'_>) -> bool {
        self.outcome.insert(act::run(&self.act, tx)).is_ok()
    }

    /// A refusal too waits for the commit: it may rest on what another act of the batch wrote.
    fn answer(self: Box<Self>, committed: Result<()>) {
        let outcome = committed.and(Ok(self.outcome)).map_err(E::from);
        let _ = self.reply.send(outcome.and_then(|outcome| outcome.unwrap_or_else(|| Err(Error::Closed.into()))));
    }
}

/// Tells whoever waits what came of it.
type Reply = Box<dyn FnOnce() + Send>;

enum Message {
    Act(Box<dyn Job>),
    Alone(Box<dyn FnOnce(&mut Connection) -> Reply + Send>),
    Close,
}

/// The way to the writing thread.
pub struct Writer {
    queue: mpsc::Sender<Message>,
    places: Arc<Semaphore>,
    thread: Mutex<Option<thread::JoinHandle<()>>>,
}

impl Writer {
    /// Starts the thread, which owns `connection` from now on.
    pub fn start(connection: Connection, options: &Options, changes: Arc<Changes>, idle: Arc<Idle>) -> Result<Self> {
        let (queue, messages) = mpsc::channel();
        let names = Names::load(&connection).map_err(|error| translate(error, "open"))?;
        let (touched, looked_at, batch_max) = (Vec::new(), Instant::now(), options.batch_max.max(1));
        let desk = Desk { connection, names, messages, held: None, batch_max, changes, touched, idle, looked_at };
        let thread = thread::Builder::new().name("store-writer".to_owned()).spawn(move || desk.serve());
        let thread = thread.map_err(|error| Error::Unavailable(format!("no thread can be started: {error}")))?;
        let places = Arc::new(Semaphore::new(options.queue_max));
        Ok(Self { queue, places, thread: Mutex::new(Some(thread)) })
    }

    /// Runs the act in the next commit.
    pub async fn write<T, E, F>(&self, act: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: AsyncFn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
    {
        let place = self.places.clone().acquire_owned().await.map_err(|_| Error::Closed)?;
        let (reply, answer) = oneshot::channel();
        self.send(Message::Act(Box::new(Waiting { act, outcome: None, reply, _place: place })))?;
        answer.await.unwrap_or_else(|_| Err(Error::Closed.into()))
    }

    /// Runs `task` when the batch before it is committed.
    pub async fn alone<T: Send + 'static>(
        &self,
        task: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (reply, answer) = oneshot::channel();
        self.send(Message::Alone(Box::new(move |connection| {
            let done = task(connection);
            Box::new(move || drop(reply.send(done)))
        })))?;
        answer.await.unwrap_or(Err(Error::Closed))
    }

    /// Refuses further acts, lets those in the queue run, and ends the thread.
    pub async fn close(&self) {
        self.places.close();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let (Ok(()), Some(thread)) = (self.send(Message::Close), thread) {
            let _ = tokio::task::spawn_blocking(|| thread.join()).await;
        }
    }

    fn send(&self, message: Message) -> Result<()> {
        self.queue.send(message).map_err(|_| Error::Closed)
    }
}

/// What the thread works with.
struct Desk {
    connection: Connection,
    names: Names,
    messages: mpsc::Receiver<Message>,
    held: Option<Message>,
    batch_max: usize,
    changes: Arc<Changes>,
    /// The tables that the transaction under way has changed.
    touched: Vec<usize>,
    idle: Arc<Idle>,
    looked_at: Instant,
}

impl Desk {
    fn serve(mut self) {
        while let Some(message) = self.next() {
            match message {
                Message::Act(job) => {
                    self.commit_together(job, self.batch_max);
                    if self.looked_at.elapsed() >= LOOK {
                        self.copy_log(LOOK);
                    }
                }
                Message::Alone(task) => self.step_aside(task),
                Message::Close => break,
            }
        }
        if let Err(error) = self.connection.execute_batch("pragma wal_checkpoint(truncate)") {
            tracing::warn!(%error, "the log could not be copied into the file; the next start does it");
        }
    }

    fn next(&mut self) -> Option<Message> {
        if let Some(held) = self.held.take() {
            return Some(held);
        }
        match self.messages.recv_timeout(IDLE) {
            Ok(message) => Some(message),
            Err(mpsc::RecvTimeoutError::Disconnected) => None,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                self.copy_log(Duration::ZERO);
                self.messages.recv().ok()
            }
        }
    }

    /// One transaction for `first` and at most `count_max - 1` of the acts waiting behind it.
    fn commit_together(&mut self, first: Box<dyn Job>, count_max: usize) {
        let mut jobs = vec![first];
        let committed = self.transaction(&mut jobs, count_max);
        let is_too_large = committed == Err(Error::Full) && jobs.len() > 1;
        for job in jobs {
            if is_too_large {
                // An act that finds no room must not take the small ones with it.
                self.commit_together(job, 1);
            } else {
                job.answer(committed.clone());
            }
        }
    }

    fn transaction(&mut self, jobs: &mut Vec<Box<dyn Job>>, count_max: usize) -> Result<()> {
        execute(&self.connection, "begin immediate")?;
        let ran = self.run_in_turn(jobs, count_max);
        let committed = ran.and_then(|()| execute(&self.connection, "commit"));
        if committed.is_err() && !self.connection.is_autocommit() {
            execute(&self.connection, "rollback")?;
        }
        // Whoever is answered from now on, and reads then, sees what was committed.
        self.changes.committed(&self.touched);
        self.touched.clear();
        committed
    }

    /// Ends idle views that are older than `age`, and copies the log into the file as far as no other view needs it still.
    fn copy_log(&mut self, age: Duration) {
        self.looked_at = Instant::now();
        self.idle.end_views_of(age);
        let copied = self.connection.query_row("pragma wal_checkpoint(passive)", [], |row| row.get(1));
        if let Ok(pages) = copied {
            self.idle.note_log(pages);
        }
    }

    /// Runs `jobs`, and further ones as they come; `Err` when the whole transaction is lost with one of them.
    fn run_in_turn(&mut self, jobs: &mut Vec<Box<dyn Job>>, count_max: usize) -> Result<()> {
        let mut turn = 0;
        while let Some(job) = jobs.get_mut(turn) {
            self.run_in_savepoint(job.as_mut())?;
            turn += 1;
            if turn == jobs.len() && turn < count_max {
                jobs.extend(self.waiting_act());
            }
        }
        Ok(())
    }

    fn run_in_savepoint(&mut self, job: &mut dyn Job) -> Result<()> {
        execute(&self.connection, "savepoint act")?;
        let mut tx = SqliteTx::new(&self.connection, &self.names, Minds::Touched(&mut self.touched));
        let stays = job.run(&mut tx);
        // When SQLite cannot go on, it may undo everything by itself.
        if self.connection.is_autocommit() {
            return Err(tx.failed().unwrap_or_else(|| Error::Bug("an act ended the transaction".to_owned())));
        }
        if !stays {
            execute(&self.connection, "rollback to act")?;
        }
        execute(&self.connection, "release act")
    }

    fn waiting_act(&mut self) -> Option<Box<dyn Job>> {
        match self.messages.try_recv().ok()? {
            Message::Act(job) => Some(job),
            other => {
                self.held = Some(other);
                None
            }
        }
    }

    /// A task that may do anything, and finds nobody holding the log back.
    fn step_aside(&mut self, task: impl FnOnce(&mut Connection) -> Reply) {
        self.idle.end_views();
        let reply = task(&mut self.connection);
        self.idle.note_log(0);
        self.changes.all_changed();
        match Names::load(&self.connection) {
            Ok(names) => self.names = names,
            Err(error) => tracing::error!(%error, "the schema cannot be read"),
        }
        reply();
    }
}
