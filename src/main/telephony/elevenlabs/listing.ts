/** Finds conversations in the vendor's listings, which tell too little of each: what one is, it says itself. */
import type { Told } from '../../ports/provider.ts';
import { type Api, pathPart, type Query, VENDOR } from './api.ts';
import { type Conversation, readConversation } from './conversation.ts';
import { type Fields, fieldsOf, instantOf, listOf, textOf } from './fields.ts';

const PAGE_SIZE = 100;
const MOST_PAGES = 20;
/** Conversations that are read one after another for one question. More than these is a listing that did not narrow its answer. */
const MOST_READ = 60;
/** Conversations whose call is known, so that none of another call is read twice. */
const MOST_KNOWN = 5_000;

export interface Listed {
  id: string;
  startedAt: number | null;
}

/** All pages of a listing. @param key under which a page holds its items. */
export async function readPages(api: Api, path: string, key: string, query: Query): Promise<Told<readonly Fields[]>> {
  const items: Fields[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await api.read(path, { ...query, page_size: PAGE_SIZE, cursor });
    const body = answer.kind === 'answered' && answer.status === 200 ? fieldsOf(answer.body) : {};
    if (!Array.isArray(body[key])) return api.silence(answer);
    items.push(...listOf(body[key]).map(fieldsOf));
    const next = textOf(body['next_cursor']);
    if (body['has_more'] !== true || next === null) return { kind: 'told', value: items };
    cursor = next;
  }
  return { kind: 'no-answer', sentence: `${VENDOR} lists more than ${MOST_PAGES * PAGE_SIZE} of them, which are too many to read.` };
}

export type ConversationRead = { kind: 'told'; value: Conversation } | { kind: 'not-found' } | { kind: 'no-answer'; sentence: string };

/** One conversation by the vendor's id. */
export async function readById(api: Api, id: string): Promise<ConversationRead> {
  const answer = await api.read(`/conversations/${pathPart(id)}`);
  if (answer.kind === 'answered' && answer.status === 404) return { kind: 'not-found' };
  const conversation = answer.kind === 'answered' && answer.status === 200 ? readConversation(answer.body) : null;
  return conversation === null ? api.silence(answer) : { kind: 'told', value: conversation };
}

/** The conversations of an agent that began after an instant, those nearest to it first. */
export async function listSince(
  api: Api,
  { agentId, since, userId = null }: { agentId: string; since: number; userId?: string | null },
): Promise<Told<readonly Listed[]>> {
  const query = { agent_id: agentId, user_id: userId, call_start_after_unix: Math.floor(since / 1000) };
  const pages = await readPages(api, '/conversations', 'conversations', query);
  if (pages.kind === 'no-answer') return pages;
  const listed = pages.value.flatMap((item) => {
    const id = textOf(item['conversation_id']);
    return id === null ? [] : [{ id, startedAt: instantOf(item['start_time_unix_secs']) }];
  });
  // A listing may take no notice of the question.
  const inTime = listed.filter(({ startedAt }) => startedAt === null || startedAt >= since - 1000);
  return { kind: 'told', value: inTime.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0)) };
}

/** Reads listed conversations, and remembers those that are surely of another call. */
export class Candidates {
  private readonly api: Api;
  private readonly others = new Map<string, readonly string[]>();

  constructor(api: Api) {
    this.api = api;
  }

  /**
   * The first of the listed conversations that has the reference, and all that name none.
   * `no-answer` where one could not be read, or there are more than can be read for one question.
   */
  async withReference(
    listed: readonly Listed[],
    reference: string,
  ): Promise<Told<{ found: Conversation | null; nameless: readonly Conversation[] }>> {
    const unknown = listed.filter(({ id }) => this.others.get(id)?.includes(reference) ?? true);
    const nameless: Conversation[] = [];
    for (const { id } of unknown.slice(0, MOST_READ)) {
      const answer = await readById(this.api, id);
      if (answer.kind === 'no-answer') return answer;
      if (answer.kind === 'not-found') continue;
      const conversation = answer.value;
      if (conversation.references.includes(reference)) return { kind: 'told', value: { found: conversation, nameless } };
      if (conversation.isNamed) this.remember(conversation);
      else nameless.push(conversation);
    }
    if (unknown.length > MOST_READ) {
      const sentence = `${VENDOR} lists ${unknown.length} conversations of that time, which are too many to read for one call.`;
      return { kind: 'no-answer', sentence };
    }
    return { kind: 'told', value: { found: null, nameless } };
  }

  private remember({ id, references }: Conversation): void {
    this.others.set(id, references);
    if (this.others.size > MOST_KNOWN) this.others.delete(this.others.keys().next().value!);
  }
}
