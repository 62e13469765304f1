//! The one thread that writes: it gathers acts, commits them together, and only then answers each.

use std::{
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

use rusqlite::Connection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use super::{act, error::translate, execute, names::Names, tx::SqliteTx};
use crate::{Error, Options, Result, Tx};

/// After this long without an act, the log is copied into the file, so that no commit has to.
const IDLE: Duration = Duration::from_millis(500);

/// An act on its way to the thread: run inside the transaction, or refused because there is none.
type Job = Box<dyn FnOnce(Result<&mut SqliteTx<'_>>) -> Ran + Send>;

/// An act that ran: whether its changes stay, and how to answer once the commit went through, or did not.
struct Ran {
    stays: bool,
    answer: Box<dyn FnOnce(Result<()>)>,
}

enum Message {
    Act(Job),
    Alone(Box<dyn FnOnce(&mut Connection) + Send>),
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
    pub fn start(connection: Connection, options: &Options) -> Result<Self> {
        let (queue, messages) = mpsc::channel();
        let names = Names::load(&connection).map_err(|error| translate(error, "open"))?;
        let desk = Desk { connection, names, messages, held: None, batch_max: options.batch_max.max(1) };
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
        self.send(Message::Act(job(act, place, reply)))?;
        answer.await.unwrap_or_else(|_| Err(Error::Closed.into()))
    }

    /// Runs `task` when the batch before it is committed.
    pub async fn alone<T: Send + 'static>(
        &self,
        task: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (reply, answer) = oneshot::channel();
        self.send(Message::Alone(Box::new(move |connection| {
            let _ = reply.send(task(connection));
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

fn job<T, E, F>(act: F, place: OwnedSemaphorePermit, reply: oneshot::Sender<Result<T, E>>) -> Job
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
    F: AsyncFn(&mut dyn Tx) -> Result<T, E> + Send + 'static,
{
    Box::new(move |tx| {
        let outcome = match tx {
            Ok(tx) => act::run(&act, tx),
            Err(refused) => Err(refused.into()),
        };
        let stays = outcome.is_ok();
        // A refusal too waits for the commit: it may rest on what another act of the batch wrote.
        let answer = Box::new(move |committed: Result<()>| {
            let _ = reply.send(committed.map_err(E::from).and(outcome));
            drop(place);
        });
        Ran { stays, answer }
    })
}

/// What the thread works with.
struct Desk {
    connection: Connection,
    names: Names,
    messages: mpsc::Receiver<Message>,
    held: Option<Message>,
    batch_max: usize,
}

impl Desk {
    fn serve(mut self) {
        while let Some(message) = self.next() {
            match message {
                Message::Act(job) => self.commit_together(job),
                Message::Alone(task) => self.step_aside(task),
                Message::Close => break,
            }
        }
        let tidy = "pragma optimize; pragma wal_checkpoint(truncate);";
        if let Err(error) = self.connection.execute_batch(tidy) {
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
                let _ = self.connection.execute_batch("pragma wal_checkpoint(passive)");
                self.messages.recv().ok()
            }
        }
    }

    /// One transaction for `first` and the acts waiting behind it.
    fn commit_together(&mut self, first: Job) {
        if let Err(error) = self.execute("begin immediate") {
            return (first(Err(error)).answer)(Ok(()));
        }
        let mut ran = Vec::new();
        let mut next = Some(first);
        let mut lost = None;
        while let Some(job) = next.take() {
            match self.run_in_savepoint(job) {
                Ok(done) => ran.push(done),
                Err((done, error)) => {
                    ran.push(done);
                    lost = Some(error);
                    break;
                }
            }
            if ran.len() < self.batch_max {
                next = self.waiting_act();
            }
        }
        let committed = lost.map_or(Ok(()), Err).and_then(|()| self.execute("commit"));
        if committed.is_err() && !self.connection.is_autocommit() {
            let _ = self.execute("rollback");
        }
        for done in ran {
            (done.answer)(committed.clone());
        }
    }

    /// `Err` when the whole transaction is lost with this act, as SQLite does when it cannot go on.
    fn run_in_savepoint(&mut self, job: Job) -> Result<Ran, (Ran, Error)> {
        if let Err(error) = self.execute("savepoint act") {
            return Err((job(Err(error.clone())), error));
        }
        let mut tx = SqliteTx::new(&self.connection, &self.names);
        let done = job(Ok(&mut tx));
        let ended = if self.connection.is_autocommit() {
            Err(tx.failed().unwrap_or_else(|| Error::Bug("an act ended the transaction".to_owned())))
        } else if done.stays {
            self.execute("release act")
        } else {
            self.execute("rollback to act").and_then(|()| self.execute("release act"))
        };
        match ended {
            Ok(()) => Ok(done),
            Err(error) => Err((done, error)),
        }
    }

    fn waiting_act(&mut self) -> Option<Job> {
        match self.messages.try_recv().ok()? {
            Message::Act(job) => Some(job),
            other => {
                self.held = Some(other);
                None
            }
        }
    }

    fn step_aside(&mut self, task: impl FnOnce(&mut Connection)) {
        task(&mut self.connection);
        match Names::load(&self.connection) {
            Ok(names) => self.names = names,
            Err(error) => tracing::error!(%error, "the schema cannot be read"),
        }
    }

    fn execute(&self, text: &'static str) -> Result<()> {
        execute(&self.connection, text)
    }
}
