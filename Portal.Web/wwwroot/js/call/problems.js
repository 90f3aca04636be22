// Why there is no picture or sound of oneself, in words that say what to do (D9).
const allow = 'Click the symbol beside the address, allow what this page asks for, then try again.';
const free = 'Another program or tab has it. Close that one, then try again.';
const plugIn = 'Plug one in, then try again.';
const secure = 'Open this page with an address that begins with https://.';

const words = {
  denied: [name => `Your browser does not let this page use your ${name}`, allow],
  missing: [name => `No ${name} was found`, plugIn],
  busy: [name => `Your ${name} cannot be used at the moment`, free],
  gone: [name => `Your ${name} was unplugged or taken back`, 'Plug it in or allow it again, then try again.'],
  insecure: [() => 'Camera and microphone only work over a secure connection', secure],
};

const say = (problem, name) => [words[problem][0](name), words[problem][1]];

/** Title and advice: once when both have the same trouble, else for each. */
export function explain({ audio, video }) {
  if (audio && audio === video) return [say(audio, audio === 'missing' ? 'camera or microphone' : 'camera and microphone')];
  return [audio && say(audio, 'microphone'), video && say(video, 'camera')].filter(Boolean);
}

/** What the join button says about what one will be able to do. */
export function joinWords({ mic, cam }) {
  if (mic && cam) return ['Join', ''];
  if (mic) return ['Join', 'The others will hear you, not see you.'];
  if (cam) return ['Join', 'The others will see you, not hear you.'];
  return ['Join to watch and listen', 'The others will neither hear nor see you.'];
}
