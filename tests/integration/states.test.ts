/** The tables of states, the constraints of the database, its triggers and the charts in the docs, held against each other. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calls, campaigns, queueItems } from '../../src/main/data/schema/index.ts';
import type { Actor } from '../../src/main/data/scope.ts';
import {
  CALL_STATES,
  type CallState,
  callTransitions,
  CAMPAIGN_STATES,
  type CampaignState,
  campaignTransitions,
  isCallEnd,
  isFinalItem,
  isLineDown,
  ITEM_STATES,
  type ItemState,
  itemTransitions,
  type Transitions,
} from '../../src/shared/domain/states.ts';
import { aCampaign, aContact, anAgent, anItem, aUser, openWorld, type World } from '../helpers/builders.ts';

const DOCS = fileURLToPath(new URL('../../docs/architecture.md', import.meta.url));

let world: World;
let owner: Actor;
let serial = 0;

beforeEach(() => {
  world = openWorld();
  owner = aUser(world);
  serial = 0;
});
afterEach(() => world.close());

/** A machine with the table that holds its rows, and what a row needs besides its state so that no other constraint objects. */
interface Machine {
  name: string;
  table: string;
  states: readonly string[];
  transitions: Transitions<string>;
  /** Columns that a state asks for. */
  needs: (state: string) => Record<string, string | number | null>;
  /** Makes a row in a state. @returns its id. */
  insert(state: string): string | number;
}

const orm = () => world.data.database.orm;

const campaign: Machine = {
  name: 'Campaign',
  table: 'call_campaigns',
  states: CAMPAIGN_STATES,
  transitions: campaignTransitions,
  needs: (state) => ({
    paused_at: state === 'paused' ? 1 : null,
    paused_by: state === 'paused' ? 'somebody' : null,
    completed_at: state === 'completed' ? 1 : null,
  }),
  insert(state) {
    const { id: _, ...row } = aCampaign(world, owner, { status: 'draft' });
    const id = `campaign-${(serial += 1)}`;
    const status = state as CampaignState;
    const dates = { pausedAt: 1, pausedBy: 'somebody', completedAt: 1 };
    orm()
      .insert(campaigns)
      .values({ ...row, ...dates, id, status })
      .run();
    return id;
  },
};

const item: Machine = {
  name: 'Queue item',
  table: 'call_queue',
  states: ITEM_STATES,
  transitions: itemTransitions,
  needs: (state) => ({
    call_id: state === 'processing' ? 'a-call' : null,
    completed_at: isFinalItem(state as ItemState) ? 1 : null,
    ready: 0,
  }),
  insert(state) {
    const { id: _, queueId: __, ...row } = anItem(world, aCampaign(world, owner, { status: 'draft' }));
    const status = state as ItemState;
    const needs = { callId: status === 'processing' ? 'a-call' : null, completedAt: isFinalItem(status) ? 1 : null, ready: 0 };
    const contactId = aContact(world, owner).id;
    return orm()
      .insert(queueItems)
      .values({ ...row, ...needs, contactId, status })
      .returning({ id: queueItems.id })
      .get().id;
  },
};

const call: Machine = {
  name: 'Call',
  table: 'calls',
  states: CALL_STATES,
  transitions: callTransitions,
  needs: (state) => ({
    ended_at: isCallEnd(state as CallState) ? 1 : null,
    check_at: isCallEnd(state as CallState) ? null : 1,
    slot_released_at: isLineDown(state as CallState) ? 1 : null,
  }),
  insert(state) {
    const status = state as CallState;
    const id = `call-${(serial += 1)}`;
    const over = isCallEnd(status);
    const row = { userId: owner.userId, agentId: anAgent(world, owner).id, attempt: 1, provider: 'practice', practice: true } as const;
    const dates = { claimedAt: 1, holdUntil: 1, updatedAt: 1, endedAt: over ? 1 : null, checkAt: over ? null : 1 };
    orm()
      .insert(calls)
      .values({ ...row, ...dates, id, status, phone: `+4930${serial}`, providerCallId: id, slotReleasedAt: isLineDown(status) ? 1 : null })
      .run();
    return id;
  },
};

const MACHINES = [campaign, item, call];

/** Tries to bring the row to a state, with all that the state asks for. @returns whether the database let it. */
function moves({ table, needs }: Machine, id: string | number, to: string): boolean {
  const columns = { ...needs(to), status: to };
  const set = Object.keys(columns).map((column) => `${column} = @${column}`);
  try {
    world.data.database.sqlite.prepare(`UPDATE ${table} SET ${set.join(', ')} WHERE id = @id`).run({ ...columns, id });
    return true;
  } catch (error) {
    if (error instanceof Error && error.message === `${table}: this state does not follow`) return false;
    throw error;
  }
}

describe.each(MACHINES)('the states of a $name', (machine) => {
  const { states, transitions, table, name } = machine;
  const pairs = states.flatMap((from) => states.filter((to) => to !== from).map((to) => `${from} --> ${to}`));
  const allowed = states.flatMap((from) => transitions[from]!.map((to) => `${from} --> ${to}`));

  it('are the keys of its table, and what follows is one of them and another one', () => {
    expect(Object.keys(transitions).toSorted()).toEqual([...states].toSorted());
    expect(pairs).toEqual(expect.arrayContaining(allowed));
    expect(new Set(allowed).size).toBe(allowed.length);
  });

  it('are the words that the constraint of the database knows, and no other is taken', () => {
    const sql = world.data.database.sqlite.prepare('SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(table) as string;
    const [, words = ''] = new RegExp(`CHECK\\("${table}"\\."status" IN \\(([^)]+)\\)\\)`).exec(sql) ?? [];
    expect(words.split(', ')).toEqual(states.map((state) => `'${state}'`));
    expect(() => machine.insert('asleep')).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_CHECK' }) as Error);
  });

  it('follow each other in the database exactly as the table says, every pair of them', () => {
    const passed = pairs.filter((pair) => {
      const [from, to] = pair.split(' --> ') as [string, string];
      return moves(machine, machine.insert(from), to);
    });
    expect(passed.toSorted()).toEqual(allowed.toSorted());
  });

  it('may be written again as they are', () => {
    expect(states.filter((state) => !moves(machine, machine.insert(state), state))).toEqual([]);
  });

  it.runIf(existsSync(DOCS))('are drawn in the docs as the table says', () => {
    const [, chart = ''] = new RegExp(`### ${name}\\n[^]*?stateDiagram-v2\\n([^]*?)\`\`\``).exec(readFileSync(DOCS, 'utf8')) ?? [];
    const drawn = [...chart.matchAll(/^\s*([a-z-]+ --> [a-z-]+)\s*$/gm)].map(([, arrow]) => arrow!);
    expect(drawn.toSorted()).toEqual(allowed.toSorted());
    expect(chart).toContain(`[*] --> ${states[0]}`);
  });
});
