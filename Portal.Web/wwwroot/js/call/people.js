// [data-people]: one line for everybody else in the call.
import { initials, put } from './tiles.js';

export function people(root) {
  const list = root.querySelector('[data-people]');
  const template = root.querySelector('template[data-person]').content.firstElementChild;
  const lines = new Map();

  const remove = id => {
    lines.get(id)?.remove();
    lines.delete(id);
  };

  return {
    joined(info) {
      remove(info.id);
      const line = template.cloneNode(true);
      line.dataset.person = info.id;
      put(line, 'name', info.name);
      put(line, 'initials', initials(info.name));
      put(line, 'role', info.isStaff ? root.dataset.organization : 'Visitor');
      list.append(line);
      lines.set(info.id, line);
    },
    left: remove,
    clear() { for (const id of [...lines.keys()]) remove(id); },
    media(id, { mic, cam, sharing }) {
      const line = lines.get(id);
      if (!line) return;
      Object.assign(line.dataset, { mic, cam });
      put(line, 'sends', [mic ? '' : 'Muted', cam ? '' : 'Camera off', sharing ? 'Sharing the screen' : ''].filter(Boolean).join(' · '));
    },
  };
}
