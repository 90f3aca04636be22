// Keeps the screen on while a call runs, where the browser can; again when the page is seen again.
let wanted = false;

async function ask() {
  if (!wanted || document.hidden) return;
  await navigator.wakeLock?.request('screen').catch(() => undefined); // low battery: the system decides
}

export function stayAwake(on) {
  wanted = on;
  ask();
}

document.addEventListener('visibilitychange', ask);
