// [data-ticks="2026-11-24T14:00:05Z"]: how long ago that was, to the second, counted on from the words of the server.
// The clock of the machine may be wrong: the nearest [data-now] says what time the server had when it wrote them.
const skews = new WeakMap();

function skewOf(element) {
  const list = element.closest('[data-now]');
  if (!list) return 0;
  const known = skews.get(list);
  if (known?.now === list.dataset.now) return known.skew;
  const skew = Date.now() - Date.parse(list.dataset.now);
  skews.set(list, { now: list.dataset.now, skew });
  return skew;
}

function words(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds % 60} s`;
}

function tick() {
  for (const element of document.querySelectorAll('[data-ticks]')) {
    const seconds = Math.floor((Date.now() - skewOf(element) - Date.parse(element.dataset.ticks)) / 1000);
    const text = words(Math.max(seconds, 0));
    if (element.textContent !== text) element.textContent = text;
  }
}

document.addEventListener('htmx:after:swap', tick);
setInterval(tick, 1000);
tick();
