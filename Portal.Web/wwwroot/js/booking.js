// [data-booking]: what swapping its content alone would not do. Keeps what was typed while another time is looked at;
// brings what a link leads to (data-to="#times") into sight and keeps the focus somewhere; moves through the days of
// [data-days] by arrow keys, Home, End, Page Up and Page Down.
const typed = new Map();
let hadFocus = false, leadsTo;
const keys = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const finePointer = matchMedia('(pointer: fine)');

const fields = booking => booking.querySelectorAll('form[method=post] :is(input:not([type=hidden]), textarea)[name]');
const days = table => [...table.querySelectorAll('a[href]')];

function keep(booking) {
  for (const field of fields(booking)) typed.set(field.name, field.value);
}

function restore(booking) {
  for (const field of fields(booking)) if (!field.value && typed.get(field.name)) field.value = typed.get(field.name);
}

// Tab stops once in the month, at the day chosen; the arrow keys do the rest
function oneTabStop(table) {
  const all = days(table);
  const stop = all.find(day => day === document.activeElement) ?? all.find(day => day.ariaCurrent) ?? all[0];
  for (const day of all) day.tabIndex = day === stop ? 0 : -1;
  table.setAttribute('role', 'grid');
}

function neighbour(table, day, key) {
  if (key === 'Home') return days(day.closest('tr'))[0];
  if (key === 'End') return days(day.closest('tr')).at(-1);
  const [down, right] = keys[key];
  const mirrored = getComputedStyle(table).direction === 'rtl' ? -right : right;
  if (mirrored) return days(table)[days(table).indexOf(day) + mirrored];
  const { cellIndex, parentElement: { sectionRowIndex, parentElement: { rows } } } = day.parentElement;
  for (let row = sectionRowIndex + down; rows[row]; row += down) {
    const found = rows[row].cells[cellIndex].querySelector('a');
    if (found) return found;
  }
}

function arrive(booking) {
  const to = leadsTo && booking.querySelector(leadsTo);
  if (to) {
    const { top } = to.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) to.scrollIntoView({ behavior: calm.matches ? 'auto' : 'smooth', block: 'start' });
    const field = to.matches('form') && (finePointer.matches ? to.querySelector('input:not([type=hidden]), select') : null);
    if (field) field.focus({ preventScroll: true });
  }
  // what had the focus is gone: the heading of what came instead takes it
  if (hadFocus && (document.activeElement === document.body || !document.activeElement.isConnected))
    booking.querySelector(to?.matches('form') ? '#chosen' : '#month')?.focus({ preventScroll: true });
}

document.addEventListener('htmx:before:swap', event => {
  const booking = document.querySelector('[data-booking]');
  if (!booking) return;
  keep(booking);
  hadFocus = booking.contains(document.activeElement);
  // now: the swap may turn the link into another
  leadsTo = event.detail.ctx.sourceElement?.dataset?.to;
});
document.addEventListener('htmx:after:swap', event => {
  const booking = document.querySelector('[data-booking]');
  if (!booking) return;
  restore(booking);
  for (const table of booking.querySelectorAll('[data-days]')) oneTabStop(table);
  if (booking.contains(event.detail.ctx.target) || event.detail.ctx.target.matches?.('[data-booking]')) arrive(booking);
});
document.addEventListener('keydown', event => {
  const table = event.target.closest?.('[data-days]');
  const page = { PageUp: 'chevron-left', PageDown: 'chevron-right' }[event.key];
  if (!table || event.ctrlKey || event.metaKey || event.altKey) return;
  if (page) {
    event.preventDefault();
    document.querySelector(`[data-month="${page}"]`)?.click();
  } else if (event.key in keys || event.key === 'Home' || event.key === 'End') {
    event.preventDefault();
    const next = neighbour(table, event.target, event.key);
    if (!next) return;
    next.focus();
    oneTabStop(table);
  }
});
for (const table of document.querySelectorAll('[data-booking] [data-days]')) oneTabStop(table);
