/**
 * The figures at /metrics: counted as things happen, or read from counters that the data keeps. Nothing here walks many rows, and
 * nothing names a person, a number or a campaign.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { CAMPAIGN_STATES, ITEM_STATES } from '../../shared/domain/states.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { Metrics } from '../ports/metrics.ts';
import { systemLimit } from '../settings/concurrency.ts';

const PASS_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * The figures of one engine, in a registry of their own.
 * @param parts asked when the figures are read: the engine has them by then.
 */
export function prometheusMetrics(parts: () => Parts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const passes = new Histogram({
    name: 'ringmaster_pass_seconds',
    help: 'How long a pass of the dialer took.',
    buckets: PASS_SECONDS,
    registers,
  });
  const deliveries = new Counter({
    name: 'ringmaster_deliveries_total',
    help: 'Deliveries of providers, by what became of them.',
    labelNames: ['provider', 'fate'] as const,
    registers,
  });
  const faults = new Counter({
    name: 'ringmaster_faults_total',
    help: 'What failed and should not have; the log says more.',
    labelNames: ['kind'] as const,
    registers,
  });
  const requests = new Histogram({
    name: 'ringmaster_rest_request_seconds',
    help: 'How long requests over REST took, by class of status.',
    labelNames: ['status'] as const,
    buckets: REQUEST_SECONDS,
    registers,
  });
  addGauges(registry, parts);
  let watched = false;

  return {
    passed: (ms) => passes.observe(ms / 1000),
    delivered: (provider, fate) => deliveries.inc({ provider, fate }),
    fault: (kind) => faults.inc({ kind }),
    answered: (status, ms) => requests.observe({ status: `${Math.floor(status / 100)}xx` }, ms / 1000),
    async read() {
      // Its watches over the process run for ever: only where somebody looks.
      if (!watched) collectDefaultMetrics({ register: registry });
      watched = true;
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** What is read when it is asked for. */
function addGauges(registry: Registry, parts: () => Parts): void {
  const gauge = (name: string, help: string, read: (given: Parts) => number) =>
    new Gauge({ name: `ringmaster_${name}`, help, registers: [registry], collect: collector((own) => own.set(read(parts()))) });
  const byLabel = (name: string, help: string, label: string, read: (given: Parts) => Iterable<[string, number]>) =>
    new Gauge({
      name: `ringmaster_${name}`,
      help,
      labelNames: [label],
      registers: [registry],
      collect: collector((own) => {
        own.reset();
        for (const [value, n] of read(parts())) own.set({ [label]: value }, n);
      }),
    });

  gauge('calls_up', 'Calls that hold a slot.', ({ data }) => data.slots.systemActive());
  gauge('slots_limit', 'Most calls up at once in the whole system.', systemLimit);
  gauge('slots_free', 'Slots of the whole system that are free.', (given) =>
    Math.max(0, systemLimit(given) - given.data.slots.systemActive()),
  );
  byLabel('queue_items', 'People in the queues of all campaigns, by state.', 'state', ({ data }) => {
    const counts = data.inventory.itemsByState();
    return ITEM_STATES.map((state) => [state, counts[state]]);
  });
  byLabel('campaigns', 'Campaigns, by state.', 'state', ({ data }) => {
    const counts = new Map(data.campaigns.countByState(everyone).map(({ status, n }) => [status, n]));
    return CAMPAIGN_STATES.map((state) => [state, counts.get(state) ?? 0]);
  });
  byLabel('problems', 'What the engine cannot do right now.', 'code', ({ health }) => health.list().map(({ code }) => [code, 1]));
}

/** The library hands the figure over as `this`. */
function collector(collect: (own: Gauge) => void) {
  return function collectFigure(this: Gauge): void {
    collect(this);
  };
}
