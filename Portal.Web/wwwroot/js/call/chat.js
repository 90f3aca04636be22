// [data-chat]: what is said in writing. Counts what arrives while it is closed, and tells the newest to those who listen.
import { put } from './tiles.js';

export function chat(root, { panels, say }) {
  const panel = root.querySelector('[data-chat]');
  const list = panel.querySelector('[data-chat-lines]');
  const form = panel.querySelector('[data-chat-form]');
  const box = form.querySelector('textarea');
  const refused = panel.querySelector('[data-chat-refused]');
  const template = root.querySelector('template[data-chat-line]').content.firstElementChild;
  const badge = root.querySelector('[data-count=chat]');
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
  const shown = new Set();
  let seat = null;
  let unread = 0;

  const isOpen = () => panels.open === 'chat';
  const atEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < 80;

  function count(to) {
    unread = to;
    badge.hidden = unread === 0;
    badge.querySelector('[data-number]').textContent = unread > 9 ? '9+' : String(unread);
  }

  function add(line) {
    if (shown.has(line.id)) return false;
    shown.add(line.id);
    const own = line.from === seat.id;
    const item = template.cloneNode(true);
    item.dataset.own = own;
    put(item, 'name', own ? 'You' : line.name);
    put(item, 'time', time.format(line.saidAt));
    put(item, 'text', line.text);
    const follow = own || atEnd();
    list.append(item);
    if (follow) list.scrollTop = list.scrollHeight;
    return !own;
  }

  function hear(line) {
    if (!add(line)) return;
    say(`${line.name}: ${line.text}`);
    if (!isOpen()) count(unread + 1);
  }

  async function send() {
    const text = box.value.trim();
    if (!text) return;
    const heard = await seat.invoke('Say', text).catch(() => false);
    refused.hidden = heard;
    if (heard && box.value.trim() === text) box.value = '';
    box.focus();
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    send();
  });
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  panels.opened('chat', () => {
    count(0);
    list.scrollTop = list.scrollHeight;
    box.focus();
  });

  return {
    seated(taken) {
      seat = taken;
      seat.hear('Room', room => room.chat.forEach(add));
      seat.hear('Said', hear);
    },
  };
}
