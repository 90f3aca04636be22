// [data-hold]: keeps the chosen time at the server while the form is open, counts down, and gives it back when the form is
// left unsent.
let held;

const clock = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const fieldsOf = form => {
  const sent = new FormData();
  for (const name of ['__RequestVerificationToken', 'start']) sent.set(name, form.elements[name].value);
  return sent;
};

function show(line, words, again) {
  line.dataset.told = '';
  line.querySelector('[data-hold-text]').textContent = words;
  line.querySelector('[data-hold-again]').hidden = !again;
}

function tick() {
  if (!held) return;
  const left = Math.ceil((held.until - performance.now()) / 1000);
  if (left > 0) return show(held.line, `This time is kept for you for ${clock(left)}`, false);
  show(held.line, 'This time is no longer kept for you. It can be booked as long as nobody else takes it.', true);
  clearInterval(held.timer);
}

function forget() {
  clearInterval(held?.timer);
  held = undefined;
}

async function hold(line) {
  forget();
  const form = line.closest('form');
  const mine = held = { line, form, fields: fieldsOf(form), release: line.dataset.release, asking: new AbortController() };
  let answer;
  try {
    answer = await fetch(line.dataset.hold, { method: 'POST', body: mine.fields, signal: mine.asking.signal });
  } catch {
    return; // no network, or the form is sent already: it works without
  }
  if (held !== mine) return;
  if (answer.status === 409) return show(line, 'Somebody else is booking this time right now. Choose another one, or try again in a few minutes.', true);
  if (!answer.ok) return;
  const { seconds } = await answer.json();
  if (!seconds || held !== mine) return;
  mine.until = performance.now() + seconds * 1000;
  mine.timer = setInterval(tick, 1000);
  tick();
}

function leave() {
  if (held && !held.sent) navigator.sendBeacon(held.release, held.fields);
  forget();
}

function look() {
  const line = document.querySelector('[data-hold]');
  if (held && line && held.fields.get('start') === fieldsOf(line.closest('form')).get('start') && held.line === line) return;
  leave();
  if (line) hold(line);
}

document.addEventListener('submit', event => {
  if (held?.form !== event.target) return;
  held.sent = true;
  held.asking.abort(); // the booking itself may be what it would collide with
});
document.addEventListener('click', event => {
  const line = event.target.closest?.('[data-hold-again]')?.closest('[data-hold]');
  if (line) hold(line);
});
document.addEventListener('htmx:after:swap', look);
addEventListener('pagehide', leave);
addEventListener('pageshow', event => { if (event.persisted) look(); });
look();
