// How good a connection is, from the difference between two looks at its statistics: good, fair, poor, or lost.
const before = new WeakMap();
const silence = 8_000;

export async function qualityOf(peer) {
  if (!peer.pc) return 'lost';
  const now = read(await peer.pc.getStats());
  const last = before.get(peer.pc);
  if (!last || now.signs !== last.signs) now.heard = performance.now();
  else now.heard = last.heard;
  before.set(peer.pc, now);
  if (!peer.connected || performance.now() - now.heard > silence) return 'lost';

  const received = now.received - (last?.received ?? 0);
  const lost = now.lost - (last?.lost ?? 0);
  const down = received + lost > 0 ? Math.max(0, lost) / (received + lost) : 0;
  const loss = Math.max(down, now.uplinkLoss);
  if (now.roundTrip < 0.15 && loss < 0.02) return 'good';
  return now.roundTrip < 0.3 && loss < 0.06 ? 'fair' : 'poor';
}

function read(report) {
  const sums = { signs: 0, received: 0, lost: 0, uplinkLoss: 0, roundTrip: 0 };
  for (const entry of report.values()) {
    if (entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded') {
      sums.roundTrip = entry.currentRoundTripTime ?? 0;
      sums.signs += entry.bytesReceived + (entry.responsesReceived ?? 0);
    } else if (entry.type === 'inbound-rtp') {
      sums.received += entry.packetsReceived ?? 0;
      sums.lost += entry.packetsLost ?? 0;
    } else if (entry.type === 'remote-inbound-rtp') {
      sums.uplinkLoss = Math.max(sums.uplinkLoss, entry.fractionLost ?? 0);
    }
  }
  return sums;
}
