// What `sanad serve` adds to a page: it is loaded again when its portal was built again, and mistakes are shown over it.
"use strict";
(() => {
  const { portal, version } = document.currentScript.dataset;
  let source;
  let panel;

  const listen = () => {
    source = new EventSource("/.sanad/events?of=" + encodeURIComponent(portal));
    source.onmessage = ({ data }) => {
      const news = JSON.parse(data);
      if (String(news.version) !== version) location.reload();
      else show(news);
    };
  };

  // A browser keeps six connections to one server; a page that nobody sees gives its own back.
  document.addEventListener("visibilitychange", () => {
    source.close();
    if (!document.hidden) listen();
  });

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const show = ({ heading, fold, mistakes }) => {
    if (panel) panel.remove();
    panel = undefined;
    if (!mistakes) return;
    panel = element("sanad-mistakes");
    // In a tree of its own, which the page's style does not reach.
    const root = panel.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/.sanad/preview.css";
    const details = element("details");
    details.open = true;
    details.setAttribute("role", "alert");
    const summary = element("summary");
    summary.append(element("strong", heading), element("span", fold));
    const text = element("pre");
    text.tabIndex = 0;
    text.append(...coloured(mistakes));
    details.append(summary, text);
    root.append(style, details);
    document.body.append(panel);
  };

  // The terminal's text with the terminal's colours: each escape sequence sets classes for what follows, 0 ends all.
  const coloured = (text) => {
    let classes = [];
    return text.split(/\x1b\[([\d;]*)m/).flatMap((piece, at) => {
      if (at % 2) {
        for (const code of piece.split(";")) classes = code === "0" ? [] : [...classes, "c" + code];
        return [];
      }
      return piece ? [element("span", piece, classes.join(" "))] : [];
    });
  };

  listen();
})();
