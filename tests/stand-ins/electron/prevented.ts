import type { EventEmitter } from 'node:events';

/** Emits an event that can be prevented, as Electron does. Answers whether it was. */
export function isPrevented(emitter: EventEmitter, name: string, details: object = {}, ...more: unknown[]): boolean {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  emitter.emit(name, event, ...more);
  return event.defaultPrevented;
}
