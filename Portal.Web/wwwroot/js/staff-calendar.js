// [data-calendar]: arrow keys go from day to day and from meeting to meeting, Home and End to the first and last day, Page Up
// and Page Down turn the page. What is loaded into [data-sheet] is shown beside the calendar. An entry with data-move-url is
// dragged to another time, by a finger once it has rested on it: the form for moving opens with it, and only that moves it.
const sheet = document.querySelector('[data-sheet]');
const columns = () => [...document.querySelectorAll('[data-calendar] [data-column]')];
const stops = column => [...column.querySelectorAll('[data-stop]')];

// the one that stands nearest beside it; in a day without meetings its heading
function beside(stop, column) {
  if (!column) return;
  const { top } = stop.getBoundingClientRect();
  const apart = other => Math.abs(other.getBoundingClientRect().top - top);
  return stops(column).sort((a, b) => apart(a) - apart(b))[0];
}

function neighbour(stop, key) {
  const all = columns();
  const at = all.indexOf(stop.closest('[data-column]'));
  const perRow = stop.closest('tr') ? 7 : 0;
  const own = stops(all[at]);
  const next = own[own.indexOf(stop) + { ArrowUp: -1, ArrowDown: 1 }[key]];
  const rtl = getComputedStyle(all[at]).direction === 'rtl' ? -1 : 1;
  switch (key) {
    case 'ArrowLeft': return beside(stop, all[at - rtl]);
    case 'ArrowRight': return beside(stop, all[at + rtl]);
    case 'Home': return beside(stop, all[perRow ? at - at % perRow : 0]);
    case 'End': return beside(stop, all[perRow ? at - at % perRow + perRow - 1 : all.length - 1]);
    default: return next ?? (perRow ? stops(all[at + (key === 'ArrowUp' ? -perRow : perRow)] ?? all[at]).at(key === 'ArrowUp' ? -1 : 0) : undefined);
  }
}

document.addEventListener('keydown', event => {
  const stop = event.target.closest?.('[data-calendar] [data-stop]');
  if (!stop || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const page = { PageUp: 'Previous', PageDown: 'Next' }[event.key];
  if (!page && !/^(Arrow|Home$|End$)/.test(event.key)) return;
  event.preventDefault();
  if (page) document.querySelector(`[data-turn="${page}"]`).click();
  else neighbour(stop, event.key)?.focus();
});

document.addEventListener('htmx:after:swap', event => {
  if (event.detail.ctx.target === sheet && !sheet.open) sheet.showModal();
  // what had the focus is gone: the heading of what came instead takes it
  if (!sheet.open && document.activeElement === document.body && event.detail.ctx.sourceElement?.matches?.('[data-calendar] *'))
    document.querySelector('#period')?.focus({ preventScroll: true });
});
document.addEventListener('htmx:before:swap', event => {
  // what is dragged must not be swapped away under the pointer
  if (drag?.ghost && event.detail.ctx.sourceElement?.matches('[data-calendar]')) event.preventDefault();
});
sheet.addEventListener('click', event => {
  // beside the sheet is its backdrop
  if (event.target === sheet || event.target.closest('[data-close]')) sheet.close();
});

const step = 15; // minutes
const rest = 400; // milliseconds
let drag, dragged = false;

// where the top of what is dragged would stand: a column, and the minutes from its top
function aim({ clientX, clientY }) {
  const column = document.elementFromPoint(clientX, clientY)?.closest('[data-column]');
  const track = column?.querySelector('.day-track');
  if (!track || column.dataset.host !== drag.host) return;
  const box = track.getBoundingClientRect();
  const height = box.height / (getComputedStyle(track).getPropertyValue('--for') * 5);
  const minutes = Math.round((clientY - drag.grip - box.top) / height / step) * step;
  return { column, track, height, minutes: Math.max(0, Math.min(minutes, box.height / height - step)) };
}

// the wall time there, read off the hours at the side: an hour may come twice
function timeAt({ minutes, height }) {
  const hour = [...document.querySelectorAll('[data-calendar] [data-time]')].filter(row => Math.round(row.offsetTop / height) <= minutes).at(-1);
  const [hours, past] = [parseInt(hour.dataset.time), minutes - Math.round(hour.offsetTop / height)];
  return `${String(hours).padStart(2, '0')}:${String(past % 60).padStart(2, '0')}`;
}

function follow(event) {
  const apart = Math.hypot(event.clientX - drag.x, event.clientY - drag.y);
  if (drag.resting) {
    if (apart >= 12) giveUp();
    return;
  }
  if (!drag.ghost && apart < 6) return;
  if (!drag.ghost) {
    drag.ghost = document.createElement('div');
    drag.ghost.className = 'entry entry-ghost';
    drag.ghost.append(document.createElement('strong'), ` ${drag.entry.querySelector('.entry-title').textContent}`);
    drag.entry.classList.add('entry-dragged');
  }
  drag.aim = aim(event);
  if (!drag.aim) return drag.ghost.remove();
  drag.ghost.firstChild.textContent = timeAt(drag.aim);
  drag.ghost.style.top = `${drag.aim.minutes * drag.aim.height}px`;
  drag.ghost.style.height = `${drag.entry.offsetHeight}px`;
  drag.aim.track.append(drag.ghost);
}

function drop() {
  const { aim: at, entry, ghost } = drag;
  clearTimeout(drag.resting);
  ghost?.remove();
  entry.classList.remove('entry-dragged');
  drag = undefined;
  if (!ghost || !at) return;
  const asked = new URLSearchParams({ date: at.column.dataset.date, time: timeAt(at), zone: document.querySelector('[data-zone-of]').dataset.zoneOf });
  htmx.ajax('GET', `${entry.dataset.moveUrl}?${asked}`, { source: entry, target: '#sheet', swap: 'innerHTML' });
}

function giveUp() {
  drag.aim = undefined;
  drop();
}

document.addEventListener('pointerdown', event => {
  const entry = event.target.closest?.('.day-track [data-move-url]:not([data-move-url=""])');
  if (drag) giveUp();
  dragged = false;
  if (!entry || event.button || !event.isPrimary || matchMedia('(width < 48rem)').matches) return;
  drag = { entry, x: event.clientX, y: event.clientY, grip: event.clientY - entry.getBoundingClientRect().top, host: entry.closest('[data-column]').dataset.host };
  if (event.pointerType !== 'touch') return;
  drag.resting = setTimeout(() => {
    drag.resting = undefined;
    drag.entry.classList.add('entry-dragged');
  }, rest);
});
// a finger that has rested drags and does not scroll; nor does it ask for the menu of the link it rests on
document.addEventListener('touchmove', event => { if (drag && !drag.resting) event.preventDefault(); }, { passive: false });
document.addEventListener('contextmenu', event => { if (drag && !drag.resting) event.preventDefault(); });
document.addEventListener('pointercancel', () => { if (drag) giveUp(); });
document.addEventListener('pointermove', event => { if (drag) follow(event); });
document.addEventListener('pointerup', () => { if (drag) { dragged = Boolean(drag.ghost); drop(); } });
document.addEventListener('keydown', event => { if (drag?.ghost && event.key === 'Escape') giveUp(); });
document.addEventListener('dragstart', event => { if (event.target.closest?.('[data-move-url]')) event.preventDefault(); });
// letting go is no click on the meeting
document.addEventListener('click', event => {
  if (dragged && event.target.closest?.('[data-entry]')) { event.preventDefault(); event.stopImmediatePropagation(); }
  dragged = false;
}, true);
