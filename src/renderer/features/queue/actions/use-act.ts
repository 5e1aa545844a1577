import { useState } from 'react';
import type { QueueAction, RefusedItem } from '../../../../shared/contract/queue.ts';
import { api } from '../../../app/connection/client.ts';
import { type Many, useMany } from '../../../lib/use-many.ts';
import { type Task, useTask } from '../../../lib/use-task.ts';
import type { Target } from './target.ts';

export interface Result {
  done: number;
  refused: readonly RefusedItem[];
  /** The calls that were begun. */
  callIds: readonly string[];
  /** Who was not reached before it was stopped. */
  left: readonly number[];
}

export interface Acting {
  task: Task<[action: QueueAction]>;
  many: Many;
  /** Of one person: why it was not done; what was typed stays for another try. */
  refusal: RefusedItem | null;
  /** Of many: what came of it, where not all was done. */
  result: Result | null;
}

/** Does one thing to all of the target, part by part; `onAll` where it held for all, `onSome` whenever it held for anyone. */
export function useAct(target: Target, { onAll, onSome }: { onAll: (result: Result) => void; onSome: (result: Result) => void }): Acting {
  const many = useMany(target);
  const [refusal, setRefusal] = useState<RefusedItem | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const task = useTask(async (action: QueueAction) => {
    setRefusal(null);
    const came = await actOn(target.ids, action, many);
    if (came.done > 0) onSome(came);
    const [first] = came.refused;
    if (target.ids.length === 1 && first !== undefined) setRefusal(first);
    else if (came.refused.length > 0 || came.left.length > 0) setResult(came);
    else onAll(came);
  });
  return { task, many, refusal, result };
}

async function actOn(ids: readonly number[], action: QueueAction, many: Many): Promise<Result> {
  const refused: RefusedItem[] = [];
  const callIds: string[] = [];
  let done = 0;
  const given = await many.run(async (part) => {
    const answer = await api.queue.act({ ids: part, action });
    done += answer.done;
    refused.push(...answer.refused);
    callIds.push(...answer.callIds);
  });
  return { done, refused, callIds, left: ids.slice(given) };
}
