// [data-keys]: the days or times of a calendar, one tab stop, moved through by arrow keys, Home and End; Page Up, Page Down
// and moving beyond an end turn the page ([data-turn]). The focus goes along, to the next that is free.
const day = 86_400_000;
const arrows = { ArrowLeft: ['x', -1], ArrowRight: ['x', 1], ArrowUp: ['y', -1], ArrowDown: ['y', 1] };
let wanted;

const cells = part => [...part.querySelectorAll('a[href]')];
const apart = (a, b) => Math.min(Math.abs(a - b), day - Math.abs(a - b));
const timeOf = cell => Date.parse(new URL(cell.href).searchParams.get('time')) % day || 0;
const dateOf = cell => Date.parse(cell.closest('[data-row]')?.dataset.row ?? new URL(cell.href).searchParams.get('date'));

const roles = { '[data-grid]': 'grid', '[data-row]': 'row', '[data-head]': 'rowheader', '[role=list]': 'none', '[role=listitem]': 'gridcell' };

function upgrade(part) {
  for (const [selector, role] of Object.entries(roles))
    for (const element of [part, ...part.querySelectorAll(selector)]) if (element.matches(selector)) element.role = role;
  oneTabStop(part);
}

function oneTabStop(part) {
  const all = cells(part);
  const stop = all.find(cell => cell === document.activeElement) ?? all.find(cell => cell.ariaCurrent) ?? all[0];
  for (const cell of all) cell.tabIndex = cell === stop ? 0 : -1;
}

function go(part, cell) {
  cell.focus();
  oneTabStop(part);
}

// the nearest that lies that way on the screen; in a month one exactly below is worth more than a near one
function nearest(part, cell, axis, way) {
  const [start, end, crossStart] = axis === 'x' ? ['left', 'right', 'top'] : ['top', 'bottom', 'left'];
  const stray = part.dataset.keys === 'days' ? 3 : 0.3;
  const from = cell.getBoundingClientRect();
  let found, best = Infinity;
  for (const other of cells(part)) {
    const to = other.getBoundingClientRect();
    const along = way > 0 ? to[start] - from[end] : from[start] - to[end];
    const far = along + stray * Math.abs(to[crossStart] - from[crossStart]);
    if (along > -2 && far < best) [found, best] = [other, far];
  }
  return found;
}

function turn(part, way, date, time) {
  const link = document.querySelector(`a[href][data-turn="${way > 0 ? 'Next' : 'Previous'}"]`);
  if (!link || part.dataset.keys === 'strip' || wanted) return;
  wanted = { keys: part.dataset.keys, way, date, time };
  link.click();
}

// a month later is the same day of it, or its last
function pageFrom(part, cell, way) {
  const date = new Date(dateOf(cell));
  if (part.dataset.keys === 'times') return date.getTime() + way * part.dataset.page * day;
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + way + 1, 0));
  return last.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()));
}

function arrive({ keys, way, date, time }) {
  const part = document.querySelector(`[data-booking] [data-keys="${keys}"]`);
  const all = part ? cells(part) : [];
  const beyond = all.filter(cell => (dateOf(cell) - date) * way >= 0);
  const free = beyond.length ? beyond : all;
  const at = free.length && dateOf(free.at(way > 0 === beyond.length > 0 ? 0 : -1));
  const those = free.filter(cell => dateOf(cell) === at);
  if (time !== undefined) those.sort((a, b) => apart(timeOf(a), time) - apart(timeOf(b), time));
  const cell = those.at(time === undefined && way < 0 ? -1 : 0);
  if (cell) go(part, cell);
  else document.querySelector('[data-booking] .cal-none a')?.focus();
}

function press(part, cell, key) {
  const row = cells(cell.closest('[data-row], tr'));
  if (key === 'Home' || key === 'End') return go(part, row.at(key === 'Home' ? 0 : -1));
  if (key.startsWith('Page')) {
    const way = key === 'PageUp' ? -1 : 1;
    return turn(part, way, pageFrom(part, cell, way), timeOf(cell));
  }
  const [axis, ahead] = arrows[key];
  const style = getComputedStyle(part);
  const way = axis === 'x' && style.direction === 'rtl' ? -ahead : ahead;
  // a week on a wide screen is read downwards, everything else across
  const reads = axis === (style.getPropertyValue('--reads') === 'down' ? 'y' : 'x');
  const all = cells(part);
  const next = reads ? all[all.indexOf(cell) + way] : nearest(part, cell, axis, ahead);
  if (next) return go(part, next);
  const days = part.dataset.keys === 'days' && axis === 'y' ? 7 : 1;
  turn(part, way, dateOf(cell) + way * days * day, axis === 'x' && !reads ? timeOf(cell) : undefined);
}

document.addEventListener('keydown', event => {
  const cell = event.target.closest('[data-keys] a[href]');
  if (!cell || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !/^(Arrow|Home|End|Page)/.test(event.key)) return;
  event.preventDefault();
  press(cell.closest('[data-keys]'), cell, event.key);
});
document.addEventListener('htmx:after:swap', () => {
  for (const part of document.querySelectorAll('[data-booking] [data-keys]')) upgrade(part);
  if (wanted) arrive(wanted);
  wanted = undefined;
});
document.addEventListener('htmx:error', () => { wanted = undefined; });
for (const part of document.querySelectorAll('[data-booking] [data-keys]')) upgrade(part);
