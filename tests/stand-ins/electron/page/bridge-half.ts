/**
 * `contextBridge` between the two worlds of a page, one half in each: things are copied, functions and promises stand for themselves,
 * and nothing else passes. Runs in the page as text, so that it may use nothing from outside itself.
 */

/** What one half offers. */
export interface Half {
  /** Puts a thing into the other world by a name; may be done once a name. */
  expose: (name: string, thing: unknown) => void;
  /** Done to the arguments of each call before it happens here; a promise delays the call. */
  before: (args: unknown[]) => Promise<void> | null;
}

/** @param mine the name of the events by which this world is told. @param theirs of those by which it tells. */
export function bridgeHalf(mine: string, theirs: string): Half {
  type Packed =
    | { is: 'value'; value: unknown }
    | { is: 'function' | 'promise'; id: number }
    | { is: 'object'; entries: [string, Packed][] }
    | { is: 'thrown'; message: string };
  type Said =
    | { kind: 'expose'; name: string; thing: Packed }
    | { kind: 'call'; id: number; call: number; args: Packed[] }
    | { kind: 'returned'; call: number; value: Packed }
    | { kind: 'settled'; id: number; value: Packed };
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const returned = new Map<number, Packed>();
  const settling = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const early = new Map<number, Packed>();
  let calls = 0;
  let promises = 0;
  const say = (said: Said) => void window.dispatchEvent(new CustomEvent(theirs, { detail: said }));
  const holdsFunction = (thing: object) => Object.values(thing).some((value) => typeof value === 'function');
  const thrown = (error: unknown): Packed => ({ is: 'thrown', message: error instanceof Error ? error.message : String(error) });

  function pack(thing: unknown): Packed {
    if (typeof thing === 'function') return { is: 'function', id: functions.push(thing as () => unknown) - 1 };
    if (thing instanceof Promise) {
      promises += 1;
      const id = promises;
      thing.then(
        (value) => say({ kind: 'settled', id, value: pack(value) }),
        (error: unknown) => say({ kind: 'settled', id, value: thrown(error) }),
      );
      return { is: 'promise', id };
    }
    if (thing !== null && typeof thing === 'object' && holdsFunction(thing))
      return { is: 'object', entries: Object.entries(thing).map(([key, value]) => [key, pack(value)]) };
    return { is: 'value', value: thing };
  }

  function unpack(packed: Packed): unknown {
    switch (packed.is) {
      case 'value':
        return packed.value;
      case 'thrown':
        throw new Error(packed.message);
      case 'object':
        return Object.freeze(Object.fromEntries(packed.entries.map(([key, value]) => [key, unpack(value)])));
      case 'function':
        return (...args: unknown[]) => {
          calls += 1;
          const call = calls;
          // Events are heard at once: when this returns, the answer is there.
          say({ kind: 'call', id: packed.id, call, args: args.map(pack) });
          const value = returned.get(call);
          returned.delete(call);
          if (!value) throw new Error('the other world is gone');
          return unpack(value);
        };
      case 'promise': {
        const settled = early.get(packed.id);
        early.delete(packed.id);
        if (settled) return new Promise((resolve) => resolve(unpack(settled)));
        return new Promise((resolve, reject) => settling.set(packed.id, { resolve, reject }));
      }
    }
  }

  function called(id: number, args: unknown[]): Packed {
    try {
      const call = () => functions[id]?.(...args);
      const delay = half.before(args);
      return pack(delay ? delay.then(call) : call());
    } catch (error) {
      return thrown(error);
    }
  }

  window.addEventListener(mine, (event) => {
    const said = (event as CustomEvent<Said>).detail;
    switch (said.kind) {
      case 'expose':
        return void Object.defineProperty(window, said.name, { value: unpack(said.thing), enumerable: true });
      case 'call':
        return say({ kind: 'returned', call: said.call, value: called(said.id, said.args.map(unpack)) });
      case 'returned':
        return void returned.set(said.call, said.value);
      case 'settled': {
        const waiting = settling.get(said.id);
        settling.delete(said.id);
        if (!waiting) return void early.set(said.id, said.value);
        try {
          waiting.resolve(unpack(said.value));
        } catch (error) {
          waiting.reject(error as Error);
        }
      }
    }
  });

  const half: Half = { expose: (name, thing) => say({ kind: 'expose', name, thing: pack(thing) }), before: () => null };
  return half;
}
