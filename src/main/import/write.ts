/**
 * Writes a checked file, 500 rows a transaction, with the dialer's turn between two. Begun, it is finished, whatever happens: after a
 * crash the next start goes on behind the last row that is in.
 *
 * Two passes: everyone into the contacts, in the order of their numbers; then, for a campaign, everyone into its queue, in the order
 * of the file. A new campaign starts in the transaction of its last people.
 */
import { isNamed, scoreOf } from '../../shared/domain/score.ts';
import { cameInTx } from '../campaigns/add-people.ts';
import { pauseUserTx } from '../campaigns/all.ts';
import { timesFor } from '../campaigns/enqueue.ts';
import { openingOf } from '../campaigns/opening.ts';
import { goTx } from '../campaigns/start.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { ImportRow } from '../data/import-store.ts';
import type { NewItem } from '../data/people-store.ts';
import { everyone } from '../data/scope.ts';
import { BATCH, type ImportedPerson, type StagedRows } from '../data/staged-rows.ts';
import { stagingFiles } from '../data/staging.ts';
import type { Parts } from '../parts.ts';
import { nextTurn } from '../ports/turn.ts';
import { dropWritten } from './clear-away.ts';
import type { ImportRoom } from './room.ts';
import { optionsOf } from './stored-options.ts';
import { fillsCampaign, usableOf } from './view.ts';

const SWITCHED_OFF = { by: 'ringmaster', reason: 'user switched off' };

/** Writes an import that is `writing` to its end. @returns whether it is over; false where the engine stops first. */
export function writeImport(parts: Parts, room: ImportRoom, id: string): Promise<boolean> {
  return room.inTurn(async () => {
    const row = parts.data.imports.get(everyone, id);
    if (!row || row.state !== 'writing' || room.closing) return false;
    const file = parts.data.imports.openRows(stagingFiles(room.folder, id).rows, row);
    try {
      const writing = new Writing(parts, room, row, file);
      if (!(await writing.people()) || (fillsCampaign(row) && !(await writing.items()))) return false;
      parts.signal('import.before-finish');
      writing.finish();
    } finally {
      file.close();
    }
    parts.signal('import.after-finish');
    await dropWritten(room, row);
    return true;
  });
}

class Writing {
  private readonly parts: Parts;
  private readonly room: ImportRoom;
  private readonly row: ImportRow;
  private readonly file: StagedRows;
  private readonly usable: number;
  /** Rows that are in, over both passes. */
  private written: number;
  private imported: number;
  private known: number;
  private added: number;
  /** How the campaign's times were planned: an opening that is over when the last people come in makes a new plan. */
  private plannedFor: number | null = null;
  private readonly wasBrokenOff: boolean;

  constructor(parts: Parts, room: ImportRoom, row: ImportRow, file: StagedRows) {
    this.parts = parts;
    this.room = room;
    this.row = row;
    this.file = file;
    this.usable = usableOf(row);
    this.written = row.writtenUpTo;
    this.imported = row.imported;
    this.known = row.known;
    this.added = optionsOf(row).added ?? 0;
    this.wasBrokenOff = row.writtenUpTo > 0;
  }

  /** Everyone into the contacts, or on the do-not-call list. @returns false where the engine stops first. */
  async people(): Promise<boolean> {
    const { clock, data } = this.parts;
    const update = optionsOf(this.row).choices.knownContacts === 'update';
    let after = this.file.numberAfter(Math.min(this.written, this.usable));
    while (this.written < this.usable) {
      if (this.room.closing) return false;
      const from = after;
      const step = data.database.write(() => {
        const done =
          this.row.target === 'do-not-call' ? this.file.forbidTx(from, clock.now()) : this.file.contactsTx(from, clock.now(), update);
        this.noteTx(this.written + done.rows, this.imported + done.imported, this.known + done.known);
        return done;
      });
      if (step.last === null) break;
      this.written += step.rows;
      this.imported += step.imported;
      this.known += step.known;
      after = step.last;
      await this.between();
    }
    return true;
  }

  /** Everyone into the campaign's queue. @returns false where the engine stops first. */
  async items(): Promise<boolean> {
    const { clock, data } = this.parts;
    const planned = this.plan();
    if (!planned) return true;
    const { campaign, toItem } = planned;
    for (let n = this.written - this.usable; n < this.usable; n += BATCH) {
      if (this.room.closing) return false;
      const people = this.file.people(n, n + BATCH);
      const done = data.database.write(() => {
        const now = data.campaigns.get(everyone, campaign.id);
        // Cancelled or deleted meanwhile: nobody is put into it any more.
        if (!now || now.status === 'cancelled') return null;
        const added = data.people.insertItemsTx(campaign, people.map(toItem), clock.now()).length;
        // Nothing of a draft can be due: the dialer need not look after every batch.
        if (now.status === 'draft') data.database.changes.due = false;
        data.imports.setAddedTx(this.row.id, this.added + added);
        this.noteTx(this.usable + Math.min(n + BATCH, this.usable), this.imported, this.known);
        return added;
      });
      if (done === null) return true;
      this.added += done;
      this.written = this.usable + Math.min(n + BATCH, this.usable);
      await this.between();
    }
    return true;
  }

  /** The last step: a new campaign starts, one that was there goes on, and the import is over. */
  finish(): void {
    const { data, clock } = this.parts;
    data.database.write(() => {
      this.startTx();
      data.imports.moveTx(this.row.id, 'writing', 'finished', { finishedAt: clock.now() });
    });
  }

  private startTx(): void {
    const { data } = this.parts;
    const { campaignId, target } = this.row;
    if (campaignId === null) return;
    if (target === 'people') return cameInTx(this.parts, campaignId);
    const campaign = data.campaigns.get(everyone, campaignId);
    if (campaign?.status !== 'draft' || optionsOf(this.row).campaign?.draft) return;
    const stale = this.wasBrokenOff || this.openingOf(campaign) !== this.plannedFor;
    goTx(this.parts, campaign, stale ? { carry: 'respread', carryAfter: 0 } : {});
    // Switched off meanwhile: what that paused did not hold this one yet (rule 18).
    if (!data.campaigns.isUserActive(campaign.userId)) pauseUserTx(this.parts, campaign.userId, SWITCHED_OFF);
  }

  /** When and where each person stands in the campaign's queue (rules 1 to 3). */
  private plan(): { campaign: Campaign; toItem: (person: ImportedPerson) => NewItem } | null {
    const campaign = this.parts.data.campaigns.get(everyone, this.row.campaignId ?? '');
    if (!campaign) return null;
    this.plannedFor = this.openingOf(campaign);
    const timeOf = timesFor(this.parts, campaign, this.usable);
    const { positionBefore = 0 } = optionsOf(this.row);
    const toItem = (person: ImportedPerson): NewItem => {
      const { at, by } = timeOf(person.rank);
      return {
        contactId: person.contactId,
        named: isNamed(person.name),
        score: scoreOf(person),
        position: positionBefore + person.n,
        scheduledFor: at,
        scheduledBy: by,
        ownValues: JSON.parse(person.custom) as Record<string, string>,
        importId: this.row.id,
      };
    };
    return { campaign, toItem };
  }

  /** Where the opening begins that the campaign is in or comes to next. */
  private openingOf(campaign: Campaign): number | null {
    return openingOf(campaign, this.parts.data.compliance.holidaySet(), this.parts.clock.now())?.from ?? null;
  }

  private noteTx(writtenUpTo: number, imported: number, known: number): void {
    this.parts.data.imports.changeTx(this.row.id, { writtenUpTo, imported, known });
  }

  private async between(): Promise<void> {
    this.parts.signal('import.mid-write');
    await nextTurn();
  }
}
