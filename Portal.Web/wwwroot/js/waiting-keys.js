// [data-waiting], a row of the waiting panel: A admits, R opens the reason for declining, Escape closes it, the arrow keys
// go from row to row. They work in the row that has the focus and not while something is typed.
document.addEventListener('keydown', event => {
  const row = event.target.closest?.('[data-waiting]');
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const decline = row.querySelector('details');
  if (event.key === 'Escape' && decline.open) {
    decline.open = false;
    decline.querySelector('summary').focus();
    return;
  }
  if (event.target.matches('input, textarea, select')) return;
  const act = {
    a: () => row.querySelector('[data-admit]').click(),
    r: () => { decline.open = true; decline.querySelector('input[name=reason]').focus(); },
    ArrowDown: () => row.nextElementSibling?.focus(),
    ArrowUp: () => row.previousElementSibling?.focus(),
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || event.repeat) return;
  event.preventDefault();
  act();
});

// the row that was decided about is gone; without a next step to take the focus, the next row has it
document.addEventListener('htmx:after:swap', event => {
  if (!event.detail.ctx.sourceElement.closest?.('[data-waiting], form')) return;
  if (document.activeElement !== document.body) return;
  document.querySelector('#waiting [autofocus], #waiting [data-waiting]')?.focus();
});
