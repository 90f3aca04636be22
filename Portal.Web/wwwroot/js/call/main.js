// [data-call]: the page of a call, from the preview to the goodbye. What carries the call is in the module of its provider.
import { cameFrom } from './back.js';
import { lobby } from './lobby.js';
import { Media } from './media.js';
import { running } from './running.js';
import { session } from './session.js';
import { stage } from './stage.js';
import { tickets } from './ticket.js';

const root = document.querySelector('[data-call]');
const { bookingId, provider, hubUrl, staff } = root.dataset;
const phases = Object.fromEntries(['lobby', 'stage', 'farewell'].map(name => [name, root.querySelector(`[data-${name}]`)]));
// a reload in the middle of a call comes straight back into it
const inCall = `portal.call.${bookingId}`;

function show(phase) {
  for (const [name, section] of Object.entries(phases)) section.hidden = name !== phase;
  root.dataset.phase = phase;
}

function run() {
  const media = new Media();
  const ticket = tickets(root.dataset);
  const scene = stage(phases.stage, media, ticket);
  const elsewhere = running(root.dataset);

  async function goodbye(reason) {
    sessionStorage.removeItem(inCall);
    elsewhere.stop(reason === 'elsewhere');
    ticket.stop();
    const recorded = await scene.stop();
    media.stop();
    const back = cameFrom(root);
    if (reason === 'left' && staff === 'yes' && !recorded) { // a file that is being saved keeps the page
      location.assign(back);
      return;
    }
    for (const words of phases.farewell.querySelectorAll('[data-reason]')) words.hidden = !words.dataset.reason.split(' ').includes(reason);
    for (const link of phases.farewell.querySelectorAll('[data-back]')) {
      link.hidden = !back;
      link.href = back;
    }
    show('farewell');
    phases.farewell.querySelector('[data-reason]:not([hidden]) h1')?.focus();
  }

  async function join() {
    const error = phases.lobby.querySelector('[data-join-error]');
    error.hidden = true;
    const call = session({ hubUrl, provider, ticket, media, on: { ...scene.on, ended: goodbye, trouble: console.warn } });
    try {
      await call.enter();
    } catch (problem) {
      error.querySelector('p').textContent = problem.over !== undefined && problem.message
        ? `${problem.message}.`
        : 'The call cannot be reached. Check your connection, then try again.';
      error.hidden = false;
      return false;
    }
    if (call.over) return true; // refused with a reason of its own
    sessionStorage.setItem(inCall, 'yes');
    scene.start(call);
    elsewhere.start();
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
