// [data-tiles] and [data-people]: one tile and one line for everybody else, and a tile for a shared screen.
const connections = {
  connecting: 'Connecting…', reconnecting: 'Connection lost, trying again…', connected: '',
};
const qualities = {
  good: 'Good connection', fair: 'Fair connection', poor: 'Poor connection: picture or sound may stutter', lost: 'Nothing arrives',
};

const initials = name => name.split(/\s+/).filter(Boolean).map(part => part[0]).filter((_, index, all) => index === 0 || index === all.length - 1)
  .join('').toUpperCase();

export function tiles(root, { blocked }) {
  const grid = root.querySelector('[data-tiles]');
  const list = root.querySelector('[data-people]');
  const template = name => root.querySelector(`template[data-${name}]`).content.firstElementChild.cloneNode(true);
  const known = new Map();

  const put = (element, name, text) => { element.querySelector(`[data-${name}]`).textContent = text; };

  function play(video, stream) {
    if (video.srcObject !== stream) video.srcObject = stream;
    video.play().catch(error => { if (error.name === 'NotAllowedError') blocked(); });
  }

  function count() {
    grid.dataset.count = known.size;
    grid.toggleAttribute('data-sharing', !!grid.querySelector('[data-screen-of]'));
    root.dataset.alone = known.size === 0;
  }

  function showScreen(entry, id, sharing) {
    if (sharing && !entry.screen) {
      entry.screen = template('screen-tile');
      entry.screen.dataset.screenOf = id;
      put(entry.screen, 'name', `${entry.info.name}’s screen`);
      grid.prepend(entry.screen);
    } else if (!sharing && entry.screen) {
      entry.screen.remove();
      entry.screen = null;
    }
    if (entry.screen && entry.received) play(entry.screen.querySelector('video'), entry.received.screen);
    count();
  }

  return {
    add(info) {
      const tile = template('tile');
      const line = template('person');
      tile.dataset.tile = line.dataset.person = info.id;
      for (const element of [tile, line]) {
        put(element, 'name', info.name);
        put(element, 'initials', initials(info.name));
      }
      put(line, 'role', info.isStaff ? root.dataset.organization : 'Visitor');
      grid.append(tile);
      list.append(line);
      known.set(info.id, { info, tile, line });
      count();
    },
    remove(id) {
      const entry = known.get(id);
      if (!entry) return;
      [entry.tile, entry.line, entry.screen].forEach(element => element?.remove());
      known.delete(id);
      count();
    },
    media(id, { mic, cam, sharing }) {
      const entry = known.get(id);
      if (!entry) return;
      for (const element of [entry.tile, entry.line]) {
        element.dataset.mic = mic;
        element.dataset.cam = cam;
      }
      put(entry.line, 'sends', [mic ? '' : 'Muted', cam ? '' : 'Camera off', sharing ? 'Sharing the screen' : ''].filter(Boolean).join(' · '));
      showScreen(entry, id, sharing);
    },
    tracks(id, received) {
      const entry = known.get(id);
      if (!entry) return;
      entry.received = received;
      play(entry.tile.querySelector('video'), received.main);
      if (entry.screen) play(entry.screen.querySelector('video'), received.screen);
    },
    connection(id, state) {
      const entry = known.get(id);
      if (!entry) return;
      entry.tile.dataset.connection = state;
      put(entry.tile, 'trouble', connections[state]);
    },
    quality(id, quality) {
      const entry = known.get(id);
      if (!entry) return;
      entry.tile.dataset.quality = quality;
      const bars = entry.tile.querySelector('[data-bars]');
      bars.title = qualities[quality];
      put(entry.tile, 'quality', qualities[quality]);
    },
    playAll: () => Promise.all([...grid.querySelectorAll('video')].map(video => video.play())),
    get names() { return [...known.values()].map(({ info }) => info.name); },
    get states() { return [...known.values()].map(({ tile }) => tile.dataset.connection ?? 'connecting'); },
  };
}
