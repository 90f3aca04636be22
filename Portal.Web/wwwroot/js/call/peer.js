// One connection to one other browser: perfect negotiation inside a session.
// Of the two the one with the larger id leads: it opens every session, brings its tracks' lines, and wins a collision.
import { Recovery } from './recovery.js';

const lines = ['audio', 'video', 'screen'];
const bitrates = { alone: 1_500_000, mesh: 500_000 };

// crypto.randomUUID is only there over a secure connection; without one people can still watch and listen
export const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

export class Peer {
  constructor({ id, selfId, iceServers, relayOnly, tracks, send, on }) {
    Object.assign(this, { id, iceServers, relayOnly, tracks, send, on });
    this.leads = selfId > id;
    this.sessionId = null;
    this.queue = this.filling = Promise.resolve();
    this.recovery = new Recovery(this);
    this.mesh = false;
  }

  get connected() { return this.pc?.connectionState === 'connected'; }

  open(sessionId = newId()) {
    this.shut();
    this.sessionId = sessionId;
    const pc = this.pc = new RTCPeerConnection({
      iceServers: this.iceServers(), iceTransportPolicy: this.relayOnly() ? 'relay' : 'all', bundlePolicy: 'max-bundle',
    });
    this.makingOffer = this.ignoredOffer = false;
    this.received = {};
    pc.onnegotiationneeded = () => this.offer(pc);
    pc.onicecandidate = ({ candidate }) => this.send('candidate', candidate, sessionId);
    pc.ontrack = ({ transceiver, track }) => {
      this.received[lines[pc.getTransceivers().indexOf(transceiver)]] = track;
      this.on.tracks(this.received);
    };
    pc.onconnectionstatechange = () => { if (pc === this.pc) this.recovery.changed(pc.connectionState); };
    if (this.leads)
      for (const line of lines) pc.addTransceiver(line === 'audio' ? 'audio' : 'video', { direction: 'sendrecv' });
    if (this.leads) this.fill();
    this.recovery.opened();
  }

  // signals are taken one after the other: each waits for what the one before has set off
  receive(signal) {
    this.queue = this.queue.then(() => this.handle(signal)).catch(this.on.trouble);
  }

  async handle({ sessionId, kind, payload }) {
    if (kind === 'restart') return this.leads ? this.open() : undefined;
    if (sessionId !== this.sessionId) {
      // of a session given up; only the leader may begin another
      if (this.leads || kind !== 'description' || payload.type !== 'offer') return;
      this.open(sessionId);
    }
    const pc = this.pc;
    try {
      await (kind === 'description' ? this.describe(pc, payload) : pc.addIceCandidate(payload));
    } catch (error) {
      if (pc !== this.pc || (kind === 'candidate' && (this.ignoredOffer || pc.signalingState === 'closed'))) return;
      if (kind === 'description') this.recovery.anew(); // the two no longer agree on where they are
      throw error;
    }
  }

  async describe(pc, description) {
    const collision = description.type === 'offer' && (this.makingOffer || pc.signalingState === 'have-local-offer');
    this.ignoredOffer = collision && this.leads;
    if (this.ignoredOffer) return;
    await pc.setRemoteDescription(description);
    if (description.type !== 'offer') return;
    for (const transceiver of pc.getTransceivers()) transceiver.direction = 'sendrecv';
    await this.fill();
    await pc.setLocalDescription();
    this.send('description', pc.localDescription, this.sessionId);
  }

  async offer(pc) {
    try {
      this.makingOffer = true;
      await pc.setLocalDescription();
      if (pc === this.pc) this.send('description', pc.localDescription, this.sessionId);
    } catch (error) {
      if (pc === this.pc) this.on.trouble(error);
    } finally {
      if (pc === this.pc) this.makingOffer = false;
    }
  }

  // every line is there from the beginning, so a track that comes, goes or changes needs no negotiation
  fill(mesh = this.mesh) {
    this.mesh = mesh;
    const pc = this.pc;
    return this.filling = this.filling.then(() => this.put(pc)).catch(error => { if (pc === this.pc) this.on.trouble(error); });
  }

  async put(pc) {
    const senders = pc?.getTransceivers().map(transceiver => transceiver.sender) ?? [];
    for (const [index, sender] of senders.entries()) await sender.replaceTrack(this.tracks()[lines[index]] ?? null);
    const parameters = senders[1]?.getParameters();
    if (!parameters?.encodings?.length) return;
    parameters.encodings[0].maxBitrate = this.mesh ? bitrates.mesh : bitrates.alone;
    await senders[1].setParameters(parameters);
  }

  shut() {
    this.recovery.stop();
    if (!this.pc) return;
    this.pc.onnegotiationneeded = this.pc.onicecandidate = this.pc.ontrack = this.pc.onconnectionstatechange = null;
    this.pc.close();
    this.pc = null;
  }
}
