// Messages about things that happened elsewhere: the server's HX-Trigger {"portal:toast":{"text":"…","kind":"success"}},
// or the same event raised by a script. Errors and warnings stay until they are closed.
const icons = { info: 'info', success: 'circle-check', warning: 'triangle-alert', error: 'circle-alert' };
const region = document.querySelector('[data-toasts]');
const sheet = region?.dataset.icons;

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${sheet}#${name}`);
  svg.append(use);
  return svg;
}

function show({ text, kind = 'info' }) {
  const toast = document.createElement('div');
  toast.className = `toast notice notice-${kind}`;
  const words = document.createElement('p');
  words.className = 'notice-body';
  words.textContent = text;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'toast-close';
  close.setAttribute('aria-label', 'Close');
  close.append(icon('x'));
  close.addEventListener('click', () => toast.remove());
  toast.append(icon(icons[kind] ?? icons.info), words, close);
  region.append(toast);
  if (kind === 'info' || kind === 'success') leave(toast);
}

// leaves after a while, not while it is pointed at or focused
function leave(toast) {
  setTimeout(() => toast.matches(':hover, :focus-within') ? leave(toast) : toast.remove(), 6000);
}

if (region) {
  document.addEventListener('portal:toast', event => show(event.detail));
  document.addEventListener('htmx:response:error', event => {
    const { sourceElement, response } = event.detail.ctx;
    if (sourceElement.dataset.poll || response.status === 409 || response.status === 422) return;
    show({ kind: 'error', text: response.status === 429
      ? 'That was too often. Wait a moment, then try again.'
      : 'That did not work. Try again in a moment.' });
  });
  document.addEventListener('htmx:error', event => {
    if (event.detail.ctx && !event.detail.ctx.sourceElement.dataset.poll)
      show({ kind: 'error', text: 'The server cannot be reached. Check your connection, then try again.' });
  });
}
