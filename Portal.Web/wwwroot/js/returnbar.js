// [data-return]: a bar on every page while a call runs in another tab of this browser, or was left behind by walking away from
// its page. It leads back to the call (js/call/running.js tells of it). Fetched by return.js.
const key = 'portal.call';
const fresh = 45_000; // four beats
const bar = document.querySelector('[data-return]');

function read() {
  try {
    const call = JSON.parse(localStorage.getItem(key));
    return call && Date.now() - call.at < fresh && call.url.startsWith('/') && !call.url.startsWith('//') ? call : null;
  } catch {
    return null; // storage is off, or holds something else
  }
}

function show() {
  const call = read();
  bar.hidden = !call;
  if (!call) return;
  const address = new URL(call.url, location.origin);
  address.searchParams.set('join', 'now');
  bar.querySelector('[data-return-name]').textContent = call.name;
  bar.querySelector('a').href = address.pathname + address.search;
}

if (bar) {
  addEventListener('storage', event => { if (event.key === key) show(); });
  setInterval(show, 15_000);
  show();
}
