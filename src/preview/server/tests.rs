//! Browsers that are slow, many, or patient.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use tempfile::{NamedTempFile, TempDir};
use tokio::net::TcpListener;
use tokio::sync::RwLock;

use super::{Limits, Server};
use crate::model::Language;

/// Longer than any limit of these tests.
const PATIENCE: Duration = Duration::from_secs(20);
/// A limit that is soon reached.
const SHORT: Duration = Duration::from_millis(50);
/// Longer than that.
const LONGER: Duration = Duration::from_millis(300);

/// A server of a folder with one file of so many bytes. Its thread ends with the tests.
fn server(limits: Limits, bytes: usize) -> ((NamedTempFile, TempDir), Server) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut name = tempfile::Builder::new();
    let name = name.prefix("a.txt").rand_bytes(0);
    let mut file = name.tempfile_in(&folder).expect("a file");
    file.write_all(&vec![b'a'; bytes]).expect("a file");
    let portals = folder.path().to_owned();
    let (ready, started) = channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let socket = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = socket.local_addr().expect("an address");
            let lock = Arc::new(RwLock::new(()));
            let server = Server {
                limits,
                ..Server::new(&portals, address, Language::English, lock)
            };
            ready.send(server.clone()).expect("a test");
            server.answer(socket).await;
        });
    });
    ((file, folder), started.recv().expect("a server"))
}

fn connect(server: &Server, said: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.address).expect("a server");
    stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
    stream.write_all(said.as_bytes()).expect("sent");
    stream
}

fn ask(server: &Server, path: &str) -> TcpStream {
    let host = server.address;
    connect(
        server,
        &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
    )
}

/// All that comes until the server ends the connection, in good order or not.
fn rest(mut stream: TcpStream) -> Vec<u8> {
    let start = Instant::now();
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    assert!(start.elapsed() < PATIENCE, "an end");
    bytes
}

fn short() -> Limits {
    Limits {
        asking: SHORT,
        reading: SHORT,
        ..Limits::default()
    }
}

#[test]
fn who_does_not_say_what_it_wants_is_not_waited_for() {
    let (_folder, server) = server(short(), 10);
    assert_eq!(rest(connect(&server, "GET /a.txt HT")), b"");
}

#[test]
fn who_does_not_read_its_answer_is_not_waited_for() {
    let long = 64 << 20;
    let (_folder, server) = server(short(), long);
    let stream = ask(&server, "/a.txt");
    std::thread::sleep(4 * LONGER);
    assert!(rest(stream).len() < long);
}

#[test]
fn who_waits_for_a_build_is_not_slow() {
    let (_folder, server) = server(short(), 10);
    let building = server.lock.blocking_write();
    let stream = ask(&server, "/a.txt");
    std::thread::sleep(LONGER);
    drop(building);
    assert!(rest(stream).ends_with(b"aaaaaaaaaa"));
}

#[test]
fn events_go_on_however_long_they_are_listened_to() {
    let (_folder, server) = server(short(), 10);
    let mut stream = ask(&server, "/.sanad/events?of=a.b");
    std::thread::sleep(LONGER);
    server.news.publish(None, Some("a mistake"));
    let mut told = Vec::new();
    let mut bytes = [0; 4096];
    while !String::from_utf8_lossy(&told).contains("a mistake") {
        let read = stream.read(&mut bytes).expect("an event");
        assert!(read > 0, "the stream ended");
        told.extend_from_slice(&bytes[..read]);
    }
}

#[test]
fn one_connection_too_many_takes_the_place_of_the_oldest() {
    let limits = Limits {
        connections: 2,
        ..Limits::default()
    };
    let (_folder, server) = server(limits, 10);
    let oldest = connect(&server, "");
    let _other = connect(&server, "");
    assert!(rest(ask(&server, "/a.txt")).ends_with(b"aaaaaaaaaa"));
    assert_eq!(rest(oldest), b"");
}
