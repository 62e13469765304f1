//! One connection: its first bytes, which tell the version of HTTP, and what is read and written after them.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Buf, Bytes};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::owed::Owed;

/// What a client of HTTP/2 begins with (RFC 9113, section 3.4).
const PREFACE: &[u8; 24] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Reads until it is plain whether the client speaks HTTP/2. hyper would wait for these bytes without a clock.
pub(super) async fn read_beginning(stream: &mut TcpStream) -> io::Result<Bytes> {
    let (mut beginning, mut length) = ([0; PREFACE.len()], 0);
    while length < PREFACE.len() && beginning[..length] == PREFACE[..length] {
        match stream.read(&mut beginning[length..]).await? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => length += read,
        }
    }
    Ok(Bytes::copy_from_slice(&beginning[..length]))
}

/// A connection whose beginning was read already. It tells when nothing more can be written.
pub(super) struct Line {
    stream: TcpStream,
    beginning: Bytes,
    owed: Owed,
    is_stuck: bool,
}

impl Line {
    pub(super) fn new(stream: TcpStream, beginning: Bytes, owed: Owed) -> Self {
        Self { stream, beginning, owed, is_stuck: false }
    }

    fn note<T>(&mut self, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_pending() != self.is_stuck {
            self.is_stuck = written.is_pending();
            if self.is_stuck { self.owed.stick() } else { self.owed.come_loose() }
        }
        written
    }
}

impl AsyncRead for Line {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if self.beginning.is_empty() {
            return Pin::new(&mut self.stream).poll_read(cx, buffer);
        }
        let length = self.beginning.len().min(buffer.remaining());
        buffer.put_slice(&self.beginning[..length]);
        self.beginning.advance(length);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.note(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, pieces);
        self.note(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
