// The provider "twilio": sound and pictures through Twilio's rooms (twilio-video, read before this module). The contract: README.md.
const elsewhere = 53205; // the same identity connected again
const full = 53105;
const gone = new Set([53106, 53118]); // not found, completed
const stale = new Set([20104, 53001, 53002]); // the token ran out, the signalling broke: a fresh token gets back in
const levels = ['lost', 'poor', 'poor', 'fair', 'good', 'good'];
const kindOf = publication => publication.kind === 'audio' ? 'microphone' : publication.trackName === 'screen' ? 'screen' : 'camera';

// a token opens one room, and Twilio knows it by the id the token carries
const roomOf = token => JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'))).grants.video.room;
// identities are 32 digits, ids of participants have hyphens
export const idOf = identity => identity.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export function createCall({ launch, seat, on, library = globalThis.Twilio?.Video }) {
  const sent = new Map(); // kind → the published track
  let wanted = { audio: null, video: null, screen: null };
  let room = null;
  let left = false;

  function tell(participant) {
    const publications = [...participant.tracks.values()];
    const sends = kind => publications.some(one => kindOf(one) === kind && one.isTrackEnabled);
    on.media(idOf(participant.identity), { mic: sends('microphone'), cam: sends('camera'), sharing: sends('screen') });
  }

  async function greet(participant) {
    const id = idOf(participant.identity);
    const known = await seat.who(id);
    if (left || !room?.participants.has(participant.sid)) return;
    on.joined({ id, name: known?.name ?? 'Guest', isStaff: known?.isStaff ?? false, joinedAt: known?.joinedAt ?? Date.now() });
    for (const publication of participant.tracks.values()) if (publication.track) take(publication.track, publication, participant);
    tell(participant);
    participant.on('networkQualityLevelChanged', level => on.link(id, level === 0 ? 'reconnecting' : 'connected'));
    for (const change of ['trackEnabled', 'trackDisabled', 'trackPublished', 'trackUnpublished']) participant.on(change, () => tell(participant));
  }

  const take = (track, publication, participant) => on.track(idOf(participant.identity), kindOf(publication), track.mediaStreamTrack);
  const drop = (track, publication, participant) => on.track(idOf(participant.identity), kindOf(publication), null);

  async function put(kind, mediaTrack) {
    if (sent.get(kind)?.mediaStreamTrack === mediaTrack) return;
    const before = sent.get(kind);
    sent.delete(kind);
    if (before) room.localParticipant.unpublishTrack(before);
    if (!mediaTrack) return;
    const Local = kind === 'audio' ? library.LocalAudioTrack : library.LocalVideoTrack;
    const track = new Local(mediaTrack, { name: kind === 'screen' ? 'screen' : kind });
    sent.set(kind, track);
    await room.localParticipant.publishTrack(track);
  }

  // one after the other: two changes of one camera must not overtake each other
  let putting = Promise.resolve();
  const fill = () => putting = putting
    .then(() => room && Promise.all(Object.entries(wanted).map(([kind, track]) => put(kind, track))))
    .catch(on.trouble);

  async function enter() {
    const { token } = await launch();
    room = await library.connect(token, {
      name: roomOf(token), tracks: [], dominantSpeaker: true, networkQuality: { local: 1, remote: 1 }, insights: false,
      bandwidthProfile: { video: { mode: 'grid' } }, preferredVideoCodecs: 'auto',
    });
    if (left) return room.disconnect();
    room.on('participantConnected', greet);
    room.on('participantDisconnected', participant => on.left(idOf(participant.identity)));
    room.on('participantReconnecting', participant => on.link(idOf(participant.identity), 'reconnecting'));
    room.on('participantReconnected', participant => on.link(idOf(participant.identity), 'connected'));
    room.on('trackSubscribed', take);
    room.on('trackUnsubscribed', drop);
    room.on('dominantSpeakerChanged', participant => on.speaking(participant ? idOf(participant.identity) : null));
    room.on('reconnecting', () => on.state('reconnecting'));
    room.on('reconnected', () => on.state('connected'));
    room.on('disconnected', (was, error) => ended(was, error));
    room.participants.forEach(greet);
    sent.clear();
    await fill();
    on.state('connected');
  }

  async function ended(was, error) {
    if (left || was !== room) return;
    for (const participant of was.participants.values()) on.left(idOf(participant.identity));
    if (stale.has(error?.code)) {
      on.state('reconnecting');
      await enter().catch(problem => {
        on.trouble(problem);
        on.state('lost');
      });
      return;
    }
    room = null;
    if (error && !gone.has(error.code) && error.code !== elsewhere && error.code !== full) on.trouble(error);
    on.state('ended', error?.code === elsewhere ? 'elsewhere' : error?.code === full ? 'full' : 'ended');
  }

  const bye = () => room?.disconnect();

  return {
    async connect({ audio, video }) {
      if (!library) throw new Error('The part of the page that talks to Twilio did not load.');
      wanted = { ...wanted, audio, video };
      on.state('connecting');
      addEventListener('pagehide', bye);
      await enter();
    },
    publish({ audio, video }) { wanted = { ...wanted, audio, video }; return fill(); },
    toggle(kind, isOn) {
      const track = sent.get(kind === 'mic' ? 'audio' : 'video');
      if (isOn) track?.enable(); else track?.disable();
    },
    share(screen) { wanted = { ...wanted, screen }; return fill(); },
    async stats() {
      if (room?.state !== 'connected') return { level: 'lost', rtt: null, loss: null, via: 'Twilio' };
      const level = one => levels[one.networkQualityLevel ?? 5];
      const [report] = await room.getStats().catch(() => []);
      const audio = report?.localAudioTrackStats?.[0];
      const lost = audio?.packetsSent ? (audio.packetsLost ?? 0) / audio.packetsSent : null;
      const rtt = audio?.roundTripTime === undefined || audio.roundTripTime === null ? null : audio.roundTripTime / 1000;
      return {
        level: level(room.localParticipant), rtt, loss: lost, via: 'Twilio',
        peers: new Map([...room.participants.values()].map(one => [idOf(one.identity), level(one)])),
      };
    },
    async leave() {
      left = true;
      removeEventListener('pagehide', bye);
      room?.disconnect();
      room = null;
    },
  };
}
