// [data-stage]: the running call. Draws what happens, and hands what is pressed to the call.
import { selfView } from './selfview.js';
import { tiles } from './tiles.js';

const lookAtQualityEvery = 3_000;
const two = number => String(number).padStart(2, '0');

export function stage(root, media, { leave }) {
  const find = name => root.querySelector(`[data-${name}]`);
  const state = find('state');
  const said = find('said');
  const people = find('people-panel');
  const dialog = find('end-dialog');
  const showSelf = selfView(find('self'), root);
  const board = tiles(root, { blocked: () => { find('unmute').hidden = false; } });
  const timers = [];
  let call = null;
  let signalling = true;
  let quality = 'good';

  function showState() {
    const states = board.states;
    const worst = !signalling ? 'reconnecting' : states.find(one => one !== 'connected') ?? (states.length ? quality : 'alone');
    const words = {
      alone: 'Nobody else is here', connecting: 'Connecting…', reconnecting: 'Reconnecting…', poor: 'Poor connection', lost: 'Connection lost',
    };
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
    const order = ['good', 'fair', 'poor', 'lost'];
    const found = await call.stats();
    for (const [id, one] of found) board.quality(id, one);
    quality = [...found.values()].sort((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? 'good';
    showState();
  }

  async function press(kind) {
    if (kind === 'screen') await (media.tracks.screen ? media.unshare() : media.share());
    else await media.set(kind, !media.sends(kind));
    if (media.problems[kind]) say(`The ${kind === 'audio' ? 'microphone' : 'camera'} cannot be used. Leave and join again to see why.`);
  }

  function say(words) {
    said.textContent = words;
  }

  for (const button of root.querySelectorAll('[data-control]'))
    button.addEventListener('click', () => press(button.dataset.control).catch(error => {
      if (error.name !== 'NotAllowedError') throw error; // closing the choice of screens is an answer
    }));
  if (!navigator.mediaDevices?.getDisplayMedia) root.querySelector('[data-control=screen]').hidden = true;
  find('leave').addEventListener('click', () => leave());
  find('unmute').addEventListener('click', () => board.playAll().then(() => { find('unmute').hidden = true; }));
  find('people-toggle').addEventListener('click', event => {
    people.hidden = !people.hidden;
    event.currentTarget.setAttribute('aria-expanded', String(!people.hidden));
  });
  find('end')?.addEventListener('click', () => {
    find('end-names').textContent = board.names.join(' and ') || 'Nobody else';
    dialog.showModal();
  });
  dialog?.addEventListener('close', () => { if (dialog.returnValue === 'end') call.end(); });

  return {
    on: {
      joined({ startedAt, now }) {
        const offset = now - Date.now();
        const clock = find('elapsed');
        const tick = () => {
          const seconds = Math.max(0, Math.floor((Date.now() + offset - startedAt) / 1000));
          const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
          clock.textContent = hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
        };
        tick();
        if (timers.length === 0) timers.push(setInterval(tick, 1000));
      },
      signalling(works) { signalling = works; showState(); },
      peerJoined(info) { board.add(info); say(`${info.name} is here`); showState(); },
      peerLeft(id) { board.remove(id); showState(); },
      peerMedia: board.media,
      peerTracks: board.tracks,
      peerConnection(id, now) { board.connection(id, now); showState(); },
    },
    start(running) {
      call = running;
      timers.push(setInterval(lookAtQuality, lookAtQualityEvery));
      showState();
    },
    showControls,
    stop() { timers.forEach(clearInterval); dialog?.close(); },
  };
}
