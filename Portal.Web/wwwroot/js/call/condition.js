// [data-state] and [data-trouble-notice]: how the call is doing, and what is tried while it is not doing well.
const words = {
  alone: 'Nobody else is here', connecting: 'Connecting…', reconnecting: 'Reconnecting…', poor: 'Poor connection', lost: 'Connection lost',
};
const tried = {
  away: 'The portal cannot be reached. Sound and picture may go on; trying again…',
  reconnecting: 'The connection broke. Trying again; you keep your place.',
  poor: 'The connection is poor. Switching your camera off may help.',
  lost: 'Nothing arrives any more. Trying again; you keep your place.',
};

export function condition(root, isAlone) {
  const state = root.querySelector('[data-state]');
  const notice = root.querySelector('[data-trouble-notice]');
  const text = notice.querySelector('[data-words]');
  const now = { works: true, connection: 'connecting', quality: 'good' };

  function show() {
    const worst = !now.works ? 'reconnecting' : now.connection !== 'connected' ? now.connection : isAlone() ? 'alone' : now.quality;
    root.dataset.condition = worst;
    if (state.textContent !== (words[worst] ?? 'Connected')) state.textContent = words[worst] ?? 'Connected';
    const trouble = now.works ? tried[worst] : tried.away;
    if (trouble && text.textContent !== trouble) text.textContent = trouble;
    notice.hidden = !trouble;
  }

  return { show, change(part) { Object.assign(now, part); show(); } };
}
