/** Bolna's own retry of a call, where `retry_config` of the request asks for it. */
import type { LineCall } from '../../../src/main/telephony/practice/wire.ts';
import { fieldsOf } from '../routes.ts';

export interface RetryConfig {
  enabled: boolean;
  max_retries: number;
  retry_on_statuses: readonly string[];
  retry_intervals_minutes: readonly number[];
}

/** The request's field with what it leaves out; null where no retry was asked for. */
export function readRetryConfig(value: unknown): RetryConfig | null {
  const given = fieldsOf(value);
  if (given['enabled'] !== true) return null;
  return {
    max_retries: 3,
    retry_on_statuses: ['no-answer', 'busy', 'failed'],
    retry_intervals_minutes: [30, 60, 120],
    ...given,
    enabled: true,
  };
}

/** Milliseconds of the line's time to attempt number `attempt` + 1; null where there is none. */
export function retryDelayMs(config: RetryConfig, attempt: number, call: LineCall): number | null {
  if (attempt > config.max_retries || !config.retry_on_statuses.includes(call.status)) return null;
  const minutes = config.retry_intervals_minutes[attempt - 1] ?? config.retry_intervals_minutes.at(-1) ?? 30;
  return minutes * 60_000;
}
