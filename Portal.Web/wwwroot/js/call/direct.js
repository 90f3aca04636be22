// The provider "direct": sound and pictures from browser to browser, introduced by the hub (Portal.Web/Live/CallHub.cs).
// Every provider has this one way in, connect(…), and gives back publish, toggle, share, stats, leave and end.
import { Peer, newId } from './peer.js';
import { qualityOf } from './stats.js';

const givenUp = 10 * 60_000;
const awaited = 35_000; // a little longer than the server keeps a lost seat

export async function connect({ hubUrl, ticket, media, on }) {
  const pageId = newId();
  const peers = new Map();
  let held = []; // what is said while the answer to join is on its way: it is taken after it
  let tracks = {};
  let selfId = null;
  let iceServers = [];
  let over = false;

  const hub = new signalR.HubConnectionBuilder()
    // one connection to one node: whichever the load balancer chooses
    .withUrl(hubUrl, { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets })
    .withAutomaticReconnect({
      nextRetryDelayInMilliseconds: ({ previousRetryCount, elapsedMilliseconds }) =>
        elapsedMilliseconds > givenUp ? null : Math.min(500 * 2 ** previousRetryCount, 8000) * (0.8 + 0.4 * Math.random()),
    })
    .configureLogging(signalR.LogLevel.None)
    .build();
  hub.serverTimeoutInMilliseconds = 15_000;
  hub.keepAliveIntervalInMilliseconds = 5_000;

  const tell = (method, ...args) => hub.state === 'Connected' ? hub.send(method, ...args).catch(on.trouble) : undefined;
  const refill = () => Promise.all([...peers.values()].map(({ peer }) => peer.fill(peers.size > 1)));

  function add(info) {
    drop(info.id);
    const peer = new Peer({
      id: info.id, selfId, iceServers, tracks: () => tracks,
      send: (kind, payload, sessionId) => tell('Signal', info.id, sessionId, kind, payload ?? {}),
      on: {
        tracks: received => on.peerTracks(info.id, received),
        connection: state => on.peerConnection(info.id, state),
        trouble: on.trouble,
      },
    });
    peers.set(info.id, { info, peer });
    on.peerJoined(info);
    on.peerMedia(info.id, info.media);
    if (peer.leads) peer.open();
    refill();
  }

  function drop(id) {
    const known = peers.get(id);
    if (!known) return;
    clearTimeout(known.timer);
    known.peer.shut();
    peers.delete(id);
    on.peerLeft(id);
    refill();
  }

  // the same page that comes back kept its pictures running; another page begins anew
  function welcome(info) {
    const known = peers.get(info.id);
    if (!known || known.info.pageId !== info.pageId) return add(info);
    on.peerMedia(info.id, info.media);
    if (!known.missed) return;
    clearTimeout(known.timer);
    known.missed = false;
    known.peer.recovery.nudge(); // what was said meanwhile is lost
  }

  function miss(id) {
    const known = peers.get(id);
    if (!known) return;
    clearTimeout(known.timer);
    known.missed = true;
    known.timer = setTimeout(() => known.peer.connected ? miss(id) : drop(id), awaited);
  }

  async function join() {
    let answer = await hub.invoke('Join', await ticket.current(), pageId, media());
    if (answer.refused === 'ticket') answer = await hub.invoke('Join', await ticket.renew(), pageId, media());
    if (over) return;
    if (answer.refused) return close(answer.refused === 'full' ? 'full' : 'over');
    ({ selfId, iceServers } = answer.room);
    on.joined(answer.room);
    for (const id of peers.keys()) miss(id);
    answer.room.peers.forEach(welcome);
    const said = held;
    held = null;
    for (const act of said) act();
  }

  // when the signalling breaks again meanwhile, its return leads here again; anything else is worth another try
  function rejoin() {
    join().then(() => on.signalling(true), error => {
      if (error.over) close('over');
      else if (hub.state === 'Connected') setTimeout(rejoin, 2_000);
    });
  }

  async function close(reason) {
    if (over) return;
    over = true;
    for (const id of [...peers.keys()]) drop(id);
    removeEventListener('online', networkChanged);
    on.ended(reason);
    await hub.stop();
  }

  // new paths are agreed on by signalling: while that is away its return does the same
  const networkChanged = () => { if (!held) peers.forEach(({ peer }) => peer.recovery.nudge(true)); };

  const hear = (name, act) => hub.on(name, (...said) => held ? held.push(() => act(...said)) : act(...said));
  hear('PeerJoined', welcome);
  hear('PeerLeft', drop);
  hear('PeerLost', miss);
  hear('PeerState', on.peerMedia);
  hear('Signal', signal => peers.get(signal.from)?.peer.receive(signal));
  hub.on('Ended', close);
  hub.onreconnecting(() => {
    held = [];
    on.signalling(false);
  });
  hub.onreconnected(rejoin);
  hub.onclose(() => close('lost'));
  addEventListener('online', networkChanged);
  // an open connection would keep the page from the back-forward cache, and the others waiting
  addEventListener('pagehide', () => { for (const { peer } of peers.values()) peer.shut(); });

  await hub.start();
  await join();

  return {
    publish(next) { tracks = next; return refill(); },
    toggle(kind, track) { tracks = { ...tracks, [kind]: track }; tell('State', media()); return refill(); },
    share(track) { return this.toggle('screen', track); },
    stats: async () => new Map(await Promise.all(
      [...peers].map(async ([id, { peer }]) => [id, await qualityOf(peer)]))),
    // heard before the next page asks how the meeting stands; a network that is away is not waited for
    async leave() {
      if (hub.state === 'Connected')
        await Promise.race([hub.invoke('Leave').catch(on.trouble), new Promise(done => setTimeout(done, 2_000))]);
      await close('left');
    },
    // the answer may be overtaken by the end itself
    end: () => hub.invoke('End').catch(error => { if (!over) throw error; }),
  };
}
