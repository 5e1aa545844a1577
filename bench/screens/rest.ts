/** The REST interface, for what a measurement begins with and what it is held against. */

/** Asks as whoever signed in, and answers the body. */
export type Rest = <T>(method: string, path: string, body?: object) => Promise<T>;

/** The interface as whoever has this password. @param base what comes before `/api`. */
export async function restAs(base: string, email: string, password: string): Promise<Rest> {
  const ask = async (token: string | null, method: string, path: string, body?: object) => {
    const answer = await fetch(`${base}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as unknown;
  };
  const { token } = (await ask(null, 'POST', '/auth/login', { email, password })) as { token: string };
  return async <T>(method: string, path: string, body?: object) => (await ask(token, method, path, body)) as T;
}
