// [data-calendar]: arrow keys go from day to day and from meeting to meeting, Home and End to the first and last day, Page Up
// and Page Down turn the page. What is loaded into [data-sheet] is shown beside the calendar.
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
sheet.addEventListener('click', event => {
  // beside the sheet is its backdrop
  if (event.target === sheet || event.target.closest('[data-close]')) sheet.close();
});
