// [data-captions]: what is said, in writing, where the provider writes along.
const stays = 6_000;

export function captions(root, nameOf) {
  const area = root.querySelector('[data-captions]');
  let timer;

  return (id, text, isFinal) => {
    clearTimeout(timer);
    area.textContent = `${nameOf(id) ?? 'You'}: ${text}`;
    area.hidden = false;
    if (isFinal) timer = setTimeout(() => { area.hidden = true; }, stays);
  };
}
