// One key for each control, never while somebody types; ? shows them all ([data-keys-dialog]).
export function keys(root, acts) {
  const dialog = root.querySelector('[data-keys-dialog]');
  const typing = element => element.closest?.('input, textarea, select, [contenteditable]');

  function press(event) {
    if (root.hidden || event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
    if (event.target.closest?.('[data-waiting]')) return; // a row of the waiting panel has keys of its own
    if (document.querySelector('dialog[open]')) return;
    const act = event.key === '?' ? () => dialog.showModal() : acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  }

  const listen = place => place?.addEventListener('keydown', press);
  listen(document);
  root.querySelector('[data-keys]').addEventListener('click', () => dialog.showModal());
  return { listen, stop() { document.removeEventListener('keydown', press); } };
}
