/**
 * A listener that follows the settings: opened, moved and closed as they say, while the program runs. What goes wrong is told in its
 * state and in a notice, and never ends anything else.
 */
import { AppError } from '../../shared/domain/app-error.ts';
import type { Parts } from '../parts.ts';
import type { Answering } from '../ports/front-door.ts';
import type { Listener } from './listener.ts';

/** What the settings ask for. */
export interface Wanted {
  /** Another word where anything about the listener is another. */
  mark: string;
  open(): Promise<Listener>;
  /** Where it is asked, once it is open. */
  urlAt(port: number): string;
}

export interface Followed {
  state(): Answering;
  follow(): Promise<void>;
  end(): Promise<void>;
}

export interface FollowedOptions {
  /** Null where nothing should listen. */
  wanted: () => Wanted | null;
  notice: { code: string; begin: string; end: string };
}

const CLOSED: Answering = { url: null, trouble: null };

export function followedListener(parts: Parts, { wanted, notice }: FollowedOptions): Followed {
  let listener: Listener | null = null;
  let mark: string | null = null;
  let state = CLOSED;

  async function follow(): Promise<void> {
    const asked = wanted();
    if (listener && asked?.mark === mark) return;
    listener?.close();
    listener = null;
    mark = asked?.mark ?? null;
    state = CLOSED;
    try {
      if (asked) {
        listener = await asked.open();
        state = { url: asked.urlAt(listener.port), trouble: null };
        parts.log.info({ url: state.url }, 'listening');
      }
      tellNobody();
    } catch (error) {
      state = { url: null, trouble: sentenceOf(error) };
      parts.log.warn({ err: error }, 'could not listen');
      tell();
    }
  }

  const subject = { userId: null, campaignId: null, code: notice.code };
  function tell(): void {
    const { data, ids, clock } = parts;
    const sentence = `${notice.begin} ${state.trouble} ${notice.end}`;
    keep(() => data.notices.addTx({ ...subject, id: ids.next('notice'), level: 'warning', sentence, at: clock.now() }));
  }
  const tellNobody = () => keep(() => parts.data.notices.closeSubjectTx(subject, parts.clock.now()));

  /** A store that cannot write now is told of by what has to be written. */
  function keep(write: () => void): void {
    try {
      parts.data.database.write(write);
    } catch (error) {
      parts.log.warn({ err: error }, 'a notice could not be written');
    }
  }

  return {
    state: () => state,
    follow,
    async end() {
      await listener?.end();
      listener = null;
      state = CLOSED;
    },
  };
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error && 'code' in error ? `The port cannot be opened (${String(error.code)}).` : 'The port cannot be opened.';
}
