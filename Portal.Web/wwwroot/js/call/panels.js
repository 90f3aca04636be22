// [data-panel] beside the pictures, one at a time; [data-panel-toggle] opens and closes it, Escape closes it.
export function panels(root) {
  const all = new Map([...root.querySelectorAll('[data-panel]')].map(panel => [panel.dataset.panel, panel]));
  const toggles = [...root.querySelectorAll('[data-panel-toggle]')];
  const listeners = new Map();
  const state = { open: null, show, toggle, opened: (name, act) => listeners.set(name, act) };

  function show(name) {
    state.open = name;
    for (const [one, panel] of all) panel.hidden = one !== name;
    for (const toggle of toggles) toggle.setAttribute('aria-expanded', String(toggle.dataset.panelToggle === name));
    root.toggleAttribute('data-panel-open', name !== null);
    listeners.get(name)?.();
  }

  function toggle(name) {
    if (!all.has(name)) return;
    show(state.open === name ? null : name);
  }

  // the focus goes back to where the panel was opened from
  function close() {
    const from = toggles.find(one => one.dataset.panelToggle === state.open && one.offsetParent);
    show(null);
    (from ?? root).focus();
  }

  for (const button of toggles) button.addEventListener('click', () => toggle(button.dataset.panelToggle));
  for (const panel of all.values()) {
    panel.querySelector('[data-panel-close]').addEventListener('click', close);
    panel.addEventListener('keydown', event => { if (event.key === 'Escape') close(); });
  }
  return state;
}
