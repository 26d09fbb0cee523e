"use strict";
// Asks the API, shows quotes as they are, and marks a quote in its document. All that comes from a
// text is set as text, never as HTML; places count code points, so texts are cut by code points.

const at = (id) => document.getElementById(id);
const slice = (text, start, end) => Array.from(text).slice(start, end).join("");

const given = new URLSearchParams(location.search);
const language = navigator.languages.map((one) => one.split("-")[0]).find((one) => WORDS[one]) || "en";
const say = (key, value) => WORDS[language][key].replace("{}", () => value);

function translate() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say(one.dataset.say);
  at("answer").setAttribute("aria-label", say("answer"));
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
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
  if (!response.ok) throw new Refused(response.status, found.error);
  return found;
}

function tell(error) {
  const known = { 401: "locked", 404: "changed", 429: "slow" }[error.status];
  at("status").textContent = known ? say(known) : say("failed", error.message);
  if (error.status === 401) at("token").focus();
}

function day(date) {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(date) : NaN;
  const place = { en: "en-GB", ar: "ar-u-nu-latn" }[language] || language;
  return isNaN(whole) ? date : whole.toLocaleDateString(place, { dateStyle: "long", timeZone: "UTC" });
}

// Names and dates may be written from right to left beside others that are not: each stands alone.
function source(names, date) {
  const cite = element("cite");
  for (const name of new Set(names.filter(Boolean))) cite.append(cite.childNodes.length ? " · " : "", element("bdi", name));
  if (!date) return cite;
  const dated = element("time");
  dated.append(element("bdi", day(date)));
  cite.append(cite.childNodes.length ? " · " : "", dated);
  return cite;
}

// The quote; the words that answer stand out where nothing is left out.
function words(quote) {
  const made = element("blockquote");
  made.dir = "auto";
  const begin = quote.answer.start - quote.start;
  const end = quote.answer.end - quote.start;
  const whole = end - begin >= quote.end - quote.start;
  if (whole || quote.shown !== quote.text || slice(quote.text, begin, end) !== quote.answer.text) {
    made.append(quote.shown);
  } else made.append(slice(quote.text, 0, begin), element("strong", quote.answer.text), slice(quote.text, end));
  return made;
}

function shown(quote, label) {
  const figure = element("figure");
  if (label) figure.append(element("p", label, "label"));
  const caption = element("figcaption");
  const title = quote.title || quote.doc_id;
  const read = element("button", say("readOn"));
  read.type = "button";
  read.setAttribute("aria-label", `${say("readOn")}: ${title}`);
  read.addEventListener("click", () => readOn(quote));
  const also = (quote.also || []).map((one) => one.title || one.doc_id);
  caption.append(source([quote.heading, title, ...also], quote.date), read);
  figure.append(words(quote), caption);
  return figure;
}

function drawn(found) {
  const section = at("answer");
  at("status").textContent = found.answered ? say("quotes", found.quotes.length) : say("refused");
  if (found.closest) section.append(shown(found.closest, say("closest")));
  found.quotes.forEach((quote, place) => {
    if (found.dated) section.append(element("p", say(place ? "earlier" : "on", day(quote.date)), "day"));
    section.append(shown(quote, found.sure || found.quotes_sure ? "" : say("unsure")));
  });
  for (const one of found.unanswered || []) section.append(element("p", say("unanswered", one.question), "label"));
}

// The text with the quote marked; null where the words are others now.
function marked(text, quote) {
  const parts = [];
  let place = 0;
  for (const [start, end] of quote.spans || [[quote.start, quote.end]]) {
    const stretch = slice(text, start, end);
    if (!stretch || !quote.text.includes(stretch)) return null;
    parts.push(slice(text, place, start), element("mark", stretch));
    place = end;
  }
  return [...parts, slice(text, place)];
}

function about(found) {
  const line = at("about");
  line.replaceChildren(source([], found.date));
  if (!/^https?:/i.test(found.url || "")) return;
  const link = element("a", found.url);
  link.href = found.url;
  link.rel = "noopener noreferrer";
  line.append(found.date ? " · " : "", link);
}

async function readOn(quote) {
  try {
    const found = await called(`documents/${quote.doc_id.split("/").map(encodeURIComponent).join("/")}`);
    const parts = marked(found.text, quote);
    if (!parts) return tell(new Refused(404));
    at("title").textContent = found.title || found.doc_id;
    about(found);
    at("text").replaceChildren(...parts);
    at("text").lang = found.language || "";
    at("document").hidden = false;
    const mark = at("text").querySelector("mark");
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
  } catch (error) {
    tell(error);
  }
}

// Only the question that was asked last is answered.
let asked = 0;

async function ask(question) {
  const mine = ++asked;
  at("status").textContent = "…";
  at("answer").replaceChildren();
  at("document").hidden = true;
  try {
    const found = await called("ask", { question });
    if (mine !== asked) return null;
    drawn(found);
    return found;
  } catch (error) {
    if (mine === asked) tell(error);
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

translate();
// An address with ?q= asks, and with &read= opens the document at the quote.
if (given.get("q")) {
  at("question").value = given.get("q");
  ask(given.get("q")).then((found) => {
    if (found && found.answered && given.has("read")) readOn(found.quotes[0]);
  });
}
