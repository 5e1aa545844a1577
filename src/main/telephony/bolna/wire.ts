/**
 * The shape of what Bolna sends, as tolerant as it has to be: numbers come as digits in a text, ids as numbers, objects are null,
 * absent or have more keys than are documented. A field that cannot be read is not known; it never spoils the others.
 */
import { z } from 'zod';

const text = z.string().trim().min(1).optional().catch(undefined);
const amount = z
  .union([
    z.number().min(0),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .optional()
  .catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const record = z.record(z.string(), z.unknown()).optional().catch(undefined);
const id = z.union([z.string().trim().min(1), z.number().int().transform(String)]);

const execution = z.object({
  id,
  status: z.string(),
  error_message: text,
  conversation_duration: amount,
  total_cost: amount,
  transcript: text,
  summary: text,
  extracted_data: record,
  answered_by_voice_mail: flag,
  created_at: text,
  updated_at: text,
  rescheduled_at: text,
  retry_count: amount,
  user_number: text,
  telephony_data: z
    .object({
      duration: amount,
      to_number: text,
      recording_url: text,
      call_type: text,
      hangup_by: text,
      hangup_reason: text,
      hangup_provider_code: amount,
      // The guide's name for the same.
      hangup_code: amount,
    })
    .optional()
    .catch(undefined),
  context_details: z
    .object({
      recipient_phone_number: text,
      recipient_data: z.object({ call_reference: text }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** One attempt of a call, as look-ups and deliveries tell it. */
export type Execution = z.output<typeof execution>;

/** Null where the value is no execution: it has no id or no status. */
export function readExecution(value: unknown): Execution | null {
  const read = execution.safeParse(value);
  return read.success ? read.data : null;
}

const account = z.object({
  id: id.optional().catch(undefined),
  name: text,
  email: text,
  /** Its unit is not documented; nothing more than whether it is empty may be read from it. */
  wallet: z.number().optional().catch(undefined),
  concurrency: z.object({ max: amount, current: amount }).optional().catch(undefined),
});
export type AccountWire = z.output<typeof account>;

/** Null where the value is no answer of `/user/me`: it names nobody. */
export function readAccountWire(value: unknown): AccountWire | null {
  const read = account.safeParse(value);
  return read.success && (read.data.email ?? read.data.id) !== undefined ? read.data : null;
}

const agent = z.object({ id, agent_name: text });
const number = z.object({ phone_number: z.string().trim().min(1), agent_id: text, telephony_provider: text });

/** Null where the value has no id. */
export const readAgent = (value: unknown): z.output<typeof agent> | null => agent.safeParse(value).data ?? null;

/** Null where the value has no number. */
export const readNumber = (value: unknown): z.output<typeof number> | null => number.safeParse(value).data ?? null;
