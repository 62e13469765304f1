//! A browser as the bench needs one: one kept connection, forms sent from the site's own pages, and a cookie for each login.

use super::Result;
use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use http::{Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use std::fmt::Display;
use std::net::SocketAddr;
use tokio::net::TcpStream;

/// The cookie of somebody who is signed in, as a request carries it.
pub type Login = String;

/// A connection to the server that is kept from request to request.
pub struct Browser {
    address: SocketAddr,
    requests: SendRequest<Full<Bytes>>,
}

impl Browser {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (requests, connection) = handshake(TokioIo::new(stream)).await?;
        // It ends when this browser is dropped or the server goes; what was under way then answers with an error.
        tokio::spawn(connection);
        Ok(Self { address, requests })
    }

    /// Asks for a page or a file, as nobody or as somebody.
    pub async fn get(&mut self, path: &str, login: Option<&Login>) -> Result<Answer> {
        self.ask(Method::GET, path, login, String::new()).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, login: Option<&Login>, form: String) -> Result<Answer> {
        self.ask(Method::POST, path, login, form).await
    }

    /// Signs in by the product's own form.
    pub async fn sign_in(&mut self, email: &str, passphrase: &str) -> Result<Login> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("email", email).append_pair("passphrase", passphrase).append_pair("own", "yes");
        let answer = self.post("/sign-in", None, form.finish()).await?.expecting(StatusCode::SEE_OTHER, "/sign-in")?;
        let cookies = answer.head.headers().get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
        let login = cookies.filter_map(|cookie| cookie.split(';').next()).find(|pair| pair.starts_with("login="));
        Ok(login.ok_or("signing in gave no login")?.to_owned())
    }

    /// Opens a stream of events on this connection, which asks for nothing else any more.
    pub async fn listen(mut self, path: &str, login: &Login) -> Result<Events> {
        let request = Request::get(path).header(HOST, self.address.to_string()).header(COOKIE, login);
        self.requests.ready().await?;
        let answer = self.requests.send_request(request.body(Full::default())?).await?;
        if answer.status() != StatusCode::OK {
            return Err(format!("{path} answered {}", answer.status()).into());
        }
        Ok(Events { _requests: self.requests, body: answer.into_body(), unread: Vec::new() })
    }

    async fn ask(&mut self, method: Method, path: &str, login: Option<&Login>, form: String) -> Result<Answer> {
        let mut request = Request::builder().method(method).uri(path).header(HOST, self.address.to_string());
        request = request.header(ACCEPT_ENCODING, "br").header("sec-fetch-site", "same-origin");
        if let Some(login) = login {
            request = request.header(COOKIE, login);
        }
        if !form.is_empty() {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        self.requests.ready().await?;
        let (head, body) = self.requests.send_request(request.body(Full::from(form))?).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok(Answer { head: Response::from_parts(head, ()), body })
    }
}

/// A stream of events that is read as it comes.
pub struct Events {
    /// Kept, since a connection ends that nobody can ask.
    _requests: SendRequest<Full<Bytes>>,
    body: Incoming,
    unread: Vec<u8>,
}

impl Events {
    /// Waits for the next event that says something; a sign of life says nothing.
    pub async fn next(&mut self) -> Result<()> {
        loop {
            while let Some(end) = self.unread.windows(2).position(|two| two == b"\n\n") {
                let event: Vec<u8> = self.unread.drain(..end + 2).collect();
                if event.windows(5).any(|five| five == b"data:") {
                    return Ok(());
                }
            }
            let frame = self.body.frame().await.ok_or("the stream has ended")??;
            self.unread.extend(frame.into_data().unwrap_or_default());
        }
    }
}

/// An answer, read to its end.
pub struct Answer {
    /// Status and headers.
    pub head: Response<()>,
    /// The body as it was sent, compressed or not.
    pub body: Bytes,
}

impl Answer {
    /// The answer, if it has this status.
    pub fn expecting(self, status: StatusCode, of: impl Display) -> Result<Self> {
        let found = self.head.status();
        if found == status { Ok(self) } else { Err(format!("{of} answered {found} instead of {status}").into()) }
    }

    /// Where it sends the browser.
    pub fn location(&self) -> Option<&str> {
        self.head.headers().get(LOCATION)?.to_str().ok()
    }

    /// Bytes that it took on the wire: the line with the status, headers and body (RFC 9112).
    pub fn wire_bytes(&self) -> usize {
        let reason = self.head.status().canonical_reason().unwrap_or_default();
        let line = format!("HTTP/1.1 {} {reason}\r\n\r\n", self.head.status().as_str()).len();
        let headers =
            self.head.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len());
        line + headers.sum::<usize>() + self.body.len()
    }
}
