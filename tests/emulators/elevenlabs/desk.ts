/** Agents, numbers and the workspace's webhook. */
import type { Clock } from '../../../src/main/ports/clock.ts';
import { hexId } from '../ids.ts';
import { bodyOf, type Fields, fieldsOf, json, type Route } from '../routes.ts';
import { invalid, refusal } from './errors.ts';
import type { ElevenLabsAgent, ElevenLabsNumber, ElevenLabsOptions } from './options.ts';
import { pageOf } from './pages.ts';
import type { Webhooks } from './webhooks.ts';

export interface DeskParts {
  options: () => ElevenLabsOptions;
  configure: (changed: Partial<ElevenLabsOptions>) => void;
  webhooks: Webhooks;
  clock: Clock;
  newId: (bytes: number) => string;
}

export function deskRoutes({ options, configure, webhooks, clock, newId }: DeskParts): readonly Route[] {
  const createdAt = Math.floor(clock.now() / 1000);
  let webhookId = 'wh_emulator';

  const agentItem = ({ id, name }: ElevenLabsAgent): Fields => ({
    agent_id: id,
    name,
    tags: [],
    created_at_unix_secs: createdAt,
    access_info: { is_creator: true, role: 'admin' },
    last_call_time_unix_secs: null,
    archived: false,
  });
  const agentBody = (agent: ElevenLabsAgent): Fields => ({
    agent_id: agent.id,
    name: agent.name,
    conversation_config: { conversation: { max_duration_seconds: agent.longestSeconds } },
    metadata: { created_at_unix_secs: createdAt },
    platform_settings: {
      call_limits: { agent_concurrency_limit: agent.concurrencyLimit, daily_limit: 100_000, bursting_enabled: false },
    },
    phone_numbers: options()
      .numbers.filter(({ agentId }) => agentId === agent.id)
      .map(numberBody),
    workflow: null,
    access_info: null,
    tags: [],
    version_id: null,
    branch_id: null,
    main_branch_id: null,
  });
  const numberBody = ({ id, number, label, provider, agentId }: ElevenLabsNumber): Fields => {
    const agent = options().agents.find((one) => one.id === agentId);
    return {
      phone_number: number,
      label,
      phone_number_id: id,
      provider,
      assigned_agent: agent ? { agent_id: agent.id, agent_name: agent.name, environment: 'production', branch_id: null } : null,
      ...(provider === 'sip_trunk' && TRUNK),
    };
  };

  const agents = (query: URLSearchParams): Response => {
    const search = (query.get('search') ?? '').toLowerCase();
    const found = options().agents.filter(({ name }) => name.toLowerCase().includes(search));
    const { items, ...rest } = pageOf(found, ({ id }) => id, query);
    return json(200, { agents: items.map(agentItem), ...rest });
  };
  const agent = (id: string): Response => {
    const found = options().agents.find((one) => one.id === id);
    if (!found) throw refusal(options(), 404, 'document_not_found', `Agent ${id} not found`);
    return json(200, agentBody(found));
  };
  const numbers = (query: URLSearchParams): Response => {
    const is = (name: string, value: string | null) => !query.has(name) || query.get(name) === value;
    return json(
      200,
      options()
        .numbers.filter(({ provider, agentId }) => is('provider', provider) && is('agent_id', agentId))
        .map(numberBody),
    );
  };

  const setWebhook = async (request: Request): Promise<Response> => {
    const { webhook_url } = fieldsOf((await bodyOf(request))?.['settings']);
    if (typeof webhook_url !== 'string') throw invalid('settings', 'webhook_url is required');
    webhookId = `wh_${hexId(newId, 20)}`;
    const webhook_secret = `wsec_${hexId(newId, 40)}`;
    webhooks.reset();
    configure({ webhookUrl: webhook_url, webhookSecret: webhook_secret });
    return json(200, { webhook_id: webhookId, webhook_secret });
  };
  const webhookBody = (): Fields => ({
    name: 'Workspace webhook',
    webhook_id: webhookId,
    webhook_url: options().webhookUrl,
    auth_type: 'hmac',
    is_disabled: false,
    is_auto_disabled: webhooks.isAutoDisabled,
    created_at_unix: createdAt,
    most_recent_failure_error_code: webhooks.mostRecentFailure?.code ?? null,
    most_recent_failure_timestamp: webhooks.mostRecentFailure ? Math.floor(webhooks.mostRecentFailure.at / 1000) : null,
  });

  return [
    ['GET', /^\/v1\/convai\/agents$/, (_, __, { searchParams }) => agents(searchParams)],
    ['GET', /^\/v1\/convai\/agents\/([^/]+)$/, ([id]) => agent(id!)],
    ['GET', /^\/v1\/convai\/phone-numbers$/, (_, __, { searchParams }) => numbers(searchParams)],
    ['POST', /^\/v1\/workspace\/webhooks$/, (_, request) => setWebhook(request)],
    ['GET', /^\/v1\/workspace\/webhooks$/, () => json(200, { webhooks: options().webhookUrl === null ? [] : [webhookBody()] })],
  ];
}

const TRUNK: Fields = {
  outbound_trunk: {
    address: 'sip.example.invalid',
    transport: 'tls',
    media_encryption: 'allowed',
    headers: {},
    attributes_to_headers: {},
    has_auth_credentials: true,
    username: 'trunk',
    has_outbound_trunk: true,
    enabled_codecs: [],
  },
  inbound_trunk: {
    allowed_addresses: [],
    allowed_numbers: [],
    media_encryption: 'allowed',
    has_auth_credentials: false,
    username: null,
    remote_domains: [],
  },
  livekit_stack: 'standard',
  store_sip_messages: true,
};
