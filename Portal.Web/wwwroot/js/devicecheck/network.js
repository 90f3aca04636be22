// Which way a call finds out of this network: 'direct', 'relayed' (through a TURN server) or 'blocked'.
const patience = 10000;

// two ends in this page, which find each other only by what the servers let them
async function connect(configuration) {
  const ends = [new RTCPeerConnection(configuration), new RTCPeerConnection(configuration)];
  const kinds = new Set();
  try {
    ends.forEach((end, index) => {
      end.onicecandidate = ({ candidate }) => {
        if (!candidate) return;
        kinds.add(candidate.type);
        ends[1 - index].addIceCandidate(candidate).catch(() => {}); // of an end that is closed by now
      };
    });
    const channel = ends[0].createDataChannel('check');
    const opened = new Promise(resolve => { channel.onopen = () => resolve(true); });
    await ends[0].setLocalDescription();
    await ends[1].setRemoteDescription(ends[0].localDescription);
    await ends[1].setLocalDescription();
    await ends[0].setRemoteDescription(ends[1].localDescription);
    const connected = await Promise.race([opened, new Promise(resolve => setTimeout(resolve, patience, false))]);
    return { connected, kinds };
  } finally {
    ends.forEach(end => end.close());
  }
}

export async function findPath({ servers, relayOnly }) {
  if (!window.RTCPeerConnection) return 'blocked';
  const relays = servers.some(server => server.urls.some(url => url.startsWith('turn')));
  if (!relayOnly) {
    const open = await connect({ iceServers: servers });
    // without servers both sides are in one network; else an address seen from outside shows that packets get out
    if (open.connected && (servers.length === 0 || open.kinds.has('srflx'))) return 'direct';
  }
  return relays && (await connect({ iceServers: servers, iceTransportPolicy: 'relay' })).connected ? 'relayed' : 'blocked';
}
