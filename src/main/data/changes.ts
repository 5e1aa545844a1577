/**
 * What one transaction changed, told once it is committed and never when it is rolled back.
 *
 * Stores note what they write; the live stream turns the notes into what screens see, and the dialer runs where something
 * may have become due. Ids only: whoever listens reads the rows anew, so that nothing stale is ever told.
 */

export class Changes {
  readonly campaigns = new Set<string>();
  readonly calls = new Set<string>();
  /** Campaigns of which a call failed: their breaker is asked. */
  readonly failedIn = new Set<string>();
  readonly items = new Set<number>();
  readonly imports = new Set<string>();
  readonly users = new Set<string>();
  /** Calls whose end stands against every other call of their provider. */
  readonly stoppedBy = new Set<string>();
  /** Contacts that were there before and are others now, for the contact index alone; whoever notes one raises the topic too. */
  readonly contacts = new Set<number>();
  /** Contacts changed that nobody names one by one. */
  everyContact = false;
  /** Slots in use or limits changed. */
  slots = false;
  /** Settings, do-not-call, holidays, agents, notices: small things that screens read again whole. */
  readonly topics = new Set<Topic>();
  /** Something may have become due: the dialer runs. */
  due = false;
  /** A delivery was stored: the inbox runs. */
  inbox = false;

  get empty(): boolean {
    return !(
      this.campaigns.size ||
      this.calls.size ||
      this.items.size ||
      this.imports.size ||
      this.users.size ||
      this.topics.size ||
      this.slots ||
      this.due ||
      this.inbox
    );
  }
}

export type Topic = 'settings' | 'do-not-call' | 'holidays' | 'agents' | 'notices' | 'contacts' | 'deliveries';
export type ChangeListener = (changes: Changes) => void;
