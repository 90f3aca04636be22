// [data-poll="3"]: asks for the element's hx-get every so many seconds. Rests while the tab is hidden (data-poll-hidden:
// goes on, as slowly as the browser lets a hidden tab run), asks at once when it is seen or online again or
// the server says that something changed (HX-Trigger: portal:changed), and backs off
// while the server fails: doubling up to a minute, with jitter, never sooner than Retry-After. While it fails the element
// carries data-poll-failing. A fragment without data-poll ends it.
const longest = 60_000;
const lost = 30_000; // longer than htmx lets a request take: no answer will come
const polls = new Map();

function interval(element) {
  return Math.max(Number(element.dataset.poll), 1) * 1000;
}

function plan(element, poll, delay) {
  clearTimeout(poll.timer);
  poll.timer = setTimeout(ask, delay, element, poll);
}

function ask(element, poll) {
  clearTimeout(poll.timer);
  if (!element.isConnected || !element.dataset.poll) {
    polls.delete(element);
    return;
  }
  if (document.hidden && !('pollHidden' in element.dataset)) return; // until it is seen again: see below
  plan(element, poll, lost);
  if (Date.now() - poll.asked < lost) return;
  poll.asked = Date.now();
  element.dispatchEvent(new CustomEvent('portal:poll'));
}

function retryAfter(response) {
  const value = response?.headers.get('Retry-After');
  if (!value) return 0;
  const milliseconds = /^\d+$/.test(value) ? value * 1000 : Date.parse(value) - Date.now();
  return milliseconds > 0 ? milliseconds : 0;
}

function answered(element, poll, response) {
  poll.asked = 0;
  poll.failures = response && response.status < 400 ? 0 : poll.failures + 1;
  if (poll.failures === 0) {
    element.removeAttribute('data-poll-failing');
    plan(element, poll, interval(element));
    return;
  }
  element.setAttribute('data-poll-failing', '');
  const backOff = Math.min(interval(element) * 2 ** poll.failures, longest);
  plan(element, poll, Math.max(backOff * (0.8 + 0.2 * Math.random()), retryAfter(response) * (1 + 0.2 * Math.random())));
}

function scan() {
  for (const element of document.querySelectorAll('[data-poll]')) {
    if (polls.has(element)) continue;
    const poll = { failures: 0, asked: 0, timer: 0 };
    polls.set(element, poll);
    plan(element, poll, interval(element));
  }
  for (const [element, poll] of polls) {
    if (element.isConnected && element.dataset.poll) continue;
    clearTimeout(poll.timer);
    polls.delete(element);
  }
}

function askAll() {
  if (!document.hidden) for (const [element, poll] of polls) ask(element, poll);
}

// a poll that was led elsewhere (signed out, most likely) must not put that page into the fragment
document.addEventListener('htmx:before:swap', event => {
  const { ctx } = event.detail;
  if (!polls.has(ctx.sourceElement) || !ctx.response?.raw.redirected) return;
  event.preventDefault();
  location.reload();
});
document.addEventListener('htmx:finally:request', event => {
  const { sourceElement, response } = event.detail.ctx;
  const poll = polls.get(sourceElement) ?? polls.get(event.target);
  if (poll?.asked) answered(sourceElement, poll, response?.raw);
  scan();
});
document.addEventListener('htmx:after:swap', scan);
document.addEventListener('visibilitychange', askAll);
addEventListener('online', askAll);
document.addEventListener('portal:changed', askAll);
addEventListener('pageshow', event => { if (event.persisted) askAll(); });
scan();
