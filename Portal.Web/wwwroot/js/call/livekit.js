// The provider "livekit": sound and pictures through a LiveKit server (livekit-client, read before this module). The contract: README.md.
const kinds = { camera: 'camera', microphone: 'microphone', screen_share: 'screen' };
const sources = { audio: 'microphone', video: 'camera', screen: 'screen_share' };
const levels = { excellent: 'good', good: 'good', poor: 'poor', lost: 'lost', unknown: 'fair' };
// DisconnectReason of the protocol
const reasons = { 2: 'elsewhere', 4: 'removed', 5: 'ended', 10: 'ended' };
const unexpected = new Set([0, 3, 6, 7, 9, 14, 15, undefined]);

export const idOf = identity => identity.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export function createCall({ launch, seat, on, library = globalThis.LivekitClient, url = document.querySelector('[data-call]')?.dataset.signallingUrl }) {
  const sent = new Map();
  let wanted = { audio: null, video: null, screen: null };
  let room = null;
  let left = false;

  function tell(participant) {
    const publications = [...participant.trackPublications.values()];
    const sends = source => publications.some(one => one.source === source && !one.isMuted);
    on.media(idOf(participant.identity), { mic: sends('microphone'), cam: sends('camera'), sharing: sends('screen_share') });
  }

  async function greet(participant) {
    const id = idOf(participant.identity);
    const known = await seat.who(id);
    if (left || !room?.remoteParticipants.has(participant.identity)) return;
    const joinedAt = known?.joinedAt ?? participant.joinedAt?.getTime() ?? Date.now();
    on.joined({ id, name: known?.name ?? (participant.name || 'Guest'), isStaff: known?.isStaff ?? false, joinedAt });
    for (const publication of participant.trackPublications.values()) if (publication.track) take(publication.track, publication, participant);
    tell(participant);
  }

  function show(publication, participant, mediaTrack) {
    const kind = kinds[publication.source];
    if (kind) on.track(idOf(participant.identity), kind, mediaTrack);
  }
  const take = (track, publication, participant) => show(publication, participant, track.mediaStreamTrack);

  async function put(kind, mediaTrack) {
    const before = sent.get(kind);
    if (before === mediaTrack || (!before && !mediaTrack)) return;
    sent.delete(kind);
    // the page stops its tracks itself
    if (before) await room.localParticipant.unpublishTrack(before, false);
    if (!mediaTrack) return;
    sent.set(kind, mediaTrack);
    await room.localParticipant.publishTrack(mediaTrack, { source: sources[kind], name: kind });
  }

  // one after the other: two changes of one camera must not overtake each other
  let putting = Promise.resolve();
  const fill = () => putting = putting
    .then(() => room && Promise.all(Object.entries(wanted).map(([kind, track]) => put(kind, track))))
    .catch(on.trouble);

  async function enter() {
    const own = new library.Room({ adaptiveStream: false, dynacast: true, stopLocalTrackOnUnpublish: false, disconnectOnPageLeave: true });
    own.on('participantConnected', greet);
    own.on('participantDisconnected', participant => on.left(idOf(participant.identity)));
    own.on('trackSubscribed', take);
    own.on('trackUnsubscribed', (track, publication, participant) => show(publication, participant, null));
    for (const change of ['trackMuted', 'trackUnmuted', 'trackPublished', 'trackUnpublished'])
      own.on(change, (publication, participant) => { if (participant !== own.localParticipant) tell(participant); });
    own.on('activeSpeakersChanged', speakers => {
      const other = speakers.find(one => one !== own.localParticipant);
      on.speaking(other ? idOf(other.identity) : null);
    });
    own.on('connectionQualityChanged', (quality, participant) => {
      if (participant !== own.localParticipant) on.link(idOf(participant.identity), quality === 'lost' ? 'reconnecting' : 'connected');
    });
    for (const state of ['reconnecting', 'signalReconnecting']) own.on(state, () => on.state('reconnecting'));
    own.on('reconnected', () => on.state('connected'));
    own.on('disconnected', reason => ended(own, reason));
    own.on('mediaDevicesError', on.trouble);
    const { token } = await launch();
    room = own;
    await own.connect(url, token, { autoSubscribe: true });
    if (left) return own.disconnect();
    sent.clear();
    own.remoteParticipants.forEach(greet);
    await fill();
    on.state('connected');
  }

  let again = 0;
  async function ended(was, reason) {
    if (left || was !== room || !was.wasIn) return;
    for (const participant of was.remoteParticipants.values()) on.left(idOf(participant.identity));
    if (unexpected.has(reason) && again++ < 3) {
      on.state('reconnecting');
      await start().catch(problem => {
        on.trouble(problem);
        on.state('lost');
      });
      return;
    }
    room = null;
    on.state('ended', reasons[reason] ?? 'ended');
  }

  // a room nobody was in yet ends in the promise of connect, not here
  async function start() {
    await enter();
    if (room) room.wasIn = true;
  }

  return {
    async connect({ audio, video }) {
      if (!library) throw new Error('The part of the page that talks to LiveKit did not load.');
      wanted = { ...wanted, audio, video };
      on.state('connecting');
      await start();
    },
    publish({ audio, video }) { wanted = { ...wanted, audio, video }; return fill(); },
    toggle(kind, isOn) {
      const publication = room?.localParticipant.getTrackPublication(kind === 'mic' ? 'microphone' : 'camera');
      return isOn ? publication?.unmute() : publication?.mute();
    },
    share(screen) { wanted = { ...wanted, screen }; return fill(); },
    async stats() {
      if (room?.state !== 'connected') return { level: 'lost', rtt: null, loss: null, via: 'LiveKit' };
      const level = one => levels[one.connectionQuality] ?? 'fair';
      return {
        level: level(room.localParticipant), rtt: null, loss: null, via: 'LiveKit',
        peers: new Map([...room.remoteParticipants.values()].map(one => [idOf(one.identity), level(one)])),
      };
    },
    async leave() {
      left = true;
      await room?.disconnect(false);
      room = null;
    },
  };
}
