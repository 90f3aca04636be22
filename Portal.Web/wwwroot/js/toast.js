// Messages about things that happened elsewhere: the server's HX-Trigger {"portal:toast":{"text":"…","kind":"success"}},
// or the same event raised by a script. Errors and warnings stay until they are closed.
const region = document.querySelector('[data-toasts]');

function show({ text, kind = 'info' }) {
  const template = document.querySelector(`template[data-toast="${kind}"]`) ?? document.querySelector('template[data-toast]');
  const toast = template.content.firstElementChild.cloneNode(true);
  toast.querySelector('p').textContent = text;
  toast.querySelector('button').addEventListener('click', () => toast.remove());
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
