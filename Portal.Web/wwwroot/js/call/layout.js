// Grid or speaker: all of the same size, or the one who speaks large and the others small. The choice is remembered.
const key = 'portal.call.layout';
const stays = 2_500; // who is large stays for a moment: a cough changes nothing

export function layout(root) {
  const grid = root.querySelector('[data-tiles]');
  const button = root.querySelector('[data-layout-toggle]');
  let large = null;
  let since = 0;
  let pinned = null;
  let chosen = localStorage.getItem(key) === 'speaker' ? 'speaker' : 'grid';

  function show() {
    const tiles = [...grid.querySelectorAll('[data-tile]')];
    const possible = tiles.length > 1 && !grid.querySelector('[data-screen-of]');
    const wanted = pinned ?? large;
    const front = tiles.find(tile => tile.dataset.tile === wanted) ?? tiles[0];
    root.dataset.layout = chosen;
    grid.toggleAttribute('data-speaker-view', possible && (chosen === 'speaker' || pinned !== null));
    grid.style.setProperty('--others', String(Math.max(1, tiles.length - 1)));
    for (const tile of tiles) {
      tile.toggleAttribute('data-large', tile === front);
      const pin = tile.querySelector('[data-pin]');
      pin.hidden = tiles.length < 2;
      pin.setAttribute('aria-pressed', String(tile.dataset.tile === pinned));
    }
    button.hidden = tiles.length < 2;
    button.setAttribute('aria-pressed', String(chosen === 'speaker'));
  }

  button.addEventListener('click', () => {
    chosen = chosen === 'speaker' ? 'grid' : 'speaker';
    pinned = null;
    localStorage.setItem(key, chosen);
    show();
  });
  grid.addEventListener('click', event => {
    const id = event.target.closest('[data-pin]')?.closest('[data-tile]').dataset.tile;
    if (!id) return;
    pinned = pinned === id ? null : id;
    show();
  });

  return {
    show,
    left(id) {
      if (pinned === id) pinned = null;
      if (large === id) large = null;
      show();
    },
    speaking(id) {
      if (!id || id === large || performance.now() - since < stays) return;
      large = id;
      since = performance.now();
      show();
    },
  };
}
