import { describe, expect, it } from 'vitest';
import { CAMPAIGN_FIELDS, mayAddPeople, mayDelete, mayEdit } from './editable.ts';
import { CAMPAIGN_STATES, type CampaignState } from './states.ts';

const locked = (status: CampaignState, callMade: boolean) => CAMPAIGN_FIELDS.filter((field) => !mayEdit(status, field, { callMade }).ok);

describe('mayEdit', () => {
  it('is everything before the start', () => {
    expect([locked('draft', false), locked('scheduled', false)]).toEqual([[], []]);
  });

  it('is all but the start while it runs, and the zone no more once a call was made', () => {
    for (const status of ['active', 'paused'] as const) {
      expect([locked(status, false), locked(status, true)]).toEqual([['startOn'], ['timeZone', 'startOn']]);
    }
  });

  it('is the name and the end date of a completed one, the name of a cancelled one', () => {
    const open = (status: CampaignState) => CAMPAIGN_FIELDS.filter((field) => mayEdit(status, field, { callMade: true }).ok);
    expect([open('completed'), open('cancelled')]).toEqual([['name', 'endOn'], ['name']]);
  });

  it('says why', () => {
    expect([
      mayEdit('active', 'startOn', { callMade: false }),
      mayEdit('paused', 'timeZone', { callMade: true }),
      mayEdit('cancelled', 'endOn', { callMade: true }),
    ]).toEqual([
      { ok: false, sentence: 'The campaign has started: its start date can no longer be changed.' },
      { ok: false, sentence: 'The time zone stays as it is: calls were made by it. Duplicate the campaign to use another.' },
      { ok: false, sentence: 'The campaign is cancelled: only its name can be changed.' },
    ]);
  });
});

describe('mayAddPeople', () => {
  it('is refused of a cancelled campaign only', () => {
    expect(CAMPAIGN_STATES.filter((status) => !mayAddPeople(status).ok)).toEqual(['cancelled']);
  });
});

describe('mayDelete', () => {
  it('is for drafts, completed and cancelled ones', () => {
    expect(CAMPAIGN_STATES.filter((status) => mayDelete(status).ok)).toEqual(['draft', 'completed', 'cancelled']);
  });
});
