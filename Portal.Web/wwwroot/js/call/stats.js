// How good the connections are, from the difference between two looks at their statistics: good, fair, poor, or lost.
const before = new WeakMap();
const silence = 8_000;
const order = ['good', 'fair', 'poor', 'lost'];
const ways = { host: 'directly', srflx: 'directly', prflx: 'directly', relay: 'through a relay' };

/** Of all links together, each peer's level beside it: the worst of them is what one notices. */
export async function together(links) {
  const looks = await Promise.all([...links].map(async ([id, { peer }]) => [id, await qualityOf(peer)]));
  const found = new Map(looks.filter(([, quality]) => quality));
  const [worst] = [...found.values()].sort((one, other) => order.indexOf(other.level) - order.indexOf(one.level));
  return { ...worst ?? { level: 'good', rtt: 0, loss: 0, via: '' }, peers: new Map([...found].map(([id, { level }]) => [id, level])) };
}

/** Undefined of a peer who is still on the way: who was never there cannot be lost. */
async function qualityOf(peer) {
  const { pc } = peer;
  if (!pc || (!peer.connected && !before.has(pc))) return undefined;
  const lost = { level: 'lost', rtt: 0, loss: 1, via: '' };
  const now = read(await pc.getStats());
  const last = before.get(pc);
  now.heard = !last || now.signs !== last.signs ? performance.now() : last.heard;
  before.set(pc, now);
  if (!peer.connected || performance.now() - now.heard > silence) return lost;

  const received = now.received - (last?.received ?? 0);
  const missing = now.lost - (last?.lost ?? 0);
  const down = received + missing > 0 ? Math.max(0, missing) / (received + missing) : 0;
  const loss = Math.max(down, now.uplinkLoss);
  const level = now.rtt < 0.15 && loss < 0.02 ? 'good' : now.rtt < 0.3 && loss < 0.06 ? 'fair' : 'poor';
  return { level, rtt: now.rtt, loss, via: ways[now.way] ?? '' };
}

function read(report) {
  const sums = { signs: 0, received: 0, lost: 0, uplinkLoss: 0, rtt: 0, way: '' };
  for (const entry of report.values()) {
    if (entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded') {
      sums.rtt = entry.currentRoundTripTime ?? 0;
      sums.signs += entry.bytesReceived + (entry.responsesReceived ?? 0);
      sums.way = report.get(entry.localCandidateId)?.candidateType ?? '';
    } else if (entry.type === 'inbound-rtp') {
      sums.received += entry.packetsReceived ?? 0;
      sums.lost += entry.packetsLost ?? 0;
    } else if (entry.type === 'remote-inbound-rtp') {
      sums.uplinkLoss = Math.max(sums.uplinkLoss, entry.fractionLost ?? 0);
    }
  }
  return sums;
}
