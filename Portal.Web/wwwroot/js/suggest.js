// input[data-suggests=id]: shows in the empty field of that id the word the server will make of what is typed here.
const spelled = { ä: 'ae', æ: 'ae', ö: 'oe', œ: 'oe', ü: 'ue', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', '&': ' and ' };

const wordOf = text => [...text.trim().toLowerCase()].map(letter => spelled[letter] ?? letter).join('')
  .normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');

function suggest(input) {
  const target = document.getElementById(input.dataset.suggests);
  if (target) target.placeholder = wordOf(input.value).slice(0, target.maxLength > 0 ? target.maxLength : undefined);
}

document.addEventListener('input', event => {
  if (event.target.matches?.('[data-suggests]')) suggest(event.target);
});
for (const input of document.querySelectorAll('[data-suggests]')) suggest(input);
document.addEventListener('portal:arranged', () => {
  for (const input of document.querySelectorAll('[data-suggests]')) suggest(input);
});
