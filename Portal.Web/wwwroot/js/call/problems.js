// Why there is no picture or sound of oneself, in words that say what to do (D9).
const names = { audio: 'microphone', video: 'camera' };

const words = {
  denied: name => [`Your browser does not let this page use the ${name}`,
    `Click the ${name} symbol or the lock beside the address, allow the ${name}, then try again.`],
  missing: name => [`No ${name} was found`, 'Plug one in, then try again.'],
  busy: name => [`The ${name} is in use`, 'Another program or tab has it. Close that one, then try again.'],
  gone: name => [`The ${name} was unplugged or taken back`, 'Plug it in or allow it again, then try again.'],
  insecure: name => [`The ${name} only works over a secure connection`, 'Open this page with an address that begins with https://.'],
};

/** One notice when both have the same trouble, else one for each. */
export function explain(problems) {
  const kinds = Object.keys(names).filter(kind => problems[kind]);
  if (kinds.length === 2 && problems.audio === problems.video)
    return [words[problems.audio]('camera and microphone')];
  return kinds.map(kind => words[problems[kind]](names[kind]));
}

/** What the join button says about what one will be able to do. */
export function joinWords({ mic, cam }) {
  if (mic && cam) return ['Join', ''];
  if (mic) return ['Join', 'The others will hear you, not see you.'];
  if (cam) return ['Join', 'The others will see you, not hear you.'];
  return ['Join to watch and listen', 'The others will neither hear nor see you.'];
}
