//! Makes connections: encrypted to any other machine, plain on this one.

use std::{error::Error as _, sync::Arc, time::Duration};

use deadpool_postgres::{Client, Hook, HookError, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use rustls::{ClientConfig, RootCertStore, crypto::aws_lc_rs};
use tokio_postgres::{
    Config, NoTls,
    config::{Host, SslMode},
};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::error::translate;
use crate::{Error, Result};

/// How long an act waits for a free connection.
const WAIT: Duration = Duration::from_secs(30);

/// How long making a connection may take.
const CONNECT: Duration = Duration::from_secs(10);

/// A lost act must not hold its rows for ever, and an answered one is on the disk whatever the server's default is.
const SESSION: &str = "set statement_timeout = '60s';
    set idle_in_transaction_session_timeout = '60s';
    select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'";

/// `count` pools of at most `size` connections each; nothing is connected yet.
pub fn pools(url: &str, count: usize, size: usize) -> Result<Vec<Pool>> {
    let config = config(url)?;
    let tls = if config.get_ssl_mode() == SslMode::Disable { None } else { Some(tls()?) };
    (0..count).map(|_| pool(&config, tls.clone(), size)).collect()
}

/// Refuses a server that would store other texts than it is given.
pub async fn check_server(client: &Client) -> Result<()> {
    let row = client.query_one("select current_setting('server_encoding')", &[]).await;
    let encoding: String = row.and_then(|row| row.try_get(0)).map_err(|error| translate(&error, "open"))?;
    if encoding == "UTF8" {
        return Ok(());
    }
    Err(Error::Address(format!("the database is encoded in {encoding}; make it with `encoding 'UTF8'`")))
}

/// Reads the address. `sslmode=prefer`, PostgreSQL's default, would let anyone in between turn encryption off:
/// it becomes `require` for another machine and `disable` for this one. Certificates are always verified.
pub fn config(url: &str) -> Result<Config> {
    let url = url.replace("sslmode=verify-full", "sslmode=require").replace("sslmode=verify-ca", "sslmode=require");
    let mut config: Config = url.parse().map_err(|error: tokio_postgres::Error| {
        let cause = error.source().map(ToString::to_string).unwrap_or_default();
        Error::Address(format!("it is not one PostgreSQL knows ({cause})"))
    })?;
    if config.get_ssl_mode() == SslMode::Prefer {
        let is_here = config.get_hosts().iter().all(is_this_machine);
        config.ssl_mode(if is_here { SslMode::Disable } else { SslMode::Require });
    }
    if config.get_application_name().is_none() {
        config.application_name("cohesion");
    }
    config.connect_timeout(CONNECT).keepalives_idle(Duration::from_mins(1)).tcp_user_timeout(Duration::from_secs(30));
    Ok(config)
}

fn is_this_machine(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

fn pool(config: &Config, tls: Option<MakeRustlsConnect>, size: usize) -> Result<Pool> {
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = match tls {
        Some(tls) => Manager::from_config(config.clone(), tls, recycling),
        None => Manager::from_config(config.clone(), NoTls, recycling),
    };
    let prepare_session = Hook::async_fn(|client, _| {
        Box::pin(async move { client.batch_execute(SESSION).await.map_err(HookError::Backend) })
    });
    Pool::builder(manager)
        .max_size(size.max(1))
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(WAIT))
        .create_timeout(Some(CONNECT))
        .recycle_timeout(Some(CONNECT))
        .post_create(prepare_session)
        .build()
        .map_err(|error| Error::Bug(format!("the pool cannot be built: {error}")))
}

fn tls() -> Result<MakeRustlsConnect> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Bug(format!("TLS cannot be set up: {error}")))?;
    Ok(MakeRustlsConnect::new(config.with_root_certificates(roots).with_no_client_auth()))
}
