// [data-booking]: keeps what was typed while another time is looked at, brings what a link leads to (data-to="#times")
// into sight and keeps the focus.
const typed = new Map();
let hadFocus = false, leadsTo;

const fields = booking => booking.querySelectorAll('form[method=post] :is(input:not([type=hidden]), textarea)[name]');
const isChoice = field => field.type === 'radio' || field.type === 'checkbox';
const keyOf = field => isChoice(field) ? `${field.name}=${field.value}` : field.name;

function keep(booking) {
  for (const field of fields(booking)) typed.set(keyOf(field), isChoice(field) ? field.checked : field.value);
}

function restore(booking) {
  for (const field of fields(booking)) {
    const kept = typed.get(keyOf(field));
    if (isChoice(field)) field.checked = kept ?? field.checked;
    else if (!field.value && kept) field.value = kept;
  }
}

function arrive(booking) {
  const to = leadsTo && booking.querySelector(leadsTo);
  if (to) {
    const { top } = to.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) to.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth', block: 'start' });
    const field = to.matches('#details, #zone') && matchMedia('(pointer: fine)').matches && to.querySelector('input:not([type=hidden]), select');
    if (field) field.focus({ preventScroll: true });
  }
  // what had the focus is gone: the heading of what came instead takes it
  if (hadFocus && (document.activeElement === document.body || !document.activeElement.isConnected))
    booking.querySelector(to?.matches('#details') ? '#chosen' : '#period')?.focus({ preventScroll: true });
}

document.addEventListener('htmx:before:swap', event => {
  const booking = document.querySelector('[data-booking]');
  if (!booking) return;
  keep(booking);
  hadFocus = booking.contains(document.activeElement);
  // now: the swap may turn the link into another
  leadsTo = event.detail.ctx.sourceElement?.dataset?.to;
});
document.addEventListener('htmx:after:swap', event => {
  const booking = document.querySelector('[data-booking]');
  if (!booking) return;
  restore(booking);
  if (event.detail.ctx.target.closest?.('[data-booking]')) arrive(booking);
});
