/** Reading conversations: one, pages of them, the recording, the log of SIP messages. */
import { audioAnswer, audioOf } from '../audio.ts';
import { json, type Route } from '../routes.ts';
import { conversationBody, listItem, type Shown, statusOf } from './conversation-body.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { refusal } from './errors.ts';
import type { ElevenLabsOptions } from './options.ts';
import { pageOf } from './pages.ts';
import { sipMessages } from './sip.ts';

export interface ReadsParts {
  options: () => ElevenLabsOptions;
  conversations: Conversations;
}

export function readRoutes({ options, conversations }: ReadsParts): readonly Route[] {
  const known = (id: string): Conversation => {
    const conversation = conversations.find(id);
    if (!conversation) throw refusal(options(), 404, 'document_not_found', `Conversation ${id} not found`);
    return conversation;
  };
  const shown = (conversation: Conversation): Shown => {
    const call = conversations.callOf(conversation);
    return { conversation, call, acceptedAt: conversations.acceptedAt(conversation, call), options: options() };
  };

  const list = (query: URLSearchParams): Response => {
    const withSummary = query.get('summary_mode') === 'include';
    const found = conversations.all
      .filter((conversation) => isAskedFor(conversation, query))
      .map(shown)
      .filter(({ call }) => !query.getAll('exclude_statuses').includes(statusOf(call, options())))
      .map((one) => [one, listItem(one, withSummary)] as const)
      .filter(([, item]) => is(query, 'call_successful', item['call_successful']));
    const { items, ...rest } = pageOf(found, ([one]) => one.conversation.id, query);
    return json(200, { conversations: items.map(([, item]) => item), ...rest });
  };

  const audio = (id: string, range: string | null): Response => {
    const call = conversations.callOf(known(id));
    const file = call && audioOf(call);
    if (!file) throw refusal(options(), 404, 'audio_not_found', `Conversation ${id} has no audio`);
    return audioAnswer(file, 'audio/mpeg', options().noRanges ? null : range);
  };

  const sip = (id: string, query: URLSearchParams): Response => {
    const conversation = known(id);
    const messages = conversation.way === 'sip_trunking' ? sipMessages(conversation, conversations.callOf(conversation)) : [];
    const { items, ...rest } = pageOf(messages, (message) => String(messages.indexOf(message)), query);
    return json(200, { sip_messages: items, ...rest });
  };

  return [
    ['GET', /^\/v1\/convai\/conversations$/, (_, __, { searchParams }) => list(searchParams)],
    ['GET', /^\/v1\/convai\/conversations\/([^/]+)$/, ([id]) => json(200, conversationBody(shown(known(id!))))],
    ['GET', /^\/v1\/convai\/conversations\/([^/]+)\/audio$/, ([id], request) => audio(id!, request.headers.get('range'))],
    ['GET', /^\/v1\/convai\/conversations\/([^/]+)\/sip-messages$/, ([id], _, { searchParams }) => sip(id!, searchParams)],
  ];
}

const is = (query: URLSearchParams, name: string, value: unknown) => !query.has(name) || query.get(name) === value;

function isAskedFor({ agentId, userId, startedAt }: Conversation, query: URLSearchParams): boolean {
  const start = Math.floor(startedAt / 1000);
  return (
    is(query, 'agent_id', agentId) &&
    is(query, 'user_id', userId) &&
    start >= Number(query.get('call_start_after_unix') ?? -Infinity) &&
    start <= Number(query.get('call_start_before_unix') ?? Infinity)
  );
}
