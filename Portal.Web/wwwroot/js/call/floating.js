// [data-float]: the call in a small window that stays on top of others, where the browser has one (Document Picture-in-Picture).
export function floating(root, { moved }) {
  const button = root.querySelector('[data-float]');
  const away = root.querySelector('[data-float-away]');
  const parts = [root.querySelector('[data-tiles]'), root.querySelector('.controls')];
  let small = null;

  button.hidden = !window.documentPictureInPicture;

  async function open() {
    if (small) return;
    small = await documentPictureInPicture.requestWindow({ width: 400, height: 340 });
    small.document.documentElement.lang = document.documentElement.lang;
    small.document.title = document.title;
    small.document.head.append(...[...document.querySelectorAll('link[rel=stylesheet]')].map(link => link.cloneNode()));
    const frame = small.document.createElement('main');
    frame.className = 'stage stage-floating';
    frame.dataset.theme = 'dark';
    const places = parts.map(part => {
      const place = document.createComment('');
      part.replaceWith(place);
      return place;
    });
    frame.append(...parts);
    small.document.body.append(frame);
    away.hidden = false;
    moved(small.document);
    small.addEventListener('pagehide', () => {
      small = null;
      places.forEach((place, index) => place.replaceWith(parts[index]));
      away.hidden = true;
      moved(null);
    }, { once: true });
  }

  button.addEventListener('click', () => open().catch(() => { small = null; })); // refused: the call stays where it is
  away.querySelector('[data-float-back]').addEventListener('click', () => small?.close());
  return { stop() { small?.close(); } };
}
