// [data-control]: microphone, camera and screen, and [data-device-notice]: what to do when one of them cannot be had.
import { explain } from './problems.js';

const kinds = ['audio', 'video', 'screen'];

export function controls(root, media) {
  const buttons = Object.fromEntries(kinds.map(kind => [kind, root.querySelector(`[data-control=${kind}]`)]));
  const notice = root.querySelector('[data-device-notice]');
  let ignored = '';

  function showTrouble() {
    const found = explain(media.problems);
    const words = found.map(([title, advice]) => `${title}. ${advice}`).join(' ');
    notice.hidden = !words || words === ignored;
    if (!notice.hidden) notice.querySelector('[data-words]').textContent = words;
    if (!words) ignored = '';
  }

  function show() {
    const sends = media.state;
    for (const [kind, on] of [['audio', sends.mic], ['video', sends.cam], ['screen', sends.sharing]]) {
      const button = buttons[kind];
      button.dataset.on = on;
      button.setAttribute('aria-pressed', String(on));
      button.querySelector('[data-words]').textContent = on ? button.dataset.off : button.dataset.start;
    }
    showTrouble();
  }

  async function press(kind) {
    try {
      if (kind !== 'screen') return await media.set(kind, !media.sends(kind));
      if (buttons.screen.hidden) return undefined;
      return await (media.tracks.screen ? media.unshare() : media.share());
    } catch (error) {
      if (error.name !== 'NotAllowedError') throw error; // closing the choice of screens is an answer
      return undefined;
    }
  }

  for (const kind of kinds) buttons[kind].addEventListener('click', () => press(kind));
  buttons.screen.hidden = !navigator.mediaDevices?.getDisplayMedia;
  notice.querySelector('[data-device-retry]').addEventListener('click', async () => {
    for (const kind of ['audio', 'video']) if (media.problems[kind]) await media.set(kind, true);
  });
  notice.querySelector('[data-device-close]').addEventListener('click', () => {
    ignored = notice.querySelector('[data-words]').textContent;
    notice.hidden = true;
  });
  media.addEventListener('change', show);
  return { show, press };
}
