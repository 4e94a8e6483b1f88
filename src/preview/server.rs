//! HTTP on 127.0.0.1. The only file, with `events`, that names `hyper`.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST,
    LOCATION,
};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode, header::HeaderValue};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, RwLock};

use super::answer::{self, Target};
use super::events::{News, Stream};
use super::places::Places;
use crate::model::Language;

/// The policy that README has every server send, so that what would break there breaks here first.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

/// What README has every server send for attachments: they are strangers' files, and none of them is shown as a page.
const POLICY_OF_FILES: &str = "sandbox";

const SCRIPT: &str = include_str!("preview.js");
const STYLE: &str = include_str!("preview.css");
/// A service worker would stay in the author's browser and know the next project at this address. One that another server
/// has left there goes when it finds nothing here.
const WORKER: &str = "/sw.js";
/// What is shown where no page stands.
const NOTHING: &str = include_str!("nothing.html");

type Answer = Response<Either<Full<Bytes>, Stream>>;

/// How much of the machine browsers may take. A build needs files of its own, and some systems let a process open no more
/// than 256.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// So many connections at the same time; one more takes the place of the oldest.
    connections: usize,
    /// So long a browser may take to say what it wants.
    asking: Duration,
    /// So long it may take to read its answer; what goes over the wire stays in this machine.
    reading: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 96,
            asking: Duration::from_secs(10),
            reading: Duration::from_mins(1),
        }
    }
}

/// When no connection can be had, for want of descriptors for one, there is none at once after that either.
const PAUSE: Duration = Duration::from_millis(200);

/// The server of one preview.
#[derive(Debug, Clone)]
pub(super) struct Server {
    limits: Limits,
    portals: PathBuf,
    address: SocketAddr,
    lock: Arc<RwLock<()>>,
    news: Arc<News>,
}

impl Server {
    pub(super) fn new(
        portals: &Path,
        address: SocketAddr,
        lang: Language,
        lock: Arc<RwLock<()>>,
    ) -> Self {
        Self {
            limits: Limits::default(),
            portals: portals.to_owned(),
            address,
            lock,
            news: Arc::new(News::new(lang)),
        }
    }

    pub(super) fn news(&self) -> Arc<News> {
        Arc::clone(&self.news)
    }

    /// Answers everybody, without end.
    pub(super) async fn answer(&self, socket: TcpListener) {
        let places = Places::new(self.limits.connections);
        loop {
            // A connection that failed before it began is the browser's to try again.
            let Ok((stream, _)) = socket.accept().await else {
                tokio::time::sleep(PAUSE).await;
                continue;
            };
            let mut place = places.take();
            let server = self.clone();
            tokio::spawn(async move {
                tokio::select! {
                    () = server.converse(stream) => {}
                    () = place.lost() => {}
                }
            });
            // Whoever lost a place by this goes before the next one comes.
            tokio::task::yield_now().await;
        }
    }

    /// One question, one answer. A connection costs nothing within one machine; none is kept for questions to come.
    async fn converse(&self, stream: TcpStream) {
        let answered = Notify::new();
        let service = service_fn(async |request| {
            let answer = self.respond(&request).await;
            // Events have no end, and whoever waits for a build is not slow.
            if matches!(answer.body(), Either::Left(_)) {
                answered.notify_one();
            }
            Ok::<_, Infallible>(answer)
        });
        let connection = hyper::server::conn::http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.asking)
            .keep_alive(false)
            .serve_connection(TokioIo::new(stream), service);
        let too_slow = async {
            answered.notified().await;
            tokio::time::sleep(self.limits.reading).await;
        };
        tokio::select! {
            // A browser that went away needs no answer.
            _ = connection => {}
            () = too_slow => {}
        }
    }

    async fn respond(&self, request: &Request<Incoming>) -> Answer {
        let mut answer = self.choose(request).await;
        let is_file = answer.status() == StatusCode::OK && answer::is_file(request.uri().path());
        let headers = answer.headers_mut();
        let policy = if is_file {
            let attachment = HeaderValue::from_static("attachment");
            headers.insert(CONTENT_DISPOSITION, attachment);
            POLICY_OF_FILES
        } else {
            POLICY
        };
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        headers.insert(
            "x-content-type-options",
            HeaderValue::from_static("nosniff"),
        );
        headers.insert("referrer-policy", HeaderValue::from_static("no-referrer"));
        answer
    }

    async fn choose(&self, request: &Request<Incoming>) -> Answer {
        if !self.is_meant(request) {
            // A page of another host whose name was made to lead here must not read drafts (DNS rebinding).
            let text = format!("This preview answers to http://{}/ only.\n", self.address);
            return plain(StatusCode::FORBIDDEN, text);
        }
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET.\n".to_owned());
            answer
                .headers_mut()
                .insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return answer;
        }
        match request.uri().path() {
            "/.sanad/preview.js" => {
                content(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT)
            }
            "/.sanad/preview.css" => content(StatusCode::OK, "text/css; charset=utf-8", STYLE),
            "/.sanad/events" => self.events(request.uri().query().unwrap_or_default()),
            path => self.page(path).await,
        }
    }

    /// Whether the request was meant for this server, and not for a name that only leads to it.
    fn is_meant(&self, request: &Request<Incoming>) -> bool {
        let port = self.address.port();
        request
            .headers()
            .get(HOST)
            .and_then(|host| host.to_str().ok())
            .is_some_and(|host| {
                [format!("127.0.0.1:{port}"), format!("localhost:{port}")]
                    .iter()
                    .any(|own| own.eq_ignore_ascii_case(host))
            })
    }

    fn events(&self, query: &str) -> Answer {
        let host = query.strip_prefix("of=").unwrap_or_default().to_owned();
        let mut answer = Response::new(Either::Right(self.news.stream(host)));
        let kind = HeaderValue::from_static("text/event-stream");
        answer.headers_mut().insert(CONTENT_TYPE, kind);
        answer
    }

    /// A file of the portals. While something is built everybody waits, so that no page is older than the last change; and
    /// whoever asks for a portal that the first build has not come to.
    async fn page(&self, path: &str) -> Answer {
        if path.ends_with(WORKER) {
            return plain(StatusCode::NOT_FOUND, "Not found.\n".to_owned());
        }
        let host = answer::host(path);
        loop {
            let built = self.lock.read().await;
            let target = answer::target(&self.portals, path);
            let is_there = target != Target::Missing || self.portals.join(host).is_dir();
            if is_there || !self.news.is_to_come(host) {
                return self.found(target, path, host);
            }
            // The build waits for the lock.
            drop(built);
            self.news.wait_for(host).await;
        }
    }

    fn found(&self, target: Target, path: &str, host: &str) -> Answer {
        match target {
            Target::File(file) => self.file(StatusCode::OK, &file, host),
            Target::AddSlash => {
                let mut answer = plain(StatusCode::PERMANENT_REDIRECT, String::new());
                if let Ok(to) = HeaderValue::from_str(&answer::with_slash(path)) {
                    answer.headers_mut().insert(LOCATION, to);
                }
                answer
            }
            Target::Missing => self.missing(path, host),
        }
    }

    fn file(&self, status: StatusCode, file: &Path, host: &str) -> Answer {
        let Ok(bytes) = std::fs::read(file) else {
            return self.missing("", host);
        };
        let kind = answer::kind(file);
        if kind != answer::PAGE {
            return content(status, kind, bytes);
        }
        self.news.view(host);
        let page = String::from_utf8_lossy(&bytes);
        let page = answer::with_script(&page, host, self.news.version(host));
        content(status, answer::PAGE, page)
    }

    /// The portal's own page for this, or ours, which waits until there is something.
    fn missing(&self, path: &str, host: &str) -> Answer {
        let own = self.portals.join(host).join("404.html");
        let wants_page = path.ends_with('/') || path.is_empty() || path.ends_with(".html");
        let page = match std::fs::read_to_string(own) {
            Ok(page) if !host.is_empty() => answer::at_top(&page, host),
            _ if wants_page => NOTHING.to_owned(),
            _ => return plain(StatusCode::NOT_FOUND, "Not found.\n".to_owned()),
        };
        self.news.view(host);
        let page = answer::with_script(&page, host, self.news.version(host));
        content(StatusCode::NOT_FOUND, answer::PAGE, page)
    }
}

fn plain(status: StatusCode, text: String) -> Answer {
    content(status, "text/plain; charset=utf-8", text)
}

fn content(status: StatusCode, kind: &str, bytes: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Either::Left(Full::new(bytes.into())));
    *answer.status_mut() = status;
    if let Ok(kind) = HeaderValue::from_str(kind) {
        answer.headers_mut().insert(CONTENT_TYPE, kind);
    }
    answer
}

#[cfg(test)]
mod tests;
