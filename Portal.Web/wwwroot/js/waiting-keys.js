// [data-waiting], a row of the waiting panel: A admits, R opens the reason for rejecting, H the message that asks for
// patience, Escape closes them, the arrow keys go from row to row. They work in the row that has the focus and not while
// something is typed.
function open(details) {
  details.open = true;
  const field = details.querySelector('input:not([type=hidden])');
  field.focus();
  field.select();
}

document.addEventListener('keydown', event => {
  const row = event.target.closest?.('[data-waiting]');
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    const details = event.target.closest('details[open]') ?? row.querySelector('details[open]');
    if (details) {
      details.open = false;
      details.querySelector('summary').focus();
    }
    return;
  }
  if (event.target.matches('input, textarea, select')) return;
  const act = {
    a: () => row.querySelector('[data-admit]').click(),
    r: () => open(row.querySelector('details.decline:not(.patience)')),
    h: () => open(row.querySelector('details.patience')),
    ArrowDown: () => row.nextElementSibling?.focus(),
    ArrowUp: () => row.previousElementSibling?.focus(),
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || event.repeat) return;
  event.preventDefault();
  act();
});

// a message that was sent has been said
document.addEventListener('htmx:finally:request', event => {
  const { sourceElement, response } = event.detail.ctx;
  const details = sourceElement.closest?.('details.patience');
  if (details && response?.raw.ok) details.open = false;
});

// the row that was decided about is gone; without a next step to take the focus, the next row has it
document.addEventListener('htmx:after:swap', event => {
  if (!event.detail.ctx.sourceElement.closest?.('[data-waiting], form')) return;
  if (document.activeElement !== document.body) return;
  document.querySelector('#waiting [autofocus], #waiting [data-waiting]')?.focus();
});
