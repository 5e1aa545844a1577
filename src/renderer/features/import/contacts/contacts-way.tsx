import { useEffect } from 'react';
import { useUser } from '../../../app/session/session.ts';
import { pickWords } from '../../../words/import.ts';
import { StepBar } from '../wizard.tsx';
import { PickStep } from './pick-step.tsx';
import { PickedSettings } from './picked-settings.tsx';
import { beginPicking, goPicking, usePicking } from './picking.ts';

/** A campaign out of the contacts: pick them, then say who calls and when. */
export function ContactsWay() {
  const user = useUser();
  useEffect(() => beginPicking(user.id), [user.id]);
  const { at, draft, picked } = usePicking();
  return (
    <>
      <StepBar at={at === 'pick' ? 0 : 1} names={pickWords.steps} onGo={() => goPicking('pick')} />
      {at === 'settings' && draft ? <PickedSettings draft={draft} picked={picked} /> : <PickStep picked={picked} />}
    </>
  );
}
