import type { QueueItem } from '../../shared/contract/queue.ts';
import { itemStateWords } from '../words/calls.ts';
import { ITEM_MARKS } from './call-marks.ts';
import { Mark } from './mark.tsx';
import { WhyNotNow } from './why-not-now.tsx';

/** Why somebody who waits is not called now; of anybody else the state. */
export function ItemState({
  item: { waitingFor, status, failureReason },
}: {
  item: Pick<QueueItem, 'waitingFor' | 'status' | 'failureReason'>;
}) {
  if (waitingFor !== null) return <WhyNotNow reason={waitingFor} />;
  return <Mark of={ITEM_MARKS[status]} word={itemStateWords(status, failureReason)} />;
}
