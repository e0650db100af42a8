// Keeps the page as the console's stream tells it. Without this script the page loads itself anew.
"use strict";

const byId = (id) => document.getElementById(id);

for (const each of document.querySelectorAll("[data-needs-script]")) each.hidden = false;
byId("print")?.addEventListener("click", () => window.print());

function made(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

// A tone that is heard over a waiting room, only after staff have asked for it.
let audio = null;
byId("sound")?.addEventListener("change", (event) => {
  audio = event.target.checked ? new AudioContext() : null;
  if (audio) tone();
});

function tone() {
  if (!audio) return;
  const volume = audio.createGain();
  volume.gain.value = 0.2;
  volume.connect(audio.destination);
  [880, 660].forEach((pitch, index) => {
    const oscillator = audio.createOscillator();
    oscillator.frequency.value = pitch;
    oscillator.connect(volume);
    oscillator.start(audio.currentTime + index * 0.25);
    oscillator.stop(audio.currentTime + index * 0.25 + 0.2);
  });
}

// A console that hangs, or a line that was cut without a word, looks like one with no news.
const SILENT_AFTER_MS = 25_000;

// Nothing where the console does not answer, which is said; it may be asked again.
async function asked(address, how = {}) {
  try {
    return await fetch(address, { signal: AbortSignal.timeout(SILENT_AFTER_MS), ...how });
  } catch {
    byId("away").hidden = false;
  }
}

function showKiosks(html) {
  const place = byId("kiosks");
  const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
  place.replaceChildren(made(html));
  if (focused) byId(focused)?.focus();
}

function showRow(html) {
  const row = made(html).firstElementChild;
  const table = document.querySelector(".receptions");
  const there = byId(row.id);
  if (row.classList.contains("seen") && !("withSeen" in table.dataset)) {
    const next = there?.nextElementSibling;
    const hadFocus = there?.contains(document.activeElement);
    there?.remove();
    if (hadFocus) (next?.querySelector("button") ?? byId("wanted")).focus();
  } else if (there) {
    const label = there.contains(document.activeElement);
    there.replaceWith(row);
    if (label) row.querySelector("button")?.focus();
  } else {
    place(row);
    byId("no-reception")?.remove();
  }
}

const olderThan = (one, list) =>
  [...list.children].find((each) => each.dataset.place < one.dataset.place);

// The newest above, whenever it was told; one further down than what is loaded comes with the rest.
function place(row) {
  const rows = byId("rows");
  const older = olderThan(row, rows);
  if (older) older.before(row);
  else if (!rows.childElementCount || !byId("more")) rows.append(row);
}

function showCount(text) {
  const [all, unseen] = text.split(" ");
  const withSeen = "withSeen" in document.querySelector(".receptions").dataset;
  byId("count").textContent = withSeen ? all : unseen;
}

// Earlier receptions, as somebody scrolls to them: the rows of the page that the link leads to.
async function showMore() {
  const more = byId("more");
  if (!more || "asked" in more.dataset) return;
  more.dataset.asked = "";
  const answer = await asked(more.querySelector("a").href);
  if (!answer) return void delete more.dataset.asked;
  if (!answer.ok || answer.redirected) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const rows = [...page.querySelectorAll("#rows > tr")].filter((row) => !byId(row.id));
  const focused = more.contains(document.activeElement);
  // For each button that may send a form, a browser looks through all that the form has.
  for (const row of rows) for (const button of row.querySelectorAll("button")) button.type = "button";
  byId("rows").append(...rows);
  const next = page.getElementById("more");
  watched.unobserve(more);
  if (next) {
    more.replaceWith(next);
    watched.observe(next);
  } else {
    more.remove();
  }
  // On the row, not on its button: the key that asked for it may still be held down.
  if (focused && rows.length) {
    rows[0].tabIndex = -1;
    rows[0].focus();
  }
}
const watched = new IntersectionObserver(
  (seen) => { if (seen.some((each) => each.isIntersecting)) showMore(); },
  { rootMargin: "1500px" },
);
if (byId("more")) watched.observe(byId("more"));
document.addEventListener("click", (event) => {
  if (!event.target.closest("#more a")) return;
  event.preventDefault();
  showMore();
});

function showNotice(html) {
  const notice = made(html).firstElementChild;
  const notices = byId("notices");
  notices.insertBefore(notice, olderThan(notice, notices) ?? null);
  byId("no-notice")?.remove();
  byId("said").textContent = notice.textContent;
  tone();
}

// Buttons of rows that came later send it as the others do.
byId("mark")?.addEventListener("click", (event) => {
  const button = event.target.closest("button[type=button]");
  if (!button) return;
  button.type = "submit";
  button.form.requestSubmit(button);
});

// A key that is held down acts once: focus goes on to the next patient's button.
byId("mark")?.addEventListener("keydown", (event) => {
  if (event.repeat && event.key === "Enter") event.preventDefault();
});

// "Seen" without loading the page anew; without script the form is sent as it is.
byId("mark")?.addEventListener("submit", async (event) => {
  if (event.submitter.name === "row") return;  // A print is a page of its own.
  event.preventDefault();
  const body = new URLSearchParams(new FormData(event.target, event.submitter));
  const answer = await asked("/rows", {
    method: "POST", body, headers: { accept: "application/json" }, redirect: "manual",
  });
  if (answer && !answer.ok) location.reload();
});

function listen(since) {
  const stream = new EventSource(`/events?since=${since}`);
  let mark = since, silent;
  const hear = (event) => {
    mark = event.lastEventId || mark;
    clearTimeout(silent);
    silent = setTimeout(() => {
      byId("away").hidden = false;
      stream.close();
      listen(mark);
    }, SILENT_AFTER_MS);
  };
  hear({});
  for (const kind of ["here", "kiosks", "row", "count", "notice", "gone"]) {
    stream.addEventListener(kind, (event) => { hear(event); byId("away").hidden = true; });
  }
  stream.addEventListener("open", () => {
    // What was asked for while the console was away is asked for again.
    const more = byId("more");
    if (more) { watched.unobserve(more); watched.observe(more); }
  });
  stream.addEventListener("error", () => {
    byId("away").hidden = false;
    // The browser tries again by itself, unless it was answered that it may not.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
  });
  stream.addEventListener("reload", () => location.reload());
  stream.addEventListener("kiosks", (event) => showKiosks(event.data));
  stream.addEventListener("row", (event) => showRow(event.data));
  stream.addEventListener("count", (event) => showCount(event.data));
  stream.addEventListener("notice", (event) => showNotice(event.data));
  stream.addEventListener("gone", (event) => {
    for (const id of event.data.split(" ")) byId(`r${id}`)?.remove();
  });
}

if (byId("sound")) listen(byId("away").dataset.mark);
