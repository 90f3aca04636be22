// The running call of this page: a seat at the hub and a call of the provider, taken together, moved together, left together.
import { seatAt } from './seat.js';

const hubKnowsWhy = 3_000;

export function session({ hubUrl, provider, ticket, media, on }) {
  let seat = null;
  let call = null;
  let over = false;

  const tracks = () => ({ audio: media.tracks.audio, video: media.tracks.video });

  async function part() {
    await call?.leave();
    call = null;
  }

  // the hub says why; the provider alone is believed only when the hub says nothing
  async function ended(from, reason) {
    if (over || from !== seat) return;
    if (reason === 'moved') return move();
    over = true;
    await part();
    on.ended(reason);
  }

  function toldBy(own) {
    return {
      ...on,
      state(state, reason) {
        if (own !== seat) return;
        if (state === 'ended') setTimeout(ended, hubKnowsWhy, own, reason ?? 'ended');
        else on.state(state);
      },
    };
  }

  async function enter() {
    const { createCall } = await import(`./${provider}.js`);
    await ticket.launch();
    const own = seat = seatAt({ hubUrl, ticket, trouble: on.trouble });
    own.state(media.state);
    call = createCall({ launch: ticket.launch, seat: own, on: toldBy(own) });
    own.hear('Ended', reason => ended(own, reason));
    on.seated(own);
    await own.take();
    if (over || own !== seat) return;
    await call.connect(tracks());
    if (media.tracks.screen) await call.share(media.tracks.screen);
  }

  // somebody was removed, and the room with them: the others meet again in the next one
  async function move() {
    on.state('reconnecting');
    await part();
    on.cleared();
    ticket.forget();
    await enter().catch(error => {
      over = true;
      on.trouble(error);
      on.ended(error.over ? 'over' : 'lost');
    });
  }

  let sent = {};
  media.addEventListener('change', () => {
    if (!call || over) return;
    const { mic, cam, sharing } = media.state;
    seat.state({ mic, cam, sharing });
    const { audio, video, screen } = media.tracks;
    if (sent.audio !== audio || sent.video !== video) call.publish({ audio, video });
    if (sent.mic !== mic) call.toggle('mic', mic);
    if (sent.cam !== cam) call.toggle('cam', cam);
    if (sent.screen !== screen) call.share(screen);
    sent = { audio, video, screen, mic, cam };
  });

  return {
    async enter() {
      await enter();
      const { mic, cam } = media.state;
      sent = { ...media.tracks, mic, cam };
    },
    get over() { return over; },
    get seat() { return seat; },
    stats: async () => call?.stats(),
    async leave() {
      over = true;
      await Promise.all([seat.leave(), part()]);
      on.ended('left');
    },
    end: () => seat.invoke('End'),
  };
}
