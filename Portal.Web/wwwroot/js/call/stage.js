// [data-stage]: the running call. Draws what happens, and hands what is pressed to the call.
import { clock } from './clock.js';
import { people } from './people.js';
import { selfView } from './selfview.js';
import { tiles } from './tiles.js';

const lookAtQualityEvery = 3_000;
const words = {
  alone: 'Nobody else is here', connecting: 'Connecting…', reconnecting: 'Reconnecting…', poor: 'Poor connection', lost: 'Connection lost',
};

export function stage(root, media) {
  const find = name => root.querySelector(`[data-${name}]`);
  const state = find('state');
  const said = find('said');
  const panel = find('people-panel');
  const dialog = find('end-dialog');
  const showSelf = selfView(find('self'), root);
  const board = tiles(root, { blocked: () => { find('unmute').hidden = false; } });
  const list = people(root);
  const elapsed = clock(find('elapsed'));
  let call = null;
  let connection = 'connecting';
  let quality = 'good';
  let timer;

  function showState() {
    const worst = call && !call.seat.works ? 'reconnecting' : connection !== 'connected' ? connection : board.everybody.length ? quality : 'alone';
    root.dataset.condition = worst;
    if (state.textContent !== (words[worst] ?? 'Connected')) state.textContent = words[worst] ?? 'Connected';
  }

  function showControls() {
    showSelf(media);
    const sends = media.state;
    for (const [kind, on] of [['audio', sends.mic], ['video', sends.cam], ['screen', sends.sharing]]) {
      const button = root.querySelector(`[data-control=${kind}]`);
      button.dataset.on = on;
      button.querySelector('[data-words]').textContent = on ? button.dataset.off : button.dataset.start;
    }
  }

  async function lookAtQuality() {
    const found = await call.stats();
    if (!found) return;
    for (const [id, level] of found.peers ?? board.everybody.map(({ id }) => [id, found.level])) board.quality(id, level);
    quality = found.level;
    showState();
  }

  async function press(kind) {
    if (kind === 'screen') await (media.tracks.screen ? media.unshare() : media.share());
    else await media.set(kind, !media.sends(kind));
    if (media.problems[kind]) say(`The ${kind === 'audio' ? 'microphone' : 'camera'} cannot be used. Leave and join again to see why.`);
  }

  function say(text) {
    said.textContent = text;
  }

  for (const button of root.querySelectorAll('[data-control]'))
    button.addEventListener('click', () => press(button.dataset.control).catch(error => {
      if (error.name !== 'NotAllowedError') throw error; // closing the choice of screens is an answer
    }));
  if (!navigator.mediaDevices?.getDisplayMedia) root.querySelector('[data-control=screen]').hidden = true;
  media.addEventListener('change', showControls);
  find('leave').addEventListener('click', () => call.leave());
  find('unmute').addEventListener('click', () => board.playAll().then(() => { find('unmute').hidden = true; }));
  find('people-toggle').addEventListener('click', event => {
    panel.hidden = !panel.hidden;
    event.currentTarget.setAttribute('aria-expanded', String(!panel.hidden));
  });
  find('end')?.addEventListener('click', () => {
    find('end-names').textContent = board.everybody.map(({ name }) => name).join(' and ') || 'Nobody else';
    dialog.showModal();
  });
  dialog?.addEventListener('close', () => { if (dialog.returnValue === 'end') call.end(); });

  const both = name => (...told) => { board[name](...told); list[name](...told); };

  return {
    on: {
      seated(seat) {
        seat.hear('Room', room => { elapsed.start(room); showState(); });
        seat.hear('Away', showState);
      },
      state(now) { connection = now; showState(); },
      joined(info) { both('joined')(info); say(`${info.name} is here`); showState(); },
      left(id) { both('left')(id); showState(); },
      cleared: both('clear'),
      media: both('media'),
      track: board.track,
      link: board.link,
      speaking: board.speaking,
      caption() {},
    },
    start(running) {
      call = running;
      timer = setInterval(lookAtQuality, lookAtQualityEvery);
      showControls();
      showState();
    },
    stop() {
      clearInterval(timer);
      elapsed.stop();
      dialog?.close();
    },
  };
}
