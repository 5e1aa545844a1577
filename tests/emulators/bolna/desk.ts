/** Agents, numbers and the account. */
import type { Clock } from '../../../src/main/ports/clock.ts';
import { uuid } from '../ids.ts';
import { bodyOf, type Fields, fieldsOf, json, type Route } from '../routes.ts';
import { refusal } from './errors.ts';
import { withoutZone } from './execution-body.ts';
import type { Executions } from './executions.ts';
import type { BolnaAgent, BolnaNumber, BolnaOptions } from './options.ts';

export interface DeskParts {
  options: () => BolnaOptions;
  configure: (changed: Partial<BolnaOptions>) => void;
  executions: Executions;
  clock: Clock;
  newId: (bytes: number) => string;
}

/** What an account is told that has no limit. */
const WITHOUT_LIMIT = 1000;

export function deskRoutes({ options, configure, executions, clock, newId }: DeskParts): readonly Route[] {
  const startedAt = withoutZone(clock.now());
  const agentBody = ({ id, name, webhookUrl, longestSeconds }: BolnaAgent): Fields => ({
    id,
    agent_name: name,
    agent_type: 'other',
    agent_status: 'processed',
    created_at: startedAt,
    updated_at: startedAt,
    tasks: [{ task_type: 'conversation', task_config: { call_terminate: longestSeconds } }],
    ingest_source_config: null,
    agent_prompts: { task_1: { system_prompt: 'You call on behalf of somebody.' } },
    ...(options().webhookShown === 'agent' && { webhook_url: webhookUrl }),
    ...(options().webhookShown === 'agent_config' && { agent_config: { agent_name: name, webhook_url: webhookUrl } }),
  });
  const numberBody = ({ id, number, agentId }: BolnaNumber): Fields => ({
    id,
    phone_number: number,
    agent_id: agentId,
    telephony_provider: 'plivo',
    rented: true,
    price: '$5.0',
    created_at: startedAt,
    updated_at: startedAt,
    renewal_at: startedAt,
    humanized_created_at: 'a month ago',
  });
  const known = (id: string): BolnaAgent => {
    const agent = options().agents.find((one) => one.id === id);
    if (!agent) throw refusal(404, 'Agent not found');
    return agent;
  };

  const patch = async (id: string, request: Request): Promise<Response> => {
    const agent = known(id);
    const { agent_name, webhook_url } = fieldsOf((await bodyOf(request))?.['agent_config']);
    const changed = {
      ...agent,
      ...(typeof agent_name === 'string' && { name: agent_name }),
      ...((typeof webhook_url === 'string' || webhook_url === null) && { webhookUrl: webhook_url }),
    };
    configure({ agents: options().agents.map((one) => (one.id === id ? changed : one)) });
    return json(200, { message: 'success', state: 'updated' });
  };

  const create = async (request: Request): Promise<Response> => {
    const { agent_name, webhook_url } = fieldsOf((await bodyOf(request))?.['agent_config']);
    if (typeof agent_name !== 'string') throw refusal(400, 'agent_name is required');
    const agent = {
      id: uuid(newId),
      name: agent_name,
      webhookUrl: typeof webhook_url === 'string' ? webhook_url : null,
      longestSeconds: 90,
    };
    configure({ agents: [...options().agents, agent] });
    return json(201, { agent_id: agent.id, state: 'created' });
  };

  return [
    ['GET', /^\/v2\/agent\/all$/, () => json(200, options().agents.map(agentBody))],
    ['GET', /^\/v2\/agent\/([^/]+)$/, ([id]) => json(200, agentBody(known(id!)))],
    ['PATCH', /^\/v2\/agent\/([^/]+)$/, ([id], request) => patch(id!, request)],
    ['POST', /^\/v2\/agent$/, (_, request) => create(request)],
    ['GET', /^\/phone-numbers\/all$/, () => json(200, options().numbers.map(numberBody))],
    [
      'GET',
      /^\/user\/me$/,
      () => {
        const { name, wallet, concurrency } = options();
        const max = concurrency ?? executions.lineLimit ?? WITHOUT_LIMIT;
        return json(200, { id: 'user-1', name, email: 'owner@example.invalid', wallet, concurrency: { max, current: executions.upNow } });
      },
    ],
  ];
}
