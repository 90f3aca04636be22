// [data-record-provider]: the provider records, where it can; the hub tells everybody, and again whoever comes later.
export function providerRecording(root, { ticket, tell }) {
  const button = root.querySelector('[data-record-provider]');
  if (!button) return { seated() {} };
  const show = on => button.setAttribute('aria-pressed', String(on));

  button.addEventListener('click', async () => {
    const on = button.getAttribute('aria-pressed') === 'true';
    try {
      await ticket.ask(on ? 'stop-recording' : 'start-recording');
    } catch (error) {
      tell(`That did not work: ${error.message || 'the portal did not answer'}.`);
    }
  });

  return {
    seated(seat) {
      seat.hear('Room', room => show(room.isRecorded));
      seat.hear('Recording', show);
    },
  };
}
