/**
 * The file that is on its way to become a campaign, and what was typed for it: kept outside of any screen, so that neither a
 * broken connection nor a look at another screen loses it.
 */
import { create } from 'zustand';
import type { Import, ImportChoices } from '../../../shared/contract/imports.ts';
import { api } from '../../app/connection/client.ts';
import { sendFile } from '../../app/connection/send-file.ts';
import { type CampaignDraft, newDraft } from './campaign-draft.ts';

export interface Taking {
  userId: string;
  file: File;
  /** What became of it; null while it is being sent. */
  taken: Import | null;
  error: unknown;
  draft: CampaignDraft;
  /** Calls the sending off. */
  stop: AbortController;
}

export const useTaking = create<{ taking: Taking | null }>()(() => ({ taking: null }));

/** Changes the taking, unless another file took its place meanwhile. */
function change(stop: AbortController, part: Partial<Taking>): void {
  useTaking.setState(({ taking }) => (taking?.stop === stop ? { taking: { ...taking, ...part } } : { taking }));
}

/** Takes a file: whatever was being taken before is given up. */
export async function beginTaking(file: File, userId: string): Promise<void> {
  giveUp();
  await send({ userId, file, taken: null, error: null, draft: newDraft(file.name), stop: new AbortController() }, {});
}

/**
 * Hands the file over once more, read as it was: the engine was closed before it was written, and with it the import. What was
 * typed stays.
 */
export async function takeAgain(): Promise<void> {
  const { taking } = useTaking.getState();
  if (!taking?.taken) return;
  const { columns, defaultCountry } = taking.taken;
  const mapping = Object.fromEntries(columns.map(({ header, field }) => [header, field]));
  await send(
    { ...taking, taken: null, error: null, stop: new AbortController() },
    { mapping, ...(defaultCountry !== null && { defaultCountry }) },
  );
}

async function send(taking: Taking, choices: ImportChoices): Promise<void> {
  const { file, stop } = taking;
  useTaking.setState({ taking });
  try {
    change(stop, { taken: await sendFile(file, { target: 'campaign', ...choices }, stop.signal) });
  } catch (error) {
    if (!stop.signal.aborted) change(stop, { error });
  }
}

export function putTaken(taken: Import): void {
  useTaking.setState(({ taking }) => (taking?.taken?.id === taken.id ? { taking: { ...taking, taken } } : { taking }));
}

export function putDraft(part: Partial<CampaignDraft>): void {
  useTaking.setState(({ taking }) => (taking ? { taking: { ...taking, draft: { ...taking.draft, ...part } } } : { taking }));
}

/** Forgets it here; what is already being written goes on by itself. */
export const doneTaking = (): void => useTaking.setState({ taking: null });

/** Gives it up: nothing of it stays, unless it is already being written. */
export function giveUp(): void {
  const { taking } = useTaking.getState();
  if (!taking) return;
  taking.stop.abort();
  doneTaking();
  const { taken } = taking;
  // Where the engine cannot be told, it clears away by itself what nobody began to write.
  if (taken?.state === 'reading' || taken?.state === 'checked') void api.imports.cancel({ id: taken.id }).catch(() => undefined);
}
