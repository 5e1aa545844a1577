/** A request that a vendor takes and never answers. */

/** Rejects when the sender gives up; before that nothing happens. */
export function leftOpen(request: Request): Promise<never> {
  return new Promise((_, reject) => {
    const gaveUp = () => reject(new DOMException('the request was given up', 'AbortError'));
    if (request.signal.aborted) gaveUp();
    else request.signal.addEventListener('abort', gaveUp, { once: true });
  });
}
