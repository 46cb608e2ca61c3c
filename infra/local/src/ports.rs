//! Finds the ports before anything is built, since the site's pages name the relay's.

use std::io::ErrorKind;
use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::cli::LOOPBACK;
use crate::error::LocalError;

/// Listens on the port that was asked for; without one on `usual`, or a free one if that is taken.
pub async fn listen(asked: Option<u16>, usual: u16) -> Result<TcpListener, LocalError> {
    let port = asked.unwrap_or(usual);
    match TcpListener::bind((LOOPBACK, port)).await {
        Err(error) if asked.is_none() && error.kind() == ErrorKind::AddrInUse => {
            TcpListener::bind((LOOPBACK, 0)).await
        }
        result => result,
    }
    .map_err(|error| LocalError::Port { port, error })
}

/// Where a listener listens.
pub fn address(listener: &TcpListener) -> Result<SocketAddr, LocalError> {
    listener.local_addr().map_err(LocalError::Serve)
}
