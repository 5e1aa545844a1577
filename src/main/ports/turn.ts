/**
 * Lets everything else that waits have its turn: timers that are due, what came over the network, the dialer. Not a matter of time,
 * so a virtual clock has no part in it.
 *
 * Two immediates: asked from what came over the network, the first comes before the timers do.
 */
export const nextTurn = (): Promise<void> => new Promise((go) => setImmediate(() => setImmediate(go)));
