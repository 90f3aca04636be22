// [data-mirror]: one's own picture and how loud the microphone is, for oneself only. It starts by itself where the browser
// was told before that this page may, else at the press of its button; what is wrong is said in words.
import { Media } from './call/media.js';
import { meter } from './call/meter.js';
import { explain } from './call/problems.js';

const root = document.querySelector('[data-mirror]');

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

  async function begin() {
    start.setAttribute('aria-disabled', 'true');
    // what was switched off in the last call is tried here all the same
    media.on = { audio: !media.tracks.audio, video: !media.tracks.video };
    await media.start();
    start.removeAttribute('aria-disabled');
  }

  media.addEventListener('change', show);
  start.addEventListener('click', async () => {
    await begin();
    if (start.hidden) stop.focus();
  });
  stop.addEventListener('click', () => {
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
