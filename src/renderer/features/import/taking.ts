/**
 * The file that is on its way to become a campaign, what was chosen about it and what was typed for it: kept outside of any screen,
 * so that neither a broken connection nor a look at another screen loses it.
 */
import { create } from 'zustand';
import type { Import, ImportChoices } from '../../../shared/contract/imports.ts';
import { api } from '../../app/connection/client.ts';
import { type CampaignDraft, nameFrom, newDraft } from '../campaign-form/campaign-draft.ts';
import { cancelUnwritten, handOver } from './follow/follow-import.ts';
import { NOTHING_TOLD, type Told, withTold } from './follow/import-told.ts';
import type { ChosenStep } from './wizard-step.ts';

export interface Taking extends Told {
  userId: string;
  file: File;
  error: unknown;
  /** Where the person is, as far as the file lets them. */
  at: ChosenStep;
  /** How the file is to be read, as far as the person said so. */
  choices: ImportChoices;
  draft: CampaignDraft;
  /** The end of it was seen: once one leaves, it is done with. */
  seen: boolean;
  /** Calls the sending off. */
  stop: AbortController;
}

export const useTaking = create<{ taking: Taking | null }>()(() => ({ taking: null }));

/** Changes the taking, unless another file took its place meanwhile. */
function change(stop: AbortController, part: Partial<Taking>): void {
  useTaking.setState(({ taking }) => (taking?.stop === stop ? { taking: { ...taking, ...part } } : { taking }));
}

const update = (part: (taking: Taking) => Partial<Taking>): void =>
  useTaking.setState(({ taking }) => (taking ? { taking: { ...taking, ...part(taking) } } : { taking }));

/** States in which what is typed has become a campaign, or never will. */
const IS_DONE: ReadonlySet<Import['state']> = new Set(['writing', 'finished', 'undoing', 'undone']);

/**
 * Takes a file. One that takes the place of another before anything came of it keeps what was typed, and what was chosen whatever the
 * columns are.
 */
export async function beginTaking(file: File, userId: string): Promise<void> {
  const { taking: before } = useTaking.getState();
  const kept = before?.userId === userId && !(before.taken && IS_DONE.has(before.taken.state)) ? before : null;
  giveUp();
  const { defaultCountry, knownContacts, refuseUnassigned } = kept?.choices ?? {};
  await send({
    ...NOTHING_TOLD,
    userId,
    file,
    error: null,
    at: 'file',
    choices: {
      ...(defaultCountry !== undefined && { defaultCountry }),
      ...(knownContacts && { knownContacts }),
      ...(refuseUnassigned !== undefined && { refuseUnassigned }),
    },
    draft: kept ? renamed(kept, file) : newDraft(file.name),
    seen: false,
    stop: new AbortController(),
  });
}

/** A name that is still the one of the file before becomes the one of this file. */
function renamed({ draft, file: before }: Taking, file: File): CampaignDraft {
  return draft.name === nameFrom(before.name) ? { ...draft, name: nameFrom(file.name) } : draft;
}

/**
 * Hands the file over once more, read as it was: the engine was closed before it was written, or the import was undone. What was
 * typed stays, and so does the place where one is.
 */
export async function takeAgain(): Promise<void> {
  const { taking } = useTaking.getState();
  if (taking) await send({ ...taking, taken: null, error: null, seen: false, stop: new AbortController() });
}

async function send(taking: Taking): Promise<void> {
  const { file, stop, choices } = taking;
  useTaking.setState({ taking });
  try {
    const taken = await handOver(file, { target: 'campaign', ...choices }, stop.signal);
    if (!taken) return;
    change(stop, { taken });
    putTaken(taken);
  } catch (error) {
    change(stop, { error });
  }
}

/** Keeps what the engine said of the file. The first check leads on to its columns. */
export function putTaken(taken: Import): void {
  update((taking) => {
    if (taking.taken?.id !== taken.id) return {};
    const isFirst = taken.state === 'checked' && taking.checked === null;
    return { ...withTold(taking, taken), ...(isFirst && taking.at === 'file' && { at: 'columns' }) };
  });
}

/** Has the file read in another way, from here on. @throws what the contract throws; the file then stays as it was read. */
export async function readAgain(choices: ImportChoices): Promise<void> {
  const { taking } = useTaking.getState();
  if (!taking?.taken) return;
  const answer = await api.imports.change({ id: taking.taken.id, ...choices });
  change(taking.stop, { choices: { ...taking.choices, ...choices } });
  putTaken(answer.import);
}

export const goTo = (at: ChosenStep): void => update(() => ({ at }));
export const putDraft = (part: Partial<CampaignDraft>): void => update(({ draft }) => ({ draft: { ...draft, ...part } }));
export const sawTheEnd = (): void => update(() => ({ seen: true }));

/** Forgets it here; what is already being written goes on by itself. */
export const doneTaking = (): void => useTaking.setState({ taking: null });

/** Gives it up: nothing of it stays, unless it is already being written. */
export function giveUp(): void {
  const { taking } = useTaking.getState();
  if (!taking) return;
  taking.stop.abort();
  doneTaking();
  cancelUnwritten(taking.taken);
}
