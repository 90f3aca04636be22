// #door[data-turn]: who looks at another tab is told when something happens at the door, where they allowed notifications with
// [data-turn-notify]. form[data-returns] is sent by itself when its page is seen: a device that slept takes its place again.
const door = () => document.getElementById('door');
let known = words();
let returned = false;

function words() {
  const { turn, turnWords } = door()?.dataset ?? {};
  const message = document.querySelector('.door-message blockquote')?.textContent.trim();
  return { what: `${turn} ${turnWords} ${message ?? ''}`, text: message && turn === 'Waiting' ? `${turnWords}. ${message}` : turnWords };
}

function tell(text) {
  if (document.hidden && 'Notification' in window && Notification.permission === 'granted') new Notification(text, { tag: 'door' });
}

function offer() {
  const button = document.querySelector('[data-turn-notify]');
  if (button) button.hidden = !('Notification' in window) || Notification.permission !== 'default';
}

// the newest message is the one to read
function scroll() {
  const said = document.getElementById('door-said');
  if (said) said.scrollTop = said.scrollHeight;
}

function comeBack() {
  const form = document.querySelector('form[data-returns=yes]');
  if (!form || document.hidden || returned) return;
  returned = true;
  form.requestSubmit();
}

document.addEventListener('click', async event => {
  if (!event.target.closest?.('[data-turn-notify]')) return;
  await Notification.requestPermission();
  offer();
});
document.addEventListener('htmx:after:swap', () => {
  const now = words();
  if (now.what !== known.what && now.text) tell(now.text);
  known = now;
  offer();
  scroll();
  comeBack();
});
document.addEventListener('portal:turn', () => tell('You can come in: the call opens now'));
// a message that was sent is no longer in its field
document.addEventListener('htmx:finally:request', event => {
  const { sourceElement, response } = event.detail.ctx;
  if (sourceElement.matches('form[data-resets]') && response?.raw.ok) sourceElement.reset();
});
document.addEventListener('visibilitychange', comeBack);
offer();
scroll();
comeBack();
