// What is tried when the connection to one peer breaks: new paths first, with growing pauses, then a whole new session.
const patience = { start: 15_000, disconnected: 4_000, anew: 5_000 };
const restarts = 3;

export class Recovery {
  attempts = 0;
  begunAnew = -Infinity;

  constructor(peer) {
    this.peer = peer;
  }

  opened() {
    this.peer.on.connection(this.attempts ? 'reconnecting' : 'connecting');
    this.plan(patience.start);
  }

  changed(state) {
    if (state === 'connected') {
      this.attempts = 0;
      this.stop();
      this.peer.on.connection('connected');
    } else if (state === 'disconnected') {
      this.peer.on.connection('reconnecting');
      this.plan(patience.disconnected); // it often heals by itself
    } else if (state === 'failed') {
      this.peer.on.connection('reconnecting');
      this.plan(0);
    }
  }

  // the network is another one, or the signalling is back
  nudge(always) {
    const { pc, connected } = this.peer;
    if (pc && (always || !connected || pc.signalingState === 'have-local-offer')) this.restart();
  }

  stop() {
    clearTimeout(this.timer);
  }

  plan(delay) {
    this.stop();
    this.timer = setTimeout(() => this.next(), delay);
  }

  next() {
    const { peer } = this;
    if (!peer.pc || peer.connected) return;
    this.attempts++;
    if (this.attempts <= restarts) this.restart();
    else this.anew();
  }

  anew() {
    if (performance.now() - this.begunAnew < patience.anew) return;
    this.begunAnew = performance.now();
    if (this.peer.leads) return this.peer.open();
    this.peer.send('restart', null, this.peer.sessionId);
    this.plan(patience.start);
  }

  restart() {
    const { pc } = this.peer;
    pc.setConfiguration({ ...pc.getConfiguration(), iceServers: this.peer.iceServers() }); // credentials lapse
    pc.restartIce();
    // an offer that was lost with the signalling has to be made again; nothing else would
    if (pc.signalingState === 'have-local-offer') this.peer.offer(pc);
    if (!this.peer.connected) this.plan(2000 * 2 ** Math.max(1, this.attempts));
  }
}
