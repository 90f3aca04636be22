// The tickets of this page: one for the provider's room, renewed every 50 minutes for the next connect, and one for the seat
// at the hub. Kept in memory only.
const renewEvery = 50 * 60_000;
const fresh = 30_000;

export class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
    this.over = status === 403;
  }
}

export function tickets({ bookingId, as, provider, requestToken }) {
  const seatsByTicket = provider === 'direct'; // its ticket is the seat's
  let launched = null;
  let launchedAt = -Infinity;
  let seat = null;
  let timer;

  async function ask(path, more) {
    const response = await fetch(`/api/meetings/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: requestToken },
      body: JSON.stringify({ booking_id: bookingId, as, provider, ...more }),
    });
    const answer = response.headers.get('Content-Type')?.includes('json') ? await response.json() : {};
    // the call is at another provider than this page was made for
    if (response.status === 409 && ['launch-video', 'refresh-token'].includes(path)) location.reload();
    if (!response.ok) throw new Refused(response.status, answer.error ?? '');
    return answer;
  }

  async function renew() {
    const { token } = await ask('refresh-token');
    launched = { ...launched, token };
    seat = seatsByTicket ? token : (await ask('seat-ticket')).ticket;
    return seat;
  }

  return {
    ask,
    async launch() {
      if (performance.now() - launchedAt < fresh) return launched;
      launched = await ask('launch-video');
      launchedAt = performance.now();
      seat = seatsByTicket ? launched.token : (await ask('seat-ticket')).ticket;
      // a failed renewal is no trouble yet: the call runs on, and a reconnect asks again
      timer ??= setInterval(() => renew().catch(() => undefined), renewEvery);
      return launched;
    },
    /** The room is another one now. */
    forget() { launchedAt = -Infinity; },
    current: async () => seat ?? renew(),
    renew,
    stop: () => clearInterval(timer),
  };
}
