"use strict";
// Asks the API, shows quotes as they are, and marks a quote in its document. All that comes from a
// text is set as text, never as HTML; places count code points, so texts are cut by code points.

const at = (id) => document.getElementById(id);
const slice = (text, start, end) => Array.from(text).slice(start, end).join("");

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

async function called(path, body) {
  const token = sessionStorage.getItem("token") || at("token").value;
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const options = body ? { method: "POST", body: JSON.stringify(body), headers } : { headers };
  const response = await fetch(path, options);
  const found = await response.json();
  at("locked").hidden = response.status !== 401;
  if (response.status === 401) sessionStorage.removeItem("token");
  else if (token) sessionStorage.setItem("token", token);
  if (!response.ok) throw new Error(found.error);
  return found;
}

function spansOf(quote) {
  return quote.spans || [[quote.start, quote.end]];
}

function shown(quote, label) {
  const figure = element("figure");
  const words = element("blockquote");
  words.dir = "auto";
  words.append(quote.text);
  figure.append(words);
  const source = element("figcaption");
  const named = [quote.heading, quote.title || quote.doc_id, quote.date].filter(Boolean);
  source.append(element("cite", [...new Set(named)].join(" · ")), " ");
  const read = element("button", "Read on");
  read.type = "button";
  read.addEventListener("click", () => readOn(quote));
  source.append(read);
  if (label) source.append(element("p", label));
  figure.append(source);
  return figure;
}

function drawn(found) {
  const section = at("answer");
  section.replaceChildren();
  section.hidden = false;
  at("document").hidden = true;
  if (found.answered) {
    const label = found.sure ? "" : "I am not sure that this answers.";
    at("status").textContent = found.quotes.length > 1 ? `${found.quotes.length} quotes` : "1 quote";
    found.quotes.forEach((quote, place) => {
      if (found.dated) section.append(element("p", `${place ? "earlier, on" : "on"} ${quote.date}:`));
      section.append(shown(quote, label));
    });
  } else {
    at("status").textContent = "The text does not answer this.";
    if (found.closest) section.append(shown(found.closest, "Not an answer, but the closest I have."));
  }
}

async function readOn(quote) {
  try {
    const found = await called(`documents/${quote.doc_id.split("/").map(encodeURIComponent).join("/")}`);
    at("title").textContent = found.title || found.doc_id;
    at("about").textContent = [found.date, found.url].filter(Boolean).join(" · ");
    const parts = [];
    let place = 0;
    for (const [start, end] of spansOf(quote)) {
      parts.push(slice(found.text, place, start), element("mark", slice(found.text, start, end)));
      place = end;
    }
    at("text").replaceChildren(...parts, slice(found.text, place));
    at("text").lang = found.language || "";
    at("document").hidden = false;
    const mark = at("text").querySelector("mark");
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
  } catch (error) {
    at("status").textContent = error.message;
  }
}

async function ask(question) {
  at("status").textContent = "…";
  try {
    const found = await called("ask", { question });
    drawn(found);
    return found;
  } catch (error) {
    at("status").textContent = error.message;
    return null;
  }
}

at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const question = at("question").value.trim();
  if (!question) return;
  history.replaceState(null, "", `?q=${encodeURIComponent(question)}`);
  ask(question);
});

// An address with ?q= asks, and with &read= opens the document at the quote.
const given = new URLSearchParams(location.search);
if (given.get("q")) {
  at("question").value = given.get("q");
  ask(given.get("q")).then((found) => {
    if (found && found.answered && given.has("read")) readOn(found.quotes[0]);
  });
}
