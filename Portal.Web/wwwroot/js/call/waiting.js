// [data-panel=waiting]: who waits at the door, let in from inside the call. The list comes and renews itself by htmx.
export function waiting(root, { tell }) {
  const panel = root.querySelector('[data-panel=waiting]');
  if (!panel) return;
  const badge = root.querySelector('[data-count=waiting]');
  let known = 0;

  function count() {
    const now = Number(panel.querySelector('[data-badge]')?.dataset.badge ?? 0);
    badge.hidden = now === 0;
    badge.querySelector('[data-number]').textContent = String(now);
    if (now > known) tell(now === 1 ? 'Somebody waits to be let in' : `${now} people wait to be let in`);
    known = now;
  }

  document.addEventListener('htmx:after:swap', count);
  count();
}
