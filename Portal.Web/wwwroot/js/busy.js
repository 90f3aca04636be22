// form[data-busy]: while it is on the way its submit button says so (data-busy-label) and a second submit is held back.
// Not when the browser's own validation stops it; Back makes it usable again.
const busy = new Map();

function start(form, submitter) {
  const button = submitter ?? form.querySelector('[type=submit]');
  busy.set(form, { button, nodes: button && [...button.childNodes] });
  form.ariaBusy = true;
  if (!button) return;
  // not disabled: that would take the button's own value out of the form
  button.ariaDisabled = true;
  if (button.dataset.busyLabel) button.replaceChildren(button.dataset.busyLabel);
}

function stop(form) {
  const held = busy.get(form);
  if (!held) return;
  busy.delete(form);
  form.ariaBusy = null;
  if (!held.button) return;
  held.button.ariaDisabled = null;
  if (held.button.dataset.busyLabel) held.button.replaceChildren(...held.nodes);
}

document.addEventListener('submit', event => {
  if (!busy.has(event.target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
document.addEventListener('submit', event => {
  // a prevented submit is htmx's, which tells below when it really asks
  if (!event.defaultPrevented && event.target.matches('form[data-busy]')) start(event.target, event.submitter);
});
document.addEventListener('htmx:before:request', event => {
  const { sourceElement, request } = event.detail.ctx;
  if (sourceElement.matches('form[data-busy]')) start(sourceElement, request.submitter);
});
document.addEventListener('htmx:finally:request', event => stop(event.detail.ctx.sourceElement));
addEventListener('pageshow', () => { for (const form of busy.keys()) stop(form); });
