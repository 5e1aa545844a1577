/** The program that an end-to-end test speaks to, whichever host it runs in. */
import type { Page } from '@playwright/test';

export interface Host {
  /** What a person opens; it lets one browser in. On the desktop, the address of its window's page. */
  url: string;
  /** The base before `/api`. */
  rest: string;
  /** Ends the program in order and waits for it. */
  stop(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  start(): Promise<void>;
  /** Of everybody who was seeded. */
  seededPassword: string;
}

/** What a host is started with. */
export interface HostParts {
  dataDir: string;
  /** What its surroundings say besides; read at each start. */
  env: Readonly<Record<string, string>>;
  /** The page of the test. */
  page: Page;
}
