// [data-lobby]: before the call. Own picture, level, devices, what is wrong with them, and the button that joins.
import { devicePicker } from './devicepicker.js';
import { meter } from './meter.js';
import { explain, joinWords } from './problems.js';

export function lobby(root, media, join) {
  const find = name => root.querySelector(`[data-${name}]`);
  const preview = find('preview');
  const level = meter(find('meter'));
  const button = find('join');
  const label = find('join-label');
  const hint = find('join-hint');
  const problems = find('problems');
  const problem = find('problem').content.firstElementChild;
  const picker = devicePicker(root, media, change);
  const toggles = [...root.querySelectorAll('[data-toggle]')];
  let shown = '';

  function showProblems() {
    const found = explain(media.problems);
    if (shown === JSON.stringify(found)) return; // said once, not with every change
    shown = JSON.stringify(found);
    problems.replaceChildren(...found.map(([title, advice]) => {
      const notice = problem.cloneNode(true);
      notice.querySelector('[data-title]').textContent = title;
      notice.querySelector('[data-advice]').textContent = advice;
      return notice;
    }));
  }

  function show() {
    const { audio, video } = media.tracks;
    const state = media.state;
    if (preview.srcObject?.getVideoTracks()[0] !== (video ?? undefined))
      preview.srcObject = video && new MediaStream([video]);
    root.dataset.cam = state.cam;
    root.dataset.mic = state.mic;
    level.follow(state.mic ? audio : null);
    for (const toggle of toggles) toggle.setAttribute('aria-pressed', String(media.sends(toggle.dataset.toggle)));
    [label.textContent, hint.textContent] = joinWords(state);
    showProblems();
  }

  async function change(work) {
    root.setAttribute('aria-busy', 'true');
    await work();
    await picker.list(); // names are told only once a device may be used
    root.removeAttribute('aria-busy');
  }

  function leave() {
    media.removeEventListener('change', show);
    level.stop();
    preview.srcObject = null;
  }

  media.addEventListener('change', show);
  for (const toggle of toggles)
    toggle.addEventListener('click', () => change(() => media.set(toggle.dataset.toggle, !media.sends(toggle.dataset.toggle))));
  root.addEventListener('click', event => {
    if (!event.target.closest('[data-retry]')) return;
    for (const kind of ['audio', 'video']) if (media.problems[kind]) media.on[kind] = true;
    change(() => media.start());
  });
  button.addEventListener('click', async () => {
    button.setAttribute('aria-disabled', 'true');
    label.textContent = 'Joining…';
    if (await join()) return leave();
    button.removeAttribute('aria-disabled');
    show();
  });

  return change(() => media.start());
}
