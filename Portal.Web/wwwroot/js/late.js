// template[data-late]: scripts fetched when the page has been painted, run in their order. It goes when the last has run.
const template = document.querySelector('template[data-late]');

function fetchAll() {
  let last;
  for (const script of template.content.querySelectorAll('script')) {
    last = document.createElement('script');
    for (const { name, value } of script.attributes) last.setAttribute(name, value);
    last.async = false;
    document.head.append(last);
  }
  last.onload = () => template.remove();
}

const painted = new PerformanceObserver(() => {
  painted.disconnect();
  fetchAll();
});
// a tab in the background is painted when it is looked at
if (document.hidden) fetchAll();
else painted.observe({ type: 'paint', buffered: true });
