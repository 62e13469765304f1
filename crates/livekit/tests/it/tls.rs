//! Off this machine LiveKit is reached by TLS, with a certificate that somebody vouches for.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use keyring::Secret;
use livekit::{Fault, Key, RoomService};
use rcgen::generate_simple_self_signed;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{RootCertStore, ServerConfig};
use tokio_rustls::TlsAcceptor;

use super::fake::Fake;
use super::tokens::{KEY, SECRET};

/// The fake behind TLS, as `localhost`; its address and its certificate.
async fn behind_tls(fake: &Fake) -> (SocketAddr, CertificateDer<'static>) {
    let made = generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let (certificate, key) = (made.cert.der().clone(), made.signing_key.serialize_der());
    let key = PrivateKeyDer::try_from(key).expect("a key");
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("TLS")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key)
        .expect("the two fit");
    let (acceptor, router) = (TlsAcceptor::from(Arc::new(config)), fake.router());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("its address");
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(stream) = acceptor.accept(stream).await else { continue };
            let served = TowerToHyperService::new(router.clone());
            tokio::spawn(async move {
                let _ = Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), served).await;
            });
        }
    });
    (address, certificate)
}

fn calls(host: &str, port: u16, roots: RootCertStore) -> RoomService {
    let key = Key::new(KEY.to_owned(), Secret::new(SECRET.to_owned()));
    let address = format!("wss://{host}:{port}").parse().expect("an address");
    RoomService::trusting(address, key, roots, Duration::from_secs(5)).expect("a client")
}

#[tokio::test]
async fn a_certificate_that_is_vouched_for_is_trusted_for_its_own_name_alone() {
    let fake = Fake::start().await;
    let (address, certificate) = behind_tls(&fake).await;
    let mut roots = RootCertStore::empty();
    roots.add(certificate).expect("it reads");
    let unreachable = |host| Err(Fault::Unreachable(format!("{host}:{}", address.port())));
    assert_eq!(calls("localhost", address.port(), roots.clone()).create_room("a-room").await, Ok(()));
    assert_eq!(calls("127.0.0.1", address.port(), roots).create_room("a-room").await, unreachable("127.0.0.1"));
    let nobody = RootCertStore::empty();
    assert_eq!(calls("localhost", address.port(), nobody).create_room("a-room").await, unreachable("localhost"));
    assert_eq!(fake.count_of("CreateRoom"), 1);
}

#[tokio::test]
async fn a_server_without_tls_is_not_spoken_to_in_the_clear() {
    let fake = Fake::start().await;
    let port = fake.address.port();
    let answer = calls("127.0.0.1", port, RootCertStore::empty()).create_room("a-room").await;
    assert_eq!(answer, Err(Fault::Unreachable(format!("127.0.0.1:{port}"))));
    assert_eq!(fake.count_of("CreateRoom"), 0);
}
