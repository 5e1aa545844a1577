import { useState } from 'react';
import { enter } from '../../app/session/session.ts';
import { Entrance } from '../../components/entrance.tsx';
import { RecoveryCode } from '../../components/recovery-code.tsx';
import { Steps } from '../../components/steps.tsx';
import type { User } from '../../../shared/contract/users.ts';
import { firstRun } from '../../words/account.ts';
import { AccountForm } from './account-form.tsx';
import { TelephonyStep } from './telephony-step.tsx';

type Step = { at: 'account' } | { at: 'code'; user: User; code: string } | { at: 'telephony'; user: User };

/** The first minute: the admin, the recovery code, what calls are made with. */
export function FirstRun() {
  const [step, setStep] = useState<Step>({ at: 'account' });
  const steps = (at: number) => <Steps label={firstRun.stepsLabel} names={firstRun.steps} at={at} />;
  switch (step.at) {
    case 'account':
      return (
        <Entrance title={firstRun.title} intro={firstRun.intro} aside={steps(0)}>
          <AccountForm onCreated={(user, code) => setStep({ at: 'code', user, code })} />
        </Entrance>
      );
    case 'code':
      return (
        <Entrance title={firstRun.codeTitle} intro={firstRun.codeIntro} aside={steps(1)}>
          <RecoveryCode code={step.code} onward={firstRun.toTelephony} onKept={() => setStep({ at: 'telephony', user: step.user })} />
        </Entrance>
      );
    case 'telephony':
      return (
        <Entrance title={firstRun.lineTitle} intro={firstRun.lineIntro} aside={steps(2)}>
          <TelephonyStep onStart={() => enter(step.user)} />
        </Entrance>
      );
  }
}
