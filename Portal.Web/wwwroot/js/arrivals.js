// #waiting: two soft notes when somebody new is in the list. [data-arrival-sound] switches them; the choice is remembered.
const key = 'portal.arrival-sound';
let known = ids();
let audio;

function ids() {
  return new Set([...document.querySelectorAll('#waiting [data-waiting]')].map(row => row.dataset.waiting));
}

function isOn() {
  return localStorage.getItem(key) !== 'off';
}

function note(frequency, start, length) {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.12, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + length);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + length);
}

// a browser gives no sound to a page nobody has touched yet
async function wake() {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') await audio.resume();
}

async function chime() {
  if (!audio && !navigator.userActivation?.hasBeenActive) return;
  await wake();
  note(659.25, audio.currentTime, 0.5);
  note(880, audio.currentTime + 0.14, 0.8);
}

function show() {
  for (const button of document.querySelectorAll('[data-arrival-sound]'))
    button.setAttribute('aria-pressed', String(isOn()));
}

document.addEventListener('click', event => {
  if (!event.target.closest?.('[data-arrival-sound]')) return;
  localStorage.setItem(key, isOn() ? 'off' : 'on');
  show();
  if (isOn()) chime();
});
document.addEventListener('htmx:after:swap', () => {
  const now = ids();
  const arrived = [...now].some(id => !known.has(id));
  known = now;
  show();
  if (arrived && isOn()) chime();
});
addEventListener('pointerdown', () => { if (isOn()) wake(); }, { once: true });
show();
