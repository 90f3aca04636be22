// [data-stage]: the running call. Joins what is drawn to what happens; each part has its own file.
import { stayAwake } from './awake.js';
import { captions } from './captions.js';
import { chat } from './chat.js';
import { clock } from './clock.js';
import { condition } from './condition.js';
import { controls } from './controls.js';
import { devicePicker } from './devicepicker.js';
import { floating } from './floating.js';
import { fullscreen } from './fullscreen.js';
import { hand } from './hand.js';
import { hosting } from './hosting.js';
import { keys } from './keys.js';
import { layout } from './layout.js';
import { notices } from './notices.js';
import { panels } from './panels.js';
import { people } from './people.js';
import { providerRecording } from './providerrecording.js';
import { recording } from './recording.js';
import { selfView } from './selfview.js';
import { signs } from './signs.js';
import { tiles } from './tiles.js';
import { waiting } from './waiting.js';

const lookAtQualityEvery = 3_000;

export function stage(root, media, ticket) {
  const find = name => root.querySelector(`[data-${name}]`);
  const { say, tell, ...words } = notices(root);
  const board = tiles(root, { blocked: () => { find('unmute').hidden = false; } });
  const list = people(root);
  const state = condition(root, () => board.everybody.length === 0);
  const view = layout(root);
  const side = panels(root);
  const elapsed = clock(find('elapsed'));
  const buttons = controls(root, media);
  const picker = devicePicker(find('devices-dialog'), media);
  const showSelf = selfView(find('self'), root);
  const own = hand(root, { say });
  const written = chat(root, { panels: side, say });
  const shown = signs(root, { board, list, say });
  const host = hosting(root, { ticket, list, tell });
  const atProvider = providerRecording(root, { ticket, tell });
  const screen = fullscreen(root);
  const record = recording(root, media, {
    tell, fileName: find('stage-name').textContent,
    shown: { pictures: () => [...board.pictures, { video: find('self').querySelector('video'), name: 'Me' }], voices: () => board.voices, recording: shown.own },
  });
  const press = keys(root, {
    m: () => buttons.press('audio'), v: () => buttons.press('video'), s: () => buttons.press('screen'),
    c: () => side.toggle('chat'), p: () => side.toggle('people'), h: own.toggle, f: screen,
  });
  const small = floating(root, { moved: other => { press.listen(other); board.playAll(); } });
  find('instead-close')?.addEventListener('click', () => find('instead-notice').remove());
  let call = null;
  let timer;

  const both = name => (...told) => { board[name](...told); list[name](...told); };

  async function lookAtQuality() {
    const found = await call.stats();
    if (!found) return;
    for (const [id, level] of found.peers ?? board.everybody.map(({ id }) => [id, found.level])) board.quality(id, level);
    state.change({ quality: found.level });
  }

  function seated(seat) {
    seat.hear('Room', room => {
      elapsed.start(room);
      list.self(room.joinedAt);
      state.change({ works: true });
    });
    seat.hear('Away', () => state.change({ works: false }));
    seat.hear('Muted', by => {
      if (media.sends('audio')) media.set('audio', false);
      tell(`${by} switched your microphone off. Switch it on again when you want to speak.`);
    });
    for (const part of [own, written, shown, host, atProvider]) part.seated(seat);
  }

  find('leave').addEventListener('click', () => call.leave());
  find('unmute').addEventListener('click', () => board.playAll().then(() => { find('unmute').hidden = true; }));
  find('devices-open').addEventListener('click', () => picker.list().then(() => find('devices-dialog').showModal()));
  for (const item of find('more').querySelectorAll('button')) item.addEventListener('click', () => find('more').hidePopover());
  media.addEventListener('change', () => { showSelf(media); record.change(); board.useSpeaker(); });
  media.addEventListener('replaced', ({ detail }) => tell(`Your ${detail.kind === 'audio' ? 'microphone' : 'camera'} was unplugged. ${detail.label} is used now.`));
  waiting(root, { tell });

  return {
    on: {
      seated,
      state: now => state.change({ connection: now }),
      joined(info) { both('joined')(info); shown.again(info.id); view.show(); state.show(); say(`${info.name} joined`); },
      left(id) { const name = list.nameOf(id); both('left')(id); view.left(id); state.show(); record.change(); if (name) say(`${name} left`); },
      cleared() { both('clear')(); view.show(); },
      media: both('media'),
      track(...told) { board.track(...told); view.show(); record.change(); },
      link: board.link,
      speaking(id) { board.speaking(id); view.speaking(id); },
      caption: captions(root, list.nameOf),
    },
    start(running) {
      call = running;
      timer = setInterval(lookAtQuality, lookAtQualityEvery);
      for (const part of [buttons, state, view]) part.show();
      showSelf(media);
      stayAwake(true);
    },
    /** Resolves to whether a recording was saved just now. */
    async stop() {
      clearInterval(timer);
      for (const part of [elapsed, words, press, small, host]) part.stop();
      stayAwake(false);
      if (document.fullscreenElement) document.exitFullscreen();
      return record.stop();
    },
  };
}
