// Keeps the list of calls fresh while somebody looks at it. Without it, the button Show does the same.
"use strict";
const rows = document.getElementById("rows");
const live = document.getElementById("live");

async function look() {
  if (document.hidden) return true;
  try {
    const answer = await fetch(rows.dataset.from, { cache: "no-store" });
    if (answer.status === 401) {
      live.textContent = "You are signed out: reload this page.";
      return false;
    }
    const fresh = await answer.text();
    if (answer.ok && fresh !== look.last) rows.innerHTML = look.last = fresh;
    live.textContent = answer.ok ? "Live" : "The host cannot tell just now.";
  } catch {
    live.textContent = "The host does not answer just now.";
  }
  return true;
}

async function keepLooking() {
  if (await look()) setTimeout(keepLooking, 2000);
}

keepLooking();
