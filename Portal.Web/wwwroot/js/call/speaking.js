// Who of the others is heard the loudest, from the levels their packets carry; nobody after a short silence.
const audible = 0.02;
const lingers = 1_200;
let last = { id: null, at: 0 };

function levelOf({ peer }) {
  const receiver = peer.connected && peer.pc.getTransceivers()[0]?.receiver;
  const [source] = receiver ? receiver.getSynchronizationSources?.() ?? [] : [];
  return source && performance.now() - source.timestamp < 1_000 ? source.audioLevel ?? 0 : 0;
}

export function loudest(links) {
  let [best, level] = [null, audible];
  for (const [id, link] of links) {
    const now = link.info.media.mic ? levelOf(link) : 0;
    if (now > level) [best, level] = [id, now];
  }
  if (best) last = { id: best, at: performance.now() };
  return links.has(last.id) && performance.now() - last.at < lingers ? last.id : null;
}
