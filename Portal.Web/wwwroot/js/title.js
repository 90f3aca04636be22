// [data-badge="2"]: the number stands in front of the tab's title, "(2) Dashboard · Portal", and follows every swap.
const count = /^\(\d+\+?\) /;

function show() {
  const sum = [...document.querySelectorAll('[data-badge]')].reduce((n, element) => n + (Number(element.dataset.badge) || 0), 0);
  const title = document.title.replace(count, '');
  const wanted = sum === 0 ? title : `(${sum > 99 ? '99+' : sum}) ${title}`;
  if (document.title !== wanted) document.title = wanted;
}

document.addEventListener('htmx:after:swap', () => queueMicrotask(show));
show();
