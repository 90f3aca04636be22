// [data-device-check]: tries camera, microphone, speaker and the way out of this network, says in words what works and what to
// do where it does not, and keeps the result with the meeting, for the host to see.
import { Media } from '../call/media.js';
import { meter } from '../call/meter.js';
import { explain } from '../call/problems.js';
import { chime } from './chime.js';
import { findPath } from './network.js';

const root = document.querySelector('[data-device-check]');
const find = name => root.querySelector(`[data-check-${name}]`);
const media = new Media();
const level = meter(find('level'));
const token = root.querySelector('input[name=__RequestVerificationToken]').value;

const post = (url, values) => fetch(url, { method: 'POST', headers: { RequestVerificationToken: token }, body: new URLSearchParams(values) });

// one line of the result: data-check-row, with the words for each state in the page
function say(name, state) {
  const row = find(`row=${name}`);
  row.dataset.state = state;
  row.querySelectorAll('[data-when]').forEach(words => { words.hidden = !words.dataset.when.split(' ').includes(state); });
}

async function keep(values) {
  try {
    const answer = await post(root.dataset.keep, values);
    find('kept').hidden = !answer.ok;
    find('not-kept').hidden = answer.ok;
  } catch {
    find('not-kept').hidden = false;
  }
}

function show() {
  const { audio, video } = media.tracks;
  const picture = find('video');
  if (picture.srcObject?.getVideoTracks()[0] !== (video ?? undefined)) picture.srcObject = video && new MediaStream([video]);
  picture.closest('[data-state]').dataset.state = video ? 'on' : 'off';
  level.follow(audio);
  find('problems').replaceChildren(...explain(media.problems).map(([title, advice]) => {
    const notice = find('problem').content.firstElementChild.cloneNode(true);
    notice.querySelector('[data-title]').textContent = title;
    notice.querySelector('[data-advice]').textContent = advice;
    return notice;
  }));
}

async function tryDevices() {
  say('camera', 'trying');
  say('microphone', 'trying');
  media.on = { audio: true, video: true };
  await media.start();
  const state = kind => (media.tracks[kind] ? 'works' : media.problems[kind] ?? 'missing');
  say('camera', state('video'));
  say('microphone', state('audio'));
  return { camera: state('video'), microphone: state('audio') };
}

async function tryNetwork() {
  say('network', 'trying');
  try {
    const answer = await post(root.dataset.servers, {});
    const path = await findPath(await answer.json());
    say('network', path);
    return { network: path };
  } catch {
    say('network', 'unknown'); // the portal did not answer: nothing is known of calls
    return {};
  }
}

async function begin() {
  const start = find('start');
  start.setAttribute('aria-disabled', 'true');
  // the way out is found while the browser asks about the camera
  const [devices, network] = await Promise.all([tryDevices(), tryNetwork()]);
  await keep({ ...devices, ...network });
  start.textContent = start.dataset.again;
  start.removeAttribute('aria-disabled');
  root.dataset.done = 'true';
}

media.addEventListener('change', show);
find('start').addEventListener('click', begin);
find('play').addEventListener('click', async () => {
  say('speaker', 'playing');
  await chime();
  say('speaker', 'asked');
});
for (const [name, heard] of [['heard', true], ['silent', false]])
  find(name).addEventListener('click', async () => {
    say('speaker', heard ? 'works' : 'missing');
    await keep({ speaker: heard });
  });
addEventListener('pagehide', () => media.stop());
find('part').hidden = false;
