// One connection to one other browser: perfect negotiation inside a session, and everything that is tried when it breaks.
// Of the two the one with the larger id leads: it opens every session, brings its tracks' lines, and wins a collision.
const lines = ['audio', 'video', 'screen'];
const bitrates = { alone: 1_500_000, mesh: 500_000 };
const patience = { start: 15_000, disconnected: 4_000 };
const restarts = 3;

export class Peer {
  constructor({ id, selfId, iceServers, tracks, send, on }) {
    Object.assign(this, { id, iceServers, tracks, send, on });
    this.leads = selfId > id;
    this.sessionId = null;
    this.queue = this.filling = Promise.resolve();
    this.attempts = 0;
    this.mesh = false;
  }

  get connected() { return this.pc?.connectionState === 'connected'; }

  open(sessionId = crypto.randomUUID()) {
    this.shut();
    this.sessionId = sessionId;
    const pc = this.pc = new RTCPeerConnection({ iceServers: this.iceServers, bundlePolicy: 'max-bundle' });
    this.makingOffer = this.ignoredOffer = false;
    this.received = { main: new MediaStream(), screen: new MediaStream() };
    pc.onnegotiationneeded = () => this.offer(pc);
    pc.onicecandidate = ({ candidate }) => this.send('candidate', candidate, sessionId);
    pc.ontrack = ({ transceiver, track }) => {
      const line = lines[pc.getTransceivers().indexOf(transceiver)];
      (line === 'screen' ? this.received.screen : this.received.main).addTrack(track);
      this.on.tracks(this.received);
    };
    pc.onconnectionstatechange = () => { if (pc === this.pc) this.changed(pc.connectionState); };
    if (this.leads)
      for (const line of lines) pc.addTransceiver(line === 'audio' ? 'audio' : 'video', { direction: 'sendrecv' });
    if (this.leads) this.fill();
    this.on.connection(this.attempts ? 'reconnecting' : 'connecting');
    this.plan(patience.start);
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
      if (pc === this.pc && !(kind === 'candidate' && this.ignoredOffer)) throw error;
    }
  }

  async describe(pc, description) {
    const collision = description.type === 'offer' && (this.makingOffer || pc.signalingState !== 'stable');
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

  changed(state) {
    if (state === 'connected') {
      this.attempts = 0;
      clearTimeout(this.timer);
      this.on.connection('connected');
    } else if (state === 'disconnected') {
      this.on.connection('reconnecting');
      this.plan(patience.disconnected);
    } else if (state === 'failed') {
      this.on.connection('reconnecting');
      this.plan(0);
    }
  }

  plan(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.recover(), delay);
  }

  // new paths first, with growing pauses; when that has failed three times a whole new session
  recover() {
    if (!this.pc || this.connected) return;
    this.attempts++;
    if (this.attempts <= restarts) {
      this.restart();
    } else if (this.leads) {
      this.open();
    } else {
      this.send('restart', null, this.sessionId ?? 'none');
      this.plan(patience.start);
    }
  }

  // the network is another one, or the signalling is back
  nudge(always) {
    if (this.pc && (always || !this.connected)) this.restart();
  }

  restart() {
    this.pc.restartIce();
    // an offer that was lost with the signalling has to be made again; nothing else would
    if (this.pc.signalingState === 'have-local-offer') this.offer(this.pc);
    if (!this.connected) this.plan(2000 * 2 ** Math.max(1, this.attempts));
  }

  shut() {
    clearTimeout(this.timer);
    if (!this.pc) return;
    this.pc.onnegotiationneeded = this.pc.onicecandidate = this.pc.ontrack = this.pc.onconnectionstatechange = null;
    this.pc.close();
    this.pc = null;
  }
}
