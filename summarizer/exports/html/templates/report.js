"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const ROWS = 200;
  const compare = new Intl.Collator("en", { numeric: true }).compare;

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // Tables: what stands in the page, and behind it the rows that are data only.
  function table(section) {
    const body = section.querySelector("tbody");
    const heads = [...section.querySelectorAll("thead th")];
    const find = section.querySelector(".find");
    const more = section.querySelector(".more");
    const rest = section.querySelector("script");
    const rows = [...body.rows].map((row) => ({
      row,
      cells: [...row.cells].map((cell) => [cell.textContent, cell.dataset.k, null, cell.dataset.w]),
    }));
    if (rest) for (const cells of JSON.parse(rest.textContent)) rows.push({ row: null, cells });
    for (const one of rows) one.words = one.cells.map(([text, , , also]) => `${text}\n${also || ""}`).join("\n").toLowerCase();
    if (rows.length < 2) return;
    const words = element("input", { type: "search" });
    const count = element("output", {});
    const choices = [];
    let sorted = -1;
    let down = false;
    let most = ROWS;

    find.append(element("label", {}, "Find ", words));
    heads.forEach((head, at) => {
      const button = element("button", { type: "button", textContent: head.textContent });
      button.addEventListener("click", () => {
        down = sorted === at ? !down : !head.classList.contains("words");
        sorted = at;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        order(at);
        draw();
      });
      head.replaceChildren(button);
      if (!("choice" in head.dataset)) return;
      const values = [...new Set(rows.map((one) => one.cells[at][0]))].filter(Boolean).sort(compare);
      if (values.length < 2) return;
      const select = element("select", {}, new Option("all", ""), ...values.map((value) => new Option(value, value)));
      choices.push([at, select]);
      find.append(element("label", {}, `${button.textContent} `, select));
    });
    find.append(count);
    find.hidden = false;

    function order(at) {
      const kind = heads[at].classList;
      const sign = down === kind.contains("ranked") ? 1 : -1;
      const text = kind.contains("words");
      // What is empty comes last either way.
      rows.sort((one, other) => {
        const [a, b] = [one.cells[at], other.cells[at]];
        if (!a[0] || !b[0]) return !a[0] - !b[0];
        return sign * (text ? compare(a[0], b[0]) : a[1] - b[1]);
      });
    }

    function made(one) {
      if (one.row) return one.row;
      one.row = element("tr", {});
      for (const [text, key, href] of one.cells) {
        const cell = one.row.insertCell();
        if (key !== null) cell.dataset.k = key;
        cell.append(href ? element("a", { href, textContent: text }) : text);
      }
      return one.row;
    }

    function draw() {
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      const chosen = choices.filter(([, select]) => select.value);
      const found = rows.filter(
        (one) =>
          wanted.every((word) => one.words.includes(word)) &&
          chosen.every(([at, select]) => one.cells[at][0] === select.value),
      );
      body.replaceChildren(...found.slice(0, most).map(made));
      count.textContent = `${found.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")}`;
      if (!found.length) count.textContent += `: no row has ${wanted.length > 1 ? "all these words" : "this"}`;
      more.hidden = found.length <= most;
      more.textContent = `Show ${Math.min(ROWS, found.length - most)} more`;
    }

    function anew() {
      most = ROWS;
      draw();
    }
    words.addEventListener("input", anew);
    for (const [, select] of choices) select.addEventListener("input", anew);
    more.addEventListener("click", () => {
      most += ROWS;
      draw();
    });
    draw();
  }

  // Articles: a record and its marks in the text light each other. Records are called `12q4` and sentences `12s8`, the
  // fourth record and the eighth sentence of the twelfth article.
  function prefix(doc) {
    return parseInt(doc.id) || "";
  }

  function names(mark, doc) {
    const others = (mark.dataset.r || "").split(".").filter((name) => name[1]);
    return [...(mark.hash ? [mark.hash.slice(1)] : []), ...others.map((name) => prefix(doc) + name)];
  }

  function pieces(doc, id) {
    const rest = doc.querySelectorAll(`[data-s="${id.slice(`${prefix(doc)}s`.length)}"]`);
    return [document.getElementById(id), ...rest].filter(Boolean);
  }

  function add(map, key, value) {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
  }

  function linked(doc) {
    if (doc.marks) return doc.marks;
    doc.marks = new Map();
    doc.citing = new Map();
    // A paragraph that is one sentence has its place, for which there is an element now that can be lit.
    for (const paragraph of doc.querySelectorAll(".text p[id]")) {
      const sentence = element("u", { id: paragraph.id }, ...paragraph.childNodes);
      paragraph.removeAttribute("id");
      paragraph.append(sentence);
    }
    for (const bare of doc.querySelectorAll(".text [id] > u:not([data-r])")) {
      bare.replaceWith(element("a", { href: bare.parentElement.firstChild.hash, textContent: bare.textContent }));
    }
    for (const mark of doc.querySelectorAll(".text a, .text [data-r]")) {
      if (mark.matches("[id] > :first-child")) continue;
      for (const name of names(mark, doc)) add(doc.marks, name, mark);
    }
    for (const link of doc.querySelectorAll("li > a")) {
      const id = link.hash.slice(1);
      const record = link.parentElement;
      const sentences = pieces(doc, id);
      if (sentences[0] && sentences[0].matches(".text *")) {
        add(doc.citing, id, record);
        for (const one of sentences) add(doc.marks, record.id, one);
      }
      if (link === record.firstChild) fill(link, sentences);
    }
    const key = document.querySelector(".reading .key");
    if (key) doc.querySelector(".text").prepend(key.cloneNode(true));
    // One stop for the tab key in a text; the arrow keys go on from there.
    doc.stops = [...doc.querySelectorAll(".text a")];
    doc.stops.forEach((stop, at) => (stop.tabIndex = at ? -1 : 0));
    return doc.marks;
  }

  // What a record has word for word from a sentence or a quote stands in the file once.
  function fill(link, found) {
    if (!found.length) return;
    if (found[0].matches("li")) {
      const words = found[0].firstChild.data.replace(/^\u201c|\u201d$/g, "");
      link.replaceWith(words[0].toUpperCase() + words.slice(1));
      return;
    }
    const number = found[0].firstChild.textContent;
    link.before(`${found.map((one) => one.textContent).join(" ").slice(number.length)} `);
    link.textContent = `[${number}]`;
  }

  let lit = [];
  function light(where, follow) {
    for (const one of lit) one.classList.remove("lit");
    lit = [];
    const doc = where.closest(".doc:not(.event)");
    if (!doc) return;
    const marks = linked(doc);
    const record = where.closest("li");
    const mark = where.closest(".text a, .text [data-r], .text [id], .text [data-s]");
    if (record) {
      lit = [record, ...(marks.get(record.id) || [])];
      if (follow) reveal(doc.querySelector(".text"), lit.slice(1));
    } else if (mark && (mark.matches("[id], [data-s]") || mark.matches("[id] > :first-child"))) {
      const sentence = mark.closest("[id], [data-s]");
      const id = sentence.id || `${prefix(doc)}s${sentence.dataset.s}`;
      lit = [...pieces(doc, id), ...(doc.citing.get(id) || [])];
    } else if (mark) {
      lit = [mark, ...names(mark, doc).map((name) => document.getElementById(name)).filter(Boolean)];
    }
    for (const one of lit) one.classList.add("lit");
  }

  // Scrolls the pane of the text, and never the page.
  function reveal(pane, marks) {
    if (!marks.length || pane.scrollHeight <= pane.clientHeight) return;
    const all = marks.map((mark) => mark.getBoundingClientRect());
    const box = pane.getBoundingClientRect();
    if (all.some((one) => one.top >= box.top && one.bottom <= box.bottom)) return;
    pane.scrollTop += Math.min(...all.map((one) => one.top)) - box.top - 48;
  }

  function move(event) {
    const stop = event.target.closest(".text a");
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!stop || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = stop.closest(".doc").stops;
    const next = stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(stop) + step))];
    stop.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    event.preventDefault();
  }

  let title = "";
  // One file holds the start page and the articles: one of them is shown, by the address.
  function show() {
    const start = document.getElementById("start");
    const id = location.hash.slice(1);
    // A sentence that no record cites has no place of its own: its article has.
    let place = id && (document.getElementById(id) || document.getElementById(parseInt(id)));
    const doc = place ? place.closest(".doc") : start ? null : document.querySelector(".doc");
    if (start) {
      for (const open of document.querySelectorAll(".doc.open")) open.classList.remove("open");
      start.hidden = Boolean(doc);
    }
    document.title = start && doc ? `${doc.querySelector("h1").textContent} \u00b7 ${title}` : title;
    if (!doc) {
      if (place) place.scrollIntoView();
      return;
    }
    doc.classList.add("open");
    if (!doc.matches(".event")) {
      linked(doc);
      place = document.getElementById(place && place.id) || place;
    }
    if (!place || place === doc) {
      if (start) {
        const heading = doc.querySelector("h1");
        scrollTo(0, 0);
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
      return;
    }
    place.scrollIntoView({ block: "center" });
    light(place, true);
    const stop = place.querySelector("a");
    if (stop) stop.focus({ preventScroll: true });
  }

  document.addEventListener("DOMContentLoaded", () => {
    title = document.title;
    for (const section of document.querySelectorAll("section.data")) table(section);
    let at = "";
    document.addEventListener("pointerover", (event) => {
      // Where the page moved and the pointer did not, nothing was pointed at.
      const before = at;
      at = `${event.screenX} ${event.screenY}`;
      if (at === before || event.pointerType !== "mouse") return;
      light(event.target.closest("li, .text p") ? event.target : document.activeElement, true);
    });
    document.addEventListener("pointermove", (event) => (at = `${event.screenX} ${event.screenY}`), { passive: true });
    document.addEventListener("focusin", (event) => light(event.target, true));
    document.addEventListener("keydown", move);
    addEventListener("hashchange", show);
    // Once more when the browser has gone where the address says, which takes the focus away.
    addEventListener("load", show);
    show();
  });
})();
