import PhoneDisabledOutlined from '@mui/icons-material/PhoneDisabledOutlined';
import { Box, Checkbox, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import { formatPhoneNumber } from '../../../../shared/domain/phone-number.ts';
import { Phone } from '../../../components/phone.tsx';
import { common } from '../../../words/common.ts';
import { pickWords } from '../../../words/import.ts';
import { pick } from './picking.ts';

interface PickTableProps {
  contacts: readonly Contact[];
  picked: ReadonlySet<number>;
}

const ELLIPSIS = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** One page of contacts to tick; a click anywhere on a row ticks it. */
export function PickTable({ contacts, picked }: PickTableProps) {
  const ids = contacts.map(({ id }) => id);
  const here = ids.filter((id) => picked.has(id)).length;
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={pickWords.table}
      sx={{ flex: 1, minHeight: 0, '&:focus-visible': { outlineOffset: '-2px' } }}
    >
      <Table stickyHeader sx={{ tableLayout: 'fixed' }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 56 }}>
              <Checkbox
                checked={here === ids.length}
                indeterminate={here > 0 && here < ids.length}
                onChange={(_, on) => pick(ids, on)}
                slotProps={{ input: { 'aria-label': pickWords.tickPage } }}
              />
            </TableCell>
            <TableCell>{pickWords.name}</TableCell>
            <TableCell sx={{ width: '26%' }}>{pickWords.phone}</TableCell>
            <TableCell>{pickWords.company}</TableCell>
            <TableCell>{pickWords.email}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {contacts.map((contact) => (
            <ContactRow key={contact.id} contact={contact} isPicked={picked.has(contact.id)} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function ContactRow({ contact, isPicked }: { contact: Contact; isPicked: boolean }) {
  const { id, name, phoneNumber, company, email, doNotCall } = contact;
  return (
    <TableRow hover selected={isPicked} onClick={() => pick([id], !isPicked)} sx={{ cursor: 'pointer' }}>
      <TableCell>
        <Checkbox
          checked={isPicked}
          onClick={(event) => event.stopPropagation()}
          onChange={(_, on) => pick([id], on)}
          slotProps={{ input: { 'aria-label': pickWords.tick(name || formatPhoneNumber(phoneNumber)) } }}
        />
      </TableCell>
      <TableCell title={name} sx={{ fontWeight: 500, ...ELLIPSIS, ...(name === '' && { color: 'text.secondary' }) }}>
        {name || common.unnamed}
      </TableCell>
      <TableCell sx={{ color: 'text.secondary' }}>
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1 }}>
          <Phone number={phoneNumber} />
          {doNotCall && (
            <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, fontSize: 12, whiteSpace: 'nowrap' }}>
              <PhoneDisabledOutlined aria-hidden sx={{ fontSize: 14 }} />
              {pickWords.doNotCall}
            </Box>
          )}
        </Stack>
      </TableCell>
      <TableCell title={company ?? ''} sx={{ color: 'text.secondary', ...ELLIPSIS }}>
        {company}
      </TableCell>
      <TableCell title={email ?? ''} sx={{ color: 'text.secondary', ...ELLIPSIS }}>
        {email}
      </TableCell>
    </TableRow>
  );
}
