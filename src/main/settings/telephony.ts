/** The settings of the providers: stored in part, read whole. Their keys are sealed and never read back. */
import { PracticeLineChange, type PracticeLine, type Telephony, type TelephonyChange } from '../../shared/contract/settings.ts';
import { badInput } from '../../shared/domain/app-error.ts';
import { DEFAULT_PRACTICE } from '../../shared/domain/practice-settings.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { mustBeAdmin } from './must-be-admin.ts';

const PRACTICE_KEY = 'telephony.practice';

/** How long the engine waits for the practice line's answer. */
export const PRACTICE_TIMEOUT_MS = 10_000;

/** How the practice line behaves now; what was never set has its default. */
export function practiceSettings({ data }: Pick<Parts, 'data'>): PracticeLine {
  const stored = PracticeLineChange.safeParse(data.settings.read(PRACTICE_KEY) ?? {});
  return mergePractice({ ...DEFAULT_PRACTICE, timeoutMs: PRACTICE_TIMEOUT_MS }, stored.success ? stored.data : {});
}

/** All providers, without their keys. Admins only. */
export function readTelephony(parts: Pick<Parts, 'data'>, actor: Actor): Telephony {
  mustBeAdmin(actor);
  return { practice: practiceSettings(parts) };
}

/**
 * Changes some of the settings; the others stay. Admins only.
 * @throws AppError `no_outcome` where every outcome of the practice line would weigh nothing.
 */
export function changeTelephony(parts: Parts, actor: Actor, change: TelephonyChange): Telephony {
  mustBeAdmin(actor);
  const { data, clock } = parts;
  return data.database.write(() => {
    if (change.practice) {
      const practice = mergePractice(practiceSettings(parts), change.practice);
      if (Object.values(practice.outcomes).every((weight) => weight === 0)) {
        throw badInput('no_outcome', 'Give at least one outcome of the practice line a weight above 0.', {
          details: [{ path: 'practice.outcomes', message: 'At least one weight must be above 0.' }],
        });
      }
      data.settings.writeTx(PRACTICE_KEY, practice, clock.now());
    }
    return readTelephony(parts, actor);
  });
}

function mergePractice(current: PracticeLine, change: PracticeLineChange): PracticeLine {
  const { outcomes, faults, ...rest } = change;
  return { ...current, ...rest, outcomes: { ...current.outcomes, ...outcomes }, faults: { ...current.faults, ...faults } } as PracticeLine;
}
