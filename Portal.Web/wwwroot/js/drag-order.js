// [data-order]: its rows are dragged by their [data-grip] to another place. Dropped, the form of the row's own buttons saves it,
// and only the list is exchanged. Escape puts the row back.
let drag, latest;

const rowsOf = list => [...list.querySelectorAll(':scope > [data-id]')];

function begin(grip, event) {
  const list = grip.closest('[data-order]');
  const rows = rowsOf(list);
  const boxes = rows.map(row => row.getBoundingClientRect());
  const from = rows.indexOf(grip.closest('[data-id]'));
  // what the others give way by: the row and the gap beside it
  const room = boxes[from].height + boxes[1].top - boxes[0].bottom;
  drag = { list, rows, from, to: from, room, y: event.pageY, middles: boxes.map(box => box.top + box.height / 2) };
  list.classList.add('is-arranging');
  rows[from].classList.add('is-dragged');
}

function follow(event) {
  const { rows, from, middles, room } = drag;
  const edge = 48;
  if (event.clientY < edge) scrollBy(0, -edge / 4);
  else if (event.clientY > innerHeight - edge) scrollBy(0, edge / 4);
  const by = event.pageY - drag.y;
  drag.to = middles.filter((middle, at) => at !== from && middle < middles[from] + by).length;
  rows.forEach((row, at) => {
    const givesWay = at === from ? by : at > from && at <= drag.to ? -room : at < from && at >= drag.to ? room : 0;
    row.style.translate = `0 ${givesWay}px`;
  });
}

function end(drops) {
  const { list, rows, from, to } = drag;
  drag = undefined;
  list.classList.remove('is-arranging');
  rows[from].classList.remove('is-dragged');
  for (const row of rows) row.style.translate = '';
  if (!drops || to === from) return;
  const next = rows[to > from ? to + 1 : to];
  list.insertBefore(rows[from], next ?? null);
  save(list, rows[from], next);
}

async function save(list, row, next) {
  const form = row.querySelector('form:has([name=before])');
  const mine = latest = {};
  form.elements.before.value = next?.dataset.id ?? '';
  let arranged;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) });
    arranged = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(list.id);
  } catch {
    // sent again below by the browser, which shows what is wrong; the same place twice is the same place
  }
  if (!arranged) form.requestSubmit();
  // the answer to the next one shows this one too
  else if (mine === latest && !drag) list.replaceWith(arranged);
}

document.addEventListener('pointerdown', event => {
  const grip = event.target.closest?.('[data-order] [data-grip]');
  if (!grip || event.button || drag) return;
  event.preventDefault();
  begin(grip, event);
});
document.addEventListener('pointermove', event => { if (drag) follow(event); });
document.addEventListener('pointerup', () => { if (drag) end(true); });
document.addEventListener('pointercancel', () => { if (drag) end(false); });
document.addEventListener('keydown', event => { if (drag && event.key === 'Escape') end(false); });
