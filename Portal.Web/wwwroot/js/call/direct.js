// The provider "direct": sound and pictures from browser to browser, introduced by the hub. What it has to do: README.md.
import { Peer } from './peer.js';
import { loudest } from './speaking.js';
import { together } from './stats.js';

const awaited = 35_000; // a little longer than the server keeps a lost seat
const listenEvery = 400;
const worst = ['reconnecting', 'connecting', 'connected'];

export function createCall({ seat, on }) {
  const links = new Map();
  let tracks = {};
  let heard = null;

  const refill = () => Promise.all([...links.values()].map(({ peer }) => peer.fill(links.size > 1)));
  const showState = () => on.state(worst.find(state => [...links.values()].some(link => link.state === state)) ?? 'connected');

  function showTracks(link) {
    const { id, media } = link.info;
    on.track(id, 'camera', link.received.video ?? null);
    on.track(id, 'microphone', link.received.audio ?? null);
    on.track(id, 'screen', media.sharing ? link.received.screen ?? null : null);
  }

  function add(info) {
    drop(info.id);
    const link = { info, received: {}, state: 'connecting' };
    link.peer = new Peer({
      id: info.id, selfId: seat.id, iceServers: () => seat.iceServers, relayOnly: () => seat.relayOnly, tracks: () => tracks,
      send: (kind, payload, sessionId) => seat.tell('Signal', info.id, sessionId, kind, payload ?? {}),
      on: {
        tracks: received => { link.received = received; showTracks(link); },
        connection: state => { link.state = state; on.link(info.id, state); showState(); },
        trouble: on.trouble,
      },
    });
    links.set(info.id, link);
    on.joined(info);
    on.media(info.id, info.media);
    on.link(info.id, link.state);
    if (link.peer.leads) link.peer.open();
    showState();
    refill();
  }

  function drop(id) {
    const link = links.get(id);
    if (!link) return;
    clearTimeout(link.timer);
    link.peer.shut();
    links.delete(id);
    on.left(id);
    showState();
    refill();
  }

  function change(id, media) {
    const link = links.get(id);
    if (!link) return;
    link.info = { ...link.info, media };
    on.media(id, media);
    showTracks(link);
  }

  // the same page that comes back kept its pictures running; another page begins anew
  function welcome(info) {
    const link = links.get(info.id);
    if (!link || link.info.pageId !== info.pageId) return add(info);
    change(info.id, info.media);
    if (!link.missed) return;
    clearTimeout(link.timer);
    link.missed = false;
    link.peer.recovery.nudge(); // what was said meanwhile is lost
  }

  function miss(id) {
    const link = links.get(id);
    if (!link) return;
    clearTimeout(link.timer);
    link.missed = true;
    link.timer = setTimeout(() => link.peer.connected ? miss(id) : drop(id), awaited);
  }

  // new paths are agreed on by signalling: while that is away its return does the same
  const networkChanged = () => { if (seat.works) links.forEach(({ peer }) => peer.recovery.nudge(true)); };
  // an open connection would keep the page from the back-forward cache, and the others waiting
  const shut = () => links.forEach(({ peer }) => peer.shut());

  seat.hear('Room', ({ peers }) => {
    for (const id of links.keys()) miss(id);
    peers.forEach(welcome);
    showState();
  });
  seat.hear('PeerJoined', welcome);
  seat.hear('PeerLeft', drop);
  seat.hear('PeerLost', miss);
  seat.hear('PeerState', change);
  seat.hear('Signal', signal => links.get(signal.from)?.peer.receive(signal));
  addEventListener('online', networkChanged);
  addEventListener('pagehide', shut);
  const listening = setInterval(() => {
    const now = loudest(links);
    if (now !== heard) on.speaking(heard = now);
  }, listenEvery);

  return {
    connect({ audio, video }) { return this.publish({ audio, video }); },
    publish({ audio, video }) { tracks = { ...tracks, audio, video }; return refill(); },
    toggle() {}, // the hub tells the others what one sends
    share(screen) { tracks = { ...tracks, screen }; return refill(); },
    stats: () => together(links),
    async leave() {
      clearInterval(listening);
      removeEventListener('online', networkChanged);
      removeEventListener('pagehide', shut);
      for (const link of links.values()) {
        clearTimeout(link.timer);
        link.peer.shut();
      }
      links.clear();
    },
  };
}
