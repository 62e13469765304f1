//! This server among those that share the records: by which name it has rooms, and by which address pages reach it.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::access::Actor;
use crate::app::App;
use crate::clock::{CLOCKS_APART, Span};
use crate::config::Config;
use crate::id::SessionId;
use crate::identity::practice_here;
use crate::room::store;
use crate::work::Work;
use crate::{Result, id};

/// How often a server says that it is there, and how long it is believed.
const SAYS: Duration = Duration::from_mins(1);
const BELIEVED: Span = Span::minutes(5);
/// The name of a server that nobody shares the records with. It is the same after a restart, which has its rooms at once.
const ALONE: &str = "alone";

/// Whether other servers share the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// None can: they are in a file that this server has locked.
    Alone,
    /// Some may.
    Others,
}

/// This server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// By which it has rooms.
    pub name: String,
    /// Its own address, such as `https://b.example.org`; empty where pages reach it by their own.
    pub address: String,
    /// Whether other servers share the records.
    pub company: Company,
}

impl Node {
    /// As the settings have it. A name that nobody chose is another one at each start, where there may be others.
    pub fn of(config: &Config) -> Result<Self> {
        let company = match (config.node.as_str(), config.sqlite_file()) {
            ("", Some(_)) => Company::Alone,
            _ => Company::Others,
        };
        let name = match (config.node.as_str(), company) {
            ("", Company::Alone) => ALONE.to_owned(),
            ("", Company::Others) => id::to_text(id::random()?),
            (name, _) => name.to_owned(),
        };
        Ok(Self { name, address: config.node_url.clone(), company })
    }
}

/// Says that this server is there, so that pages which other servers draw may open a socket here.
async fn be_there(work: &mut Work<'_>, node: &Node) -> Result<()> {
    store::save_node(work, &node.name, &node.address).await
}

/// The addresses of all that were there lately, and of the one that has this room.
pub(in crate::room) async fn addresses(work: &mut Work<'_>, session: SessionId) -> Result<Vec<String>> {
    let since = work.now() - BELIEVED - CLOCKS_APART;
    let mut addresses = store::nodes_since(work, since).await?;
    addresses.extend(store::find_lease(work, session).await?.map(|lease| lease.address));
    Ok(addresses)
}

/// Says so again and again until the program ends, where the server has an address of its own; then it takes it back.
pub async fn keep_there(app: App, node: Node, ending: CancellationToken) {
    if node.address.is_empty() {
        return;
    }
    loop {
        // Before set-up there is nobody who could come.
        if let Ok(Some(practice)) = practice_here(&app).await {
            let saying = node.clone();
            let said = app.write(Actor::System(practice), async move |work| be_there(work, &saying).await).await;
            if let Err(cause) = said {
                tracing::warn!(%cause, "other servers may not know that this one is there");
            }
        }
        tokio::select! {
            () = ending.cancelled() => break,
            () = tokio::time::sleep(SAYS) => {}
        }
    }
    if let Some(practice) = app.practice() {
        let leaving = app.write(Actor::System(practice), async move |work| store::delete_node(work, &node.name).await);
        if let Err(cause) = leaving.await {
            tracing::warn!(%cause, "other servers believe for some minutes that this one is there");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use keyring::Secret;

    fn of(database: &str, node: &str) -> Node {
        let database = Secret::new(database.to_owned());
        Node::of(&Config { database, node: node.to_owned(), ..Config::for_tests() }).expect("it has a name")
    }

    #[test]
    fn a_server_alone_keeps_its_name_and_others_have_one_each() {
        let alone = of("sqlite:a.db", "");
        assert_eq!((alone.name.as_str(), alone.company), (ALONE, Company::Alone));
        assert_eq!(of("sqlite:a.db", "b").company, Company::Others, "whoever names a server has several");
        let [one, other] = [of("postgres://db/a", ""), of("postgres://db/a", "")];
        assert!(one.company == Company::Others && one.name.len() == 26 && one.name != other.name);
        assert_eq!(of("postgres://db/a", "b"), of("postgres://db/a", "b"));
    }
}
