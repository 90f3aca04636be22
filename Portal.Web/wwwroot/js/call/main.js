// [data-call]: the page of a call, from the preview to the goodbye. What carries the call is in the module of its provider.
import { lobby } from './lobby.js';
import { Media } from './media.js';
import { stage } from './stage.js';
import { tickets } from './ticket.js';

const root = document.querySelector('[data-call]');
const { bookingId, provider, as, requestToken, hubUrl, staff } = root.dataset;
const phases = Object.fromEntries(['lobby', 'stage', 'farewell'].map(name => [name, root.querySelector(`[data-${name}]`)]));
// a reload in the middle of a call comes straight back into it
const inCall = `portal.call.${bookingId}`;

// back to where the person came from (A6): what the address says, else the page before this one, else the dashboard
function cameFrom() {
  const before = document.referrer && new URL(document.referrer);
  const known = before && before.origin === location.origin && before.pathname !== location.pathname && !before.pathname.startsWith('/account/');
  return root.dataset.returnUrl || (known ? before.pathname + before.search : root.dataset.home);
}

function show(phase) {
  for (const [name, section] of Object.entries(phases)) section.hidden = name !== phase;
  root.dataset.phase = phase;
}

function run() {
  const media = new Media();
  const ticket = tickets({ bookingId, as, requestToken });
  let call = null;

  function goodbye(reason) {
    sessionStorage.removeItem(inCall);
    ticket.stop();
    media.stop();
    scene.stop();
    if (reason === 'left' && staff === 'yes') {
      location.assign(cameFrom());
      return;
    }
    for (const words of phases.farewell.querySelectorAll('[data-reason]')) words.hidden = words.dataset.reason !== reason;
    for (const back of phases.farewell.querySelectorAll('[data-back]')) {
      back.hidden = !cameFrom();
      back.href = cameFrom();
    }
    show('farewell');
    phases.farewell.querySelector('[data-reason]:not([hidden]) h1')?.focus();
  }

  const scene = stage(phases.stage, media, { leave: () => call.leave() });

  async function join() {
    const error = phases.lobby.querySelector('[data-join-error]');
    error.hidden = true;
    try {
      await ticket.launch();
      const { connect } = await import(`./${provider}.js`);
      call = await connect({ hubUrl, ticket, media: () => media.state, on: { ...scene.on, ended: goodbye, trouble: console.warn } });
    } catch (problem) {
      error.querySelector('p').textContent = problem.over !== undefined && problem.message
        ? `${problem.message}.`
        : 'The call cannot be reached. Check your connection, then try again.';
      error.hidden = false;
      return false;
    }
    if (root.dataset.phase === 'farewell') return true; // refused with a reason of its own
    sessionStorage.setItem(inCall, 'yes');
    await call.publish(media.tracks);
    media.addEventListener('change', () => {
      scene.showControls();
      for (const kind of ['audio', 'video']) call.toggle(kind, media.tracks[kind]);
      call.share(media.tracks.screen);
    });
    scene.showControls();
    scene.start(call);
    show('stage');
    phases.stage.focus();
    return true;
  }

  return lobby(phases.lobby, media, join);
}

// a page that comes out of the back-forward cache has lost its connections
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
show('lobby');
await run();
const comesBack = sessionStorage.getItem(inCall) || new URLSearchParams(location.search).get('join') === 'now';
if (comesBack) phases.lobby.querySelector('[data-join]').click();
