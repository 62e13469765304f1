//! One call: a connection, a request, its answer, all within one time. Calls are few, so each has a connection of its own.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderValue, Request, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use keyring::Secret;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use serde::Deserialize;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::address::{Address, Line};
use crate::fault::Fault;

/// The longest answer that is read, in bytes: the list of a full room, several times over.
const ANSWER_BYTES_MAX: usize = 256 * 1_024;
/// The longest code of a refusal that is kept.
const CODE_CHARS_MAX: usize = 32;

/// The way to a LiveKit server.
#[derive(Clone)]
pub(crate) struct Wire {
    address: Address,
    tls: TlsConnector,
    patience: Duration,
}

/// What is asked: the method's name in the API, the leave to ask it, and what goes with it.
pub(crate) struct Ask {
    pub call: &'static str,
    pub token: Secret<String>,
    pub body: Vec<u8>,
}

#[derive(Deserialize)]
struct Refusal {
    #[serde(default)]
    code: String,
}

/// The certificates that the machine trusts.
pub(crate) fn roots_of_the_machine() -> RootCertStore {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    roots
}

impl Wire {
    pub fn new(address: Address, roots: RootCertStore, patience: Duration) -> Result<Self, Fault> {
        let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|_| Fault::Unreachable(address.authority()))?;
        let config = config.with_root_certificates(roots).with_no_client_auth();
        Ok(Self { address, tls: TlsConnector::from(Arc::new(config)), patience })
    }

    pub const fn address(&self) -> &Address {
        &self.address
    }

    /// Asks, and reads the answer whole.
    pub async fn ask(&self, ask: Ask) -> Result<Bytes, Fault> {
        let call = ask.call;
        let asking = tokio::time::timeout(self.patience, self.connect_and_ask(ask));
        let (status, body) = asking.await.map_err(|_| Fault::Silent(self.patience))??;
        if status == StatusCode::OK {
            return Ok(body);
        }
        let code = serde_json::from_slice::<Refusal>(&body).map(|refusal| refusal.code).unwrap_or_default();
        Err(Fault::Refused { call, status: status.as_u16(), code: plain(&code) })
    }

    async fn connect_and_ask(&self, ask: Ask) -> Result<(StatusCode, Bytes), Fault> {
        let stream = TcpStream::connect((self.address.host(), self.address.port())).await;
        let stream = stream.map_err(|_| self.unreachable())?;
        match self.address.line() {
            Line::Plain => self.exchange(stream, ask).await,
            Line::Tls => {
                let name = ServerName::try_from(self.address.host().to_owned()).map_err(|_| self.unreachable())?;
                let stream = self.tls.connect(name, stream).await.map_err(|_| self.unreachable())?;
                self.exchange(stream, ask).await
            }
        }
    }

    async fn exchange<S>(&self, stream: S, ask: Ask) -> Result<(StatusCode, Bytes), Fault>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let request = self.request(&ask)?;
        let (mut requests, connection) = handshake(TokioIo::new(stream)).await.map_err(|_| self.unreachable())?;
        let driving = tokio::spawn(connection);
        let answer = requests.send_request(request).await.map_err(|_| self.unreachable());
        let answer = match answer {
            Ok(answer) => {
                let (head, body) = answer.into_parts();
                let body = Limited::new(body, ANSWER_BYTES_MAX).collect().await;
                body.map(|body| (head.status, body.to_bytes())).map_err(|_| Fault::Unreadable(ask.call))
            }
            Err(fault) => Err(fault),
        };
        driving.abort();
        answer
    }

    fn request(&self, ask: &Ask) -> Result<Request<Full<Bytes>>, Fault> {
        let mut bearer =
            HeaderValue::from_str(&format!("Bearer {}", ask.token.expose())).map_err(|_| Fault::NoToken)?;
        bearer.set_sensitive(true);
        Request::post(format!("/twirp/livekit.RoomService/{}", ask.call))
            .header(HOST, self.address.authority())
            .header(AUTHORIZATION, bearer)
            .header(CONTENT_TYPE, "application/json")
            .body(Full::from(ask.body.clone()))
            .map_err(|_| Fault::Address)
    }

    fn unreachable(&self) -> Fault {
        Fault::Unreachable(self.address.authority())
    }
}

/// A code as Twirp has them, whatever was sent in its place.
fn plain(code: &str) -> String {
    code.chars().filter(|letter| letter.is_ascii_lowercase() || *letter == '_').take(CODE_CHARS_MAX).collect()
}
