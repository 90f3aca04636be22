// [data-hand-toggle]: raise one's hand and lower it; the hub tells the others.
export function hand(root, { say }) {
  const button = root.querySelector('[data-hand-toggle]');
  const own = root.querySelectorAll('[data-self], [data-self-person]');
  const words = button.querySelector('.control-words');
  let seat = null;
  let raised = false;

  function toggle() {
    raised = !raised;
    button.setAttribute('aria-pressed', String(raised));
    words.textContent = raised ? 'Lower hand' : 'Raise hand';
    for (const element of own) element.dataset.hand = raised;
    say(raised ? 'Your hand is raised' : 'Your hand is lowered');
    seat.state({ hand: raised });
  }

  button.addEventListener('click', toggle);
  return { toggle, seated(taken) { seat = taken; seat.state({ hand: raised }); } };
}
