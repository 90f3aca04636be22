// What only the host's side can do: mute one, remove one, end for all. Each asks once where it cannot be undone.
export function hosting(root, { ticket, list, tell }) {
  const ending = root.querySelector('[data-end-dialog]');
  if (!ending) return { seated() {}, stop() {} };
  const removing = root.querySelector('[data-remove-dialog]');
  let seat = null;
  let chosen = null;

  root.querySelector('[data-end]').addEventListener('click', () => {
    root.querySelector('[data-end-names]').textContent = list.names.join(' and ') || 'Nobody else';
    ending.returnValue = '';
    ending.showModal();
  });
  ending.addEventListener('close', () => { if (ending.returnValue === 'end') seat.invoke('End'); });

  list.element.addEventListener('click', event => {
    const id = event.target.closest('[data-person]')?.dataset.person;
    if (!id) return;
    if (event.target.closest('[data-mute]')) {
      seat.tell('Mute', id);
      tell(`${list.nameOf(id)} was asked to be silent: their microphone is off`);
    }
    if (event.target.closest('[data-remove]')) {
      chosen = id;
      root.querySelector('[data-remove-name]').textContent = list.nameOf(id);
      removing.returnValue = '';
      removing.showModal();
    }
  });
  removing.addEventListener('close', async () => {
    if (removing.returnValue !== 'remove') return;
    const name = list.nameOf(chosen);
    try {
      await ticket.ask('remove-participant', { participant_id: chosen });
      tell(`${name} was removed`);
    } catch (error) {
      tell(`${name} could not be removed: ${error.message || 'the portal did not answer'}.`);
    }
  });

  return {
    seated(taken) { seat = taken; },
    stop() { for (const dialog of [ending, removing]) dialog.close(); },
  };
}
