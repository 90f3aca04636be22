// The ticket that opens the room: asked for once, renewed every 50 minutes for the next connect. Kept in memory only.
const renewEvery = 50 * 60_000;

export class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
    this.over = status === 403;
  }
}

export function tickets({ bookingId, as, requestToken }) {
  let held = null;

  async function ask(path) {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: requestToken },
      body: JSON.stringify({ booking_id: bookingId, as }),
    });
    const answer = response.headers.get('Content-Type')?.includes('json') ? await response.json() : {};
    if (!response.ok) throw new Refused(response.status, answer.error ?? '');
    held = answer.token;
    return held;
  }

  const renew = () => ask('/api/meetings/refresh-token');
  let timer;

  return {
    async launch() {
      await ask('/api/meetings/launch-video');
      // a failed renewal is no trouble yet: the call runs on, and a reconnect asks again
      timer = setInterval(() => renew().catch(() => undefined), renewEvery);
    },
    current: async () => held ?? renew(),
    renew,
    stop: () => clearInterval(timer),
  };
}
