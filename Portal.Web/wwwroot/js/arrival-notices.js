// #waiting: tells of arrivals by a notification of the browser while the tab is in the background. [data-arrival-notices]
// switches it; permission is asked for only then, and the choice is remembered.
const key = 'portal.arrival-notices';
let known = rows();

function rows() {
  return new Map([...document.querySelectorAll('#waiting [data-waiting]')].map(row => [row.dataset.waiting, row.dataset.name]));
}

function isOn() {
  return 'Notification' in window && Notification.permission === 'granted' && localStorage.getItem(key) === 'on';
}

function show() {
  for (const button of document.querySelectorAll('[data-arrival-notices]')) {
    button.hidden = !('Notification' in window);
    button.setAttribute('aria-pressed', String(isOn()));
  }
}

function tell(name) {
  const notice = new Notification(`${name} is waiting`, { tag: 'portal-waiting', body: 'Open the waiting room to let them in.' });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
  });
}

document.addEventListener('click', async event => {
  if (!event.target.closest?.('[data-arrival-notices]')) return;
  if (isOn()) {
    localStorage.setItem(key, 'off');
  } else if (await Notification.requestPermission() === 'granted') {
    localStorage.setItem(key, 'on');
  } else {
    document.dispatchEvent(new CustomEvent('portal:toast', { detail: {
      kind: 'warning', text: 'This browser does not allow notifications from the portal. You can change that in its settings.',
    } }));
  }
  show();
});
document.addEventListener('htmx:after:swap', () => {
  const now = rows();
  const arrived = [...now].filter(([id]) => !known.has(id));
  known = now;
  show();
  if (arrived.length > 0 && document.hidden && isOn()) tell(arrived[0][1]);
});
show();
