import { Box, Link, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { Fault } from '../../../components/fault.tsx';
import { Phone } from '../../../components/phone.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { common } from '../../../words/common.ts';
import { bulkCall } from '../../../words/contacts.ts';

const FIRST = 2;
const MORE = 100;
/** As many as one request reads. */
const PART = 200;

/** Whom the campaign will call: the first of them, and more on demand. */
export function SelectedPeople({ contactIds }: { contactIds: readonly number[] }) {
  const [count, setCount] = useState(FIRST);
  const shown = contactIds.slice(0, count);
  const { data, error, again } = useQuery(`selected ${shown.join()}`, async (signal) => {
    const contacts = [];
    for (let from = 0; from < shown.length; from += PART) {
      contacts.push(...(await api.contacts.read({ contactIds: shown.slice(from, from + PART) }, { signal })).contacts);
    }
    return contacts;
  });
  const left = contactIds.length - count;
  const isLong = count > FIRST;
  return (
    <Box
      component="ul"
      aria-label={bulkCall.people}
      {...(isLong && { tabIndex: 0 })}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        border: 1,
        borderColor: 'divider',
        borderRadius: '6px',
        bgcolor: 'background.sunken',
        maxHeight: 32 * 6.5,
        minHeight: 32 * Math.min(contactIds.length, FIRST),
        overflow: 'auto',
        flexShrink: 0,
        '& > li': { px: 1.5, minHeight: 32, alignItems: 'center', justifyContent: 'space-between', gap: 2 },
        '& > li + li': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      {error !== null && (
        <Box component="li" sx={{ py: 1 }}>
          <Fault error={error} onRetry={again} />
        </Box>
      )}
      {data?.map(({ id, name, phoneNumber }) => (
        <Stack component="li" key={id} direction="row">
          <Typography variant="subtitle2" component="span" noWrap>
            {name || common.unnamed}
          </Typography>
          <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
            <Phone number={phoneNumber} />
          </Typography>
        </Stack>
      ))}
      {left > 0 && (
        <Stack component="li" direction="row">
          <Link component="button" type="button" variant="body2" onClick={() => setCount(count + MORE)}>
            {bulkCall.more(Math.min(left, MORE))}
          </Link>
        </Stack>
      )}
    </Box>
  );
}
