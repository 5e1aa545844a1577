/**
 * A file on its way to the engine, never through the contract: in the browser it is streamed over HTTP, on the desktop main has
 * its path already and is given a token for it.
 */
import * as z from 'zod';
import type { Bridge } from '../../../shared/bridge.ts';
import type { ImportBeginning } from '../../../shared/contract/files.ts';
import { Import } from '../../../shared/contract/imports.ts';
import { faults } from '../../words/faults.ts';
import { authorization, tokenRefused } from '../session/token.ts';
import { api } from './client.ts';
import { isSignedOut, Refused } from './told.ts';

type Beginning = Omit<ImportBeginning, 'campaign'>;

const FileToken = z.string().min(1).max(100);

/** Files that were opened with the desktop program: it gave the token before the page knew of them. */
const opened = new WeakMap<File, string>();

/** A file that the page knows by its name and token alone, to be handed over like any other. */
export function openedFile(fileToken: string, fileName: string): File {
  const file = new File([], fileName);
  opened.set(file, fileToken);
  return file;
}

/**
 * Hands a file over; the engine begins to read it.
 * @throws Refused, or what the contract throws; the abort reason where it was called off.
 */
export async function sendFile(file: File, beginning: Beginning, signal: AbortSignal): Promise<Import> {
  if (window.bridge) {
    const fileToken = opened.get(file) ?? (await tokenOf(window.bridge, file));
    return (await api.files.takeIn({ fileToken, ...beginning }, { signal })).import;
  }
  return Answer.parse(await post('api/imports', file, beginning, signal)).import;
}

async function tokenOf(bridge: Bridge, file: File): Promise<string> {
  try {
    return FileToken.parse(await bridge.fileToken(file));
  } catch {
    throw new Refused(0, 'not_sent', faults.fileNotSent);
  }
}

/** JSON has no dates: over HTTP an instant comes as text. */
const Instant = z.coerce.date();
const Answer = z.object({ import: Import.extend({ createdAt: Instant, finishedAt: Instant.nullable() }) });

async function post(path: string, file: File, fields: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<unknown> {
  const body = new FormData();
  // Before the file, so that the engine knows them when the file arrives.
  for (const [name, value] of Object.entries(fields)) body.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  body.append('file', file, file.name);
  return await ask(path, { method: 'POST', body, signal }).then((response) => response.json());
}

/** Asks the engine over HTTP as whoever is signed in. @throws Refused in the engine's own words where it gave any. */
export async function ask(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(new URL(path, document.baseURI.split('#')[0]), { ...init, headers: authorization() }).catch(
    (error: unknown) => {
      if (init.signal?.aborted) throw error;
      throw new Refused(0, 'not_sent', faults.fileNotSent);
    },
  );
  if (response.ok) return response;
  const refused = refusalOf(response.status, await response.json().catch(() => null));
  if (isSignedOut(refused)) tokenRefused();
  throw refused;
}

const Refusal = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.array(z.object({ message: z.string() })).default([]) }),
});

function refusalOf(status: number, body: unknown): Refused {
  const told = Refusal.safeParse(body);
  if (!told.success) return new Refused(status, 'not_sent', faults.fileNotSent);
  const { code, message, details } = told.data.error;
  const more = details.map((detail) => detail.message).filter((detail) => !message.includes(detail));
  return new Refused(status, code, message, more);
}
