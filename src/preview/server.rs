//! HTTP on 127.0.0.1. The only file, with `events`, that names `hyper`.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use http_body_util::{Either, Full, channel::Channel};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, LOCATION};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode, header::HeaderValue};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::RwLock;

use super::answer::{self, Target};
use super::events::News;
use crate::diagnostic::Lang;

/// The policy that README has every server send, so that what would break there breaks here first.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

const SCRIPT: &str = include_str!("preview.js");
const STYLE: &str = include_str!("preview.css");
/// A service worker would stay in the author's browser and know the next project at this address. One that another server
/// has left there goes when it finds nothing here.
const WORKER: &str = "/sw.js";
/// What is shown where no page stands.
const NOTHING: &str = include_str!("nothing.html");

type Answer = Response<Either<Full<Bytes>, Channel<Bytes>>>;

/// The server of one preview.
#[derive(Debug, Clone)]
pub(super) struct Server {
    portals: PathBuf,
    address: SocketAddr,
    lock: Arc<RwLock<()>>,
    news: Arc<News>,
}

impl Server {
    pub(super) fn new(
        portals: &Path,
        address: SocketAddr,
        lang: Lang,
        lock: Arc<RwLock<()>>,
    ) -> Self {
        Self {
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
        loop {
            // A connection that failed before it began is the browser's to try again.
            let Ok((stream, _)) = socket.accept().await else {
                tokio::task::yield_now().await;
                continue;
            };
            let server = self.clone();
            tokio::spawn(async move {
                let service = service_fn(|request| server.respond(request));
                let connection = hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service);
                // A browser that went away needs no answer.
                let _ = connection.await;
            });
        }
    }

    async fn respond(&self, request: Request<Incoming>) -> Result<Answer, Infallible> {
        let mut answer = self.choose(&request).await;
        let headers = answer.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        headers.insert(
            "x-content-type-options",
            HeaderValue::from_static("nosniff"),
        );
        headers.insert("referrer-policy", HeaderValue::from_static("no-referrer"));
        Ok(answer)
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

    /// A file of the portals. While something is built everybody waits, so that no page is older than the last change.
    async fn page(&self, path: &str) -> Answer {
        if path.ends_with(WORKER) {
            return plain(StatusCode::NOT_FOUND, "Not found.\n".to_owned());
        }
        let _built = self.lock.read().await;
        let host = answer::host(path);
        match answer::target(&self.portals, path) {
            Target::File(file) => self.file(StatusCode::OK, &file, host),
            Target::AddSlash => {
                let mut answer = plain(StatusCode::PERMANENT_REDIRECT, String::new());
                if let Ok(to) = HeaderValue::from_str(&format!("{path}/")) {
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
        let kind = mime_guess::from_path(file).first_or_octet_stream();
        if kind.essence_str() != "text/html" {
            let is_text = kind.type_() == "text" || kind.suffix().is_some_and(|end| end == "xml");
            let charset = if is_text { "; charset=utf-8" } else { "" };
            return content(status, &format!("{kind}{charset}"), bytes);
        }
        self.news.view(host);
        let page = String::from_utf8_lossy(&bytes);
        let page = answer::with_script(&page, host, self.news.version(host));
        content(status, "text/html; charset=utf-8", page)
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
        content(StatusCode::NOT_FOUND, "text/html; charset=utf-8", page)
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
