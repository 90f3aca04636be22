// [data-tiles]: one tile for everybody else, and one for each shared screen.
import { useSpeaker } from './speaker.js';

const connections = {
  connecting: 'Connecting…', reconnecting: 'Connection lost, trying again…', connected: '',
};
const qualities = {
  good: 'Good connection', fair: 'Fair connection', poor: 'Poor connection: picture or sound may stutter', lost: 'Nothing arrives',
};

export const initials = name => name.split(/\s+/).filter(Boolean).map(part => part[0])
  .filter((_, index, all) => index === 0 || index === all.length - 1).join('').toUpperCase();

export const put = (element, name, text) => { element.querySelector(`[data-${name}]`).textContent = text; };

export function tiles(root, { blocked }) {
  const grid = root.querySelector('[data-tiles]');
  const template = name => root.querySelector(`template[data-${name}]`).content.firstElementChild.cloneNode(true);
  const known = new Map();

  // a stream of the tracks as they are now; the same stream when nothing changed
  function play(video, tracks) {
    const wanted = tracks.filter(Boolean);
    const now = video.srcObject?.getTracks() ?? [];
    if (wanted.length !== now.length || wanted.some(track => !now.includes(track))) video.srcObject = wanted.length ? new MediaStream(wanted) : null;
    if (video.srcObject) video.play().catch(error => { if (error.name === 'NotAllowedError') blocked(); });
  }

  function count() {
    grid.dataset.count = known.size;
    grid.toggleAttribute('data-sharing', !!grid.querySelector('[data-screen-of]'));
    root.dataset.alone = known.size === 0;
  }

  function showScreen(entry, track) {
    if (track && !entry.screen) {
      entry.screen = template('screen-tile');
      entry.screen.dataset.screenOf = entry.info.id;
      put(entry.screen, 'name', `${entry.info.name}’s screen`);
      grid.prepend(entry.screen);
    } else if (!track && entry.screen) {
      entry.screen.remove();
      entry.screen = null;
    }
    if (entry.screen) play(entry.screen.querySelector('video'), [track]);
    count();
  }

  const remove = id => {
    const entry = known.get(id);
    if (!entry) return;
    [entry.tile, entry.screen].forEach(element => element?.remove());
    known.delete(id);
    count();
  };

  return {
    joined(info) {
      remove(info.id);
      const tile = template('tile');
      tile.dataset.tile = info.id;
      put(tile, 'name', info.name);
      put(tile, 'pin-name', info.name);
      put(tile, 'initials', initials(info.name));
      grid.append(tile);
      known.set(info.id, { info, tile, tracks: {} });
      count();
    },
    left: remove,
    clear() { for (const id of [...known.keys()]) remove(id); },
    media(id, { mic, cam }) {
      const tile = known.get(id)?.tile;
      if (tile) Object.assign(tile.dataset, { mic, cam });
    },
    track(id, kind, track) {
      const entry = known.get(id);
      if (!entry) return;
      if (kind === 'screen') return showScreen(entry, track);
      entry.tracks[kind] = track;
      play(entry.tile.querySelector('video'), [entry.tracks.camera, entry.tracks.microphone]);
      useSpeaker([entry.tile.querySelector('video')]);
    },
    link(id, state) {
      const entry = known.get(id);
      if (!entry) return;
      entry.tile.dataset.connection = state;
      put(entry.tile, 'trouble', connections[state]);
    },
    quality(id, level) {
      const entry = known.get(id);
      if (!entry) return;
      entry.tile.dataset.quality = level;
      put(entry.tile, 'quality', qualities[level]);
    },
    hand(id, raised) { if (known.has(id)) known.get(id).tile.dataset.hand = raised; },
    useSpeaker() { useSpeaker(grid.querySelectorAll('[data-tile] video')); },
    speaking(id) { for (const [one, { tile }] of known) tile.toggleAttribute('data-speaking', one === id); },
    playAll: () => Promise.all([...grid.querySelectorAll('video')].filter(video => video.srcObject).map(video => video.play())),
    get pictures() {
      return [...known.values()].flatMap(({ info, tile, screen }) => [
        ...screen ? [{ video: screen.querySelector('video'), name: `${info.name}’s screen`, contain: true }] : [],
        { video: tile.dataset.cam === 'true' ? tile.querySelector('video') : null, name: info.name },
      ]);
    },
    get voices() { return [...known.values()].map(({ tracks }) => tracks.microphone).filter(Boolean); },
    get everybody() { return [...known.values()].map(({ info }) => info); },
  };
}
