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
    byId("rows").prepend(row);
    byId("no-reception")?.remove();
  }
  byId("count").textContent = byId("rows").childElementCount;
}

function showNotice(html) {
  const notice = made(html).firstElementChild;
  byId("notices").prepend(notice);
  byId("no-notice")?.remove();
  byId("said").textContent = notice.textContent;
  tone();
}

// "Seen" without loading the page anew; without script the form is sent as it is.
byId("mark")?.addEventListener("submit", async (event) => {
  if (event.submitter.name === "row") return;  // A print is a page of its own.
  event.preventDefault();
  const body = new URLSearchParams(new FormData(event.target, event.submitter));
  const answer = await fetch("/rows", {
    method: "POST", body, headers: { accept: "application/json" }, redirect: "manual",
  });
  if (!answer.ok) location.reload();
});

function listen() {
  const away = byId("away");
  const stream = new EventSource(`/events?since=${away.dataset.mark}`);
  stream.addEventListener("open", () => { away.hidden = true; });
  stream.addEventListener("error", () => {
    away.hidden = false;
    // The browser tries again by itself, unless it was answered that it may not.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
  });
  stream.addEventListener("reload", () => location.reload());
  stream.addEventListener("kiosks", (event) => showKiosks(event.data));
  stream.addEventListener("row", (event) => showRow(event.data));
  stream.addEventListener("notice", (event) => showNotice(event.data));
  stream.addEventListener("gone", (event) => {
    for (const id of event.data.split(" ")) byId(`r${id}`)?.remove();
    byId("count").textContent = byId("rows").childElementCount;
  });
}

if (byId("sound")) listen();
