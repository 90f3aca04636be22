// template[data-late]: scripts run in order when the page is painted; of "touched" only [data-early], the others when
// somebody points, types or scrolls.
const template = document.querySelector('template[data-late]');
// htmx turns back what it has put into the history
const waits = template.dataset.late && !history.state?.htmx;

function add(which) {
  for (const script of template.content.querySelectorAll(which)) {
    const late = document.importNode(script);
    late.async = false;
    script.remove();
    late.onload = () => late.remove();
    document.head.append(late);
  }
}

const painted = new PerformanceObserver(() => {
  painted.disconnect();
  add(waits ? '[data-early]' : 'script');
});
painted.observe({ type: 'paint', buffered: true });
for (const sign of ['pointerover', 'keydown', 'focusin', 'scroll'])
  addEventListener(sign, () => add('script'), { once: true });
