// What happens in the call, in words: [data-said] is read out and not seen, [data-word-notice] is seen for a moment too.
const shown = 6_000;

export function notices(root) {
  const live = root.querySelector('[data-said]');
  const word = root.querySelector('[data-word-notice]');
  const text = word.querySelector('[data-words]');
  let timer;

  return {
    say(words) { live.textContent = words; },
    tell(words) {
      clearTimeout(timer);
      text.textContent = words;
      word.hidden = false;
      timer = setTimeout(() => { word.hidden = true; }, shown);
    },
    stop() { clearTimeout(timer); },
  };
}
