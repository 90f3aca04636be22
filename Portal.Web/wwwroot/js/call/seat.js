// The page's seat at the portal's hub (Portal.Web/Live/CallHub.cs), whoever carries the pictures: who is here, what they say.
import { newId } from './peer.js';

const givenUp = 10 * 60_000;
const goodbye = 2_000;
const introduced = 2_000;
// what the hub says, by the names of ICallPage
const spoken = ['PeerJoined', 'PeerLeft', 'PeerLost', 'PeerState', 'Signal', 'Said', 'Muted', 'Recording'];

export function seatAt({ hubUrl, ticket, trouble }) {
  const pageId = newId();
  const handlers = new Map();
  const peers = new Map();
  let sent = {};
  let held = []; // what is said while the answer to join is on its way: it is taken after it
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

  const raise = (name, ...said) => { for (const act of handlers.get(name) ?? []) act(...said); };

  const known = {
    PeerJoined: peer => peers.set(peer.id, peer),
    PeerLeft: id => peers.delete(id),
    PeerState: (id, media) => { if (peers.has(id)) peers.get(id).media = media; },
  };

  function hear(name, ...said) {
    if (held) {
      held.push([name, ...said]);
      return;
    }
    known[name]?.(...said);
    raise(name, ...said);
  }

  async function join() {
    const ask = async one => hub.invoke('Join', one, pageId, sent);
    let answer = await ask(await ticket.current());
    if (answer.refused === 'ticket') answer = await ask(await ticket.renew());
    if (over) return;
    if (answer.refused) return close(answer.refused === 'full' ? 'full' : 'over');
    peers.clear();
    for (const peer of answer.room.peers) peers.set(peer.id, peer);
    seat.id = answer.room.selfId;
    seat.iceServers = answer.room.iceServers;
    seat.relayOnly = answer.room.relayOnly;
    seat.works = true;
    raise('Room', answer.room);
    const said = held ?? [];
    held = null;
    for (const one of said) hear(...one);
  }

  // when the hub breaks away again meanwhile, its return leads here again; anything else is worth another try
  function rejoin() {
    join().catch(error => {
      if (error.over) close('over');
      else if (hub.state === 'Connected') setTimeout(rejoin, 2_000);
    });
  }

  async function close(reason) {
    if (over) return;
    over = true;
    seat.works = false;
    raise('Ended', reason);
    await hub.stop();
  }

  for (const name of spoken) hub.on(name, (...said) => hear(name, ...said));
  hub.on('Ended', reason => close(reason === 'replaced' ? 'elsewhere' : reason));
  hub.onreconnecting(() => {
    held = [];
    seat.works = false;
    raise('Away');
  });
  hub.onreconnected(rejoin);
  hub.onclose(() => close('lost'));

  const seat = {
    id: null,
    iceServers: [],
    relayOnly: false,
    works: false,
    peers,
    /** Besides what the hub says: Room after every join, Away when the hub is lost, Ended(reason) once. */
    hear(name, act) { handlers.set(name, [...handlers.get(name) ?? [], act]); },
    tell: (method, ...args) => hub.state === 'Connected' ? hub.send(method, ...args).catch(trouble) : undefined,
    // the answer may be overtaken by the end itself
    invoke: (method, ...args) => hub.invoke(method, ...args).catch(error => { if (!over) throw error; }),
    /** What the others are told of this page; a part of it changes that part. */
    state(part) {
      if (Object.entries(part).every(([name, value]) => sent[name] === value)) return;
      sent = { ...sent, ...part };
      if (seat.works) seat.tell('State', sent);
    },
    async who(id) {
      for (const until = Date.now() + introduced; !peers.has(id) && Date.now() < until;) await new Promise(done => setTimeout(done, 100));
      return peers.get(id) ?? null;
    },
    async take() {
      await hub.start();
      await join();
    },
    // heard before the next page asks how the meeting stands; a network that is away is not waited for
    async leave() {
      if (hub.state === 'Connected')
        await Promise.race([hub.invoke('Leave').catch(trouble), new Promise(done => setTimeout(done, goodbye))]);
      over = true;
      await hub.stop();
    },
  };
  return seat;
}
