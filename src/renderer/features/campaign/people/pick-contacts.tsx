import { Box, Button, Checkbox, DialogActions, DialogContent, FormControlLabel, Link, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import { formatPhoneNumber } from '../../../../shared/domain/phone-number.ts';
import { api } from '../../../app/connection/client.ts';
import { putCampaign, useLive } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { number } from '../../../lib/format.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { useTask } from '../../../lib/use-task.ts';
import { peopleWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';

const SHOWN = 50;

/** Contacts found by search; whoever was chosen stays chosen while one searches on. */
export function PickContacts({ campaign: { id }, onClose }: { campaign: Campaign; onClose: () => void }) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const task = useTask(async () => {
    const { campaign, added, known, missing } = await api.campaigns.addContacts({ id, contactIds: [...chosen] });
    putCampaign(campaign);
    say(peopleWords.added(added, known, missing));
    onClose();
  });
  const toggle = (contactId: number) => {
    const next = new Set(chosen);
    if (!next.delete(contactId)) next.add(contactId);
    setChosen(next);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.size > 0) void task.run();
      }}
    >
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        <SearchField label={peopleWords.search} value={search} onChange={setSearch} width={552} />
        <Found search={search} chosen={chosen} onToggle={toggle} />
        <Stack direction="row" sx={{ gap: 1.5, alignItems: 'baseline' }}>
          <Typography variant="body2" role="status">
            {peopleWords.chosen(chosen.size)}
          </Typography>
          {chosen.size > 0 && (
            <Link component="button" type="button" variant="body2" onClick={() => setChosen(new Set())}>
              {peopleWords.clear}
            </Link>
          )}
        </Stack>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {peopleWords.known}
        </Typography>
        <Fault error={task.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={task.busy}>
          {common.cancel}
        </Button>
        <Button type="submit" variant="contained" color="primary" loading={task.busy} disabled={chosen.size === 0}>
          {peopleWords.add(chosen.size)}
        </Button>
      </DialogActions>
    </form>
  );
}

interface FoundProps {
  search: string;
  chosen: ReadonlySet<number>;
  onToggle: (contactId: number) => void;
}

function Found({ search, chosen, onToggle }: FoundProps) {
  const changed = useLive(({ topics }) => topics.contacts);
  const { data, error, isLoading, again } = useQuery(
    `pick:${search}`,
    (signal) => api.contacts.list({ limit: SHOWN, sortBy: 'name', sortDir: 'asc', ...(search !== '' && { search }) }, { signal }),
    [changed],
  );
  return (
    <>
      <Box
        role="group"
        aria-label={peopleWords.found}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
        sx={{ height: 280, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: '6px' }}
      >
        {error !== null && <Fault error={error} onRetry={again} />}
        {isLoading && <RowSkeletons rows={6} />}
        {data?.contacts.length === 0 && (
          <Typography variant="body2" sx={{ p: 2, color: 'text.secondary' }}>
            {search === '' ? peopleWords.noContacts : peopleWords.noneFound(search)}
          </Typography>
        )}
        {data?.contacts.map((contact) => (
          <Row key={contact.id} contact={contact} isChosen={chosen.has(contact.id)} onToggle={() => onToggle(contact.id)} />
        ))}
      </Box>
      {data !== null && data.pages > 1 && (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {peopleWords.more(number(data.total))}
        </Typography>
      )}
    </>
  );
}

function Row({ contact, isChosen, onToggle }: { contact: Contact; isChosen: boolean; onToggle: () => void }) {
  const beside = [formatPhoneNumber(contact.phoneNumber), contact.company].filter(Boolean).join(' · ');
  return (
    <FormControlLabel
      control={<Checkbox checked={isChosen} onChange={onToggle} />}
      sx={{
        mx: 0,
        px: 1,
        display: 'flex',
        height: 40,
        borderBottom: 1,
        borderColor: 'line.row',
        '& .MuiFormControlLabel-label': { flex: 1, minWidth: 0 },
      }}
      label={
        <Stack component="span" direction="row" sx={{ gap: 2, minWidth: 0, typography: 'body2' }}>
          <Box component="span" sx={{ flex: 1, fontWeight: 500, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {contact.name || common.unnamed}
          </Box>
          <Box
            component="span"
            sx={{ color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: 300 }}
          >
            {beside}
          </Box>
        </Stack>
      }
    />
  );
}
