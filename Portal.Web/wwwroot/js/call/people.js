// [data-people]: one line for everybody in the call, oneself first: who, as what, since when, and what they send.
import { initials, put } from './tiles.js';

export function people(root) {
  const element = root.querySelector('[data-people]');
  const self = root.querySelector('[data-self-person]');
  const count = root.querySelector('[data-people-count]');
  const template = root.querySelector('template[data-person]').content.firstElementChild;
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
  const lines = new Map();

  const since = (line, joinedAt) => put(line, 'joined', joinedAt ? `· since ${time.format(joinedAt)}` : '');
  const showCount = () => { count.textContent = String(lines.size + 1); };

  const remove = id => {
    lines.get(id)?.line.remove();
    lines.delete(id);
    showCount();
  };

  return {
    element,
    joined(info) {
      remove(info.id);
      const line = template.cloneNode(true);
      line.dataset.person = info.id;
      put(line, 'name', info.name);
      put(line, 'initials', initials(info.name));
      put(line, 'role', info.isStaff ? root.dataset.organization : 'Visitor');
      since(line, info.joinedAt);
      if (info.isStaff) line.querySelector('[data-remove]')?.remove(); // colleagues come and go as they like
      for (const name of line.querySelectorAll('[data-act-name]')) name.textContent = info.name;
      element.append(line);
      lines.set(info.id, { info, line });
      showCount();
    },
    self(joinedAt) { since(self, joinedAt); },
    left: remove,
    clear() { for (const id of [...lines.keys()]) remove(id); },
    media(id, { mic, cam, sharing }) {
      const line = lines.get(id)?.line;
      if (!line) return;
      Object.assign(line.dataset, { mic, cam });
      const silence = line.querySelector('[data-mute]');
      if (silence) silence.disabled = !mic;
      put(line, 'sends', [mic ? '' : 'Muted', cam ? '' : 'Camera off', sharing ? 'Sharing the screen' : ''].filter(Boolean).join(' · '));
    },
    hand(id, raised) {
      const line = lines.get(id)?.line;
      if (!line) return undefined;
      if (raised !== undefined) line.dataset.hand = raised;
      return line.dataset.hand === 'true';
    },
    nameOf: id => lines.get(id)?.info.name,
    get names() { return [...lines.values()].map(({ info }) => info.name); },
  };
}
