import { useState } from 'react';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { api } from '../../../app/connection/client.ts';
import { sayFault } from '../../../app/toasts.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { listName, type QueueFilter, queryOf } from '../queue-filter.ts';
import { allOf, leftOver, NOBODY, rangeTo, type Ticked, toggled, withMore } from './ticked.ts';

export interface Ticking {
  ticked: Ticked;
  /** All of the list are ticked, or as many as one action takes. */
  isWhole: boolean;
  /** Ids are being fetched. */
  busy: boolean;
  tick: (item: QueueItem) => void;
  /** From whoever was ticked last to this one. */
  tickTo: (item: QueueItem, listed: readonly QueueItem[]) => void;
  /** Everyone who matches, or nobody where everyone is. */
  tickAll: () => void;
  /** Only those whom an action did not hold for. */
  keep: (ids: readonly number[]) => void;
  clear: () => void;
}

/** Who is ticked; stays while others are listed. */
export function useTicked(filter: QueueFilter): Ticking {
  const [ticked, setTicked] = useState(NOBODY);
  const isWhole = ticked.whole === listName(filter);
  const all = useTask(async () => {
    try {
      setTicked(allOf((await api.queue.matching(queryOf(filter))).ids, listName(filter)));
    } catch (error) {
      sayFault(error);
    }
  });
  return {
    ticked,
    isWhole,
    busy: all.busy,
    tick: (item) => setTicked((now) => toggled(now, item)),
    tickTo: (item, listed) => setTicked((now) => withMore(now, rangeTo(now, listed, item.id), item.id)),
    tickAll: () => (isWhole ? setTicked(NOBODY) : void all.run()),
    keep: (ids) => setTicked((now) => leftOver(now, ids)),
    clear: () => setTicked(NOBODY),
  };
}
