// [data-mirror]: one's own picture and how loud the microphone is, for oneself only. It starts by itself where the browser
// was told before that this page may, else at the press of its button; what is wrong is said in words, and what works is
// reported for the host.
import { Media } from './call/media.js';
import { meter } from './call/meter.js';
import { explain } from './call/problems.js';

const root = document.querySelector('[data-mirror]');

// the host is told what works: form[data-device-report], sent when it is something else than before
let reported = '';

function report({ tracks, problems }) {
  const form = document.querySelector('form[data-device-report]');
  const found = { camera: tracks.video ? 'works' : problems.video, microphone: tracks.audio ? 'works' : problems.audio };
  const what = JSON.stringify(found);
  if (!form || !found.camera || !found.microphone || what === reported) return;
  reported = what;
  for (const [name, state] of Object.entries(found)) form.elements[name].value = state;
  fetch(form.action, { method: 'POST', body: new FormData(form) }).catch(() => { reported = ''; });
}

function mirror() {
  const find = name => root.querySelector(`[data-mirror-${name}]`);
  const video = find('video');
  const start = find('start');
  const stop = find('stop');
  const problems = find('problems');
  const level = meter(find('level'));
  const media = new Media();

  function show() {
    const { audio, video: picture } = media.tracks;
    const works = !!audio || !!picture;
    const troubles = explain(media.problems);
    root.dataset.state = picture ? 'on' : 'off';
    if (video.srcObject?.getVideoTracks()[0] !== (picture ?? undefined)) video.srcObject = picture && new MediaStream([picture]);
    level.follow(audio);
    stop.hidden = !works;
    start.hidden = works && troubles.length === 0;
    if (troubles.length > 0) start.textContent = start.dataset.again;
    problems.replaceChildren(...troubles.map(([title, advice]) => {
      const notice = find('problem').content.firstElementChild.cloneNode(true);
      notice.querySelector('[data-title]').textContent = title;
      notice.querySelector('[data-advice]').textContent = advice;
      return notice;
    }));
  }

  let tried = false;

  async function begin() {
    start.setAttribute('aria-disabled', 'true');
    // what was switched off in the last call is tried here all the same
    media.on = { audio: !media.tracks.audio, video: !media.tracks.video };
    tried = true;
    await media.start();
    start.removeAttribute('aria-disabled');
  }

  media.addEventListener('change', show);
  media.addEventListener('change', () => { if (tried) report(media); });
  start.addEventListener('click', async () => {
    await begin();
    if (start.hidden) stop.focus();
  });
  stop.addEventListener('click', () => {
    tried = false;
    media.problems = { audio: null, video: null };
    media.stop();
    level.stop();
    start.focus();
  });
  // devices are given back before the call's page asks for them
  addEventListener('pagehide', () => media.stop());
  root.hidden = false;
  return begin;
}

async function isAllowed() {
  try {
    const states = await Promise.all(['camera', 'microphone'].map(name => navigator.permissions.query({ name })));
    return states.every(({ state }) => state === 'granted');
  } catch {
    return false; // this browser does not tell: then the button asks
  }
}

if (root) {
  const begin = mirror();
  if (await isAllowed()) await begin();
}
