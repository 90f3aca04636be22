// What the hub tells of the others, whoever carries the pictures: hands, and who records.
export function signs(root, { board, list, say }) {
  const notice = root.querySelector('[data-recording-notice]');
  const words = notice.querySelector('[data-words]');
  let seat = null;
  let recording = false;
  let atProvider = false;

  function showRecording() {
    const others = [...seat.peers.values()].filter(({ media }) => media.recording).map(({ name }) => name);
    const text = recording ? 'You are recording this call. Everybody sees this.'
      : atProvider ? 'This call is being recorded'
      : others.length ? `${others.join(' and ')} ${others.length > 1 ? 'are' : 'is'} recording this call` : '';
    if (words.textContent !== text) words.textContent = text;
    notice.hidden = !text;
  }

  function show({ id, name, media }) {
    const before = list.hand(id);
    for (const one of [board, list]) one.hand(id, media.hand);
    if (media.hand && !before) say(`${name} raised a hand`);
    showRecording();
  }

  return {
    /** A tile or a line came after its sign. */
    again(id) { if (seat?.peers.has(id)) show(seat.peers.get(id)); },
    own(isRecording) {
      recording = isRecording;
      seat.state({ recording });
      showRecording();
    },
    seated(taken) {
      seat = taken;
      seat.state({ recording });
      seat.hear('Room', room => {
        atProvider = room.isRecorded;
        seat.peers.forEach(show);
      });
      seat.hear('PeerJoined', show);
      seat.hear('PeerState', id => { if (seat.peers.has(id)) show(seat.peers.get(id)); });
      seat.hear('Recording', on => {
        atProvider = on;
        showRecording();
      });
      for (const name of ['PeerLeft', 'Room']) seat.hear(name, showRecording);
    },
  };
}
