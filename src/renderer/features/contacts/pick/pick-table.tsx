import PhoneDisabledOutlined from '@mui/icons-material/PhoneDisabledOutlined';
import { Box, Checkbox, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import { formatPhoneNumber } from '../../../../shared/domain/phone-number.ts';
import { ellipsis } from '../../../app/theme/tokens.ts';
import { Phone } from '../../../components/phone.tsx';
import { common } from '../../../words/common.ts';
import { columns, outcomes, selectionWords } from '../../../words/contacts.ts';
import type { Picked } from './contact-picker.tsx';

interface PickTableProps extends Omit<Picked, 'onClear'> {
  contacts: readonly Contact[];
}

/** In a dialog the address gives way first, then the company. */
const LAST = { '@container (max-width: 700px)': { display: 'none' } } as const;
const BEFORE_LAST = { '@container (max-width: 520px)': { display: 'none' } } as const;

/** One page of contacts to tick; a click anywhere on a row ticks it. */
export function PickTable({ contacts, picked, onPick }: PickTableProps) {
  const ids = contacts.map(({ id }) => id);
  const here = ids.filter((id) => picked.has(id)).length;
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={columns.list}
      sx={{ flex: 1, minHeight: 0, containerType: 'inline-size', '&:focus-visible': { outlineOffset: '-2px' } }}
    >
      <Table stickyHeader sx={{ tableLayout: 'fixed' }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 56 }}>
              <Checkbox
                checked={here === ids.length}
                indeterminate={here > 0 && here < ids.length}
                onChange={(_, on) => onPick(ids, on)}
                slotProps={{ input: { 'aria-label': selectionWords.page } }}
              />
            </TableCell>
            <TableCell>{columns.name}</TableCell>
            <TableCell sx={{ width: '32%' }}>{columns.phoneNumber}</TableCell>
            <TableCell sx={BEFORE_LAST}>{columns.company}</TableCell>
            <TableCell sx={LAST}>{columns.email}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {contacts.map((contact) => (
            <ContactRow key={contact.id} contact={contact} isPicked={picked.has(contact.id)} onPick={onPick} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function ContactRow({ contact, isPicked, onPick }: { contact: Contact; isPicked: boolean } & Pick<Picked, 'onPick'>) {
  const { id, name, phoneNumber, company, email, doNotCall } = contact;
  return (
    <TableRow hover selected={isPicked} onClick={() => onPick([id], !isPicked)} sx={{ cursor: 'pointer' }}>
      <TableCell>
        <Checkbox
          checked={isPicked}
          onClick={(event) => event.stopPropagation()}
          onChange={(_, on) => onPick([id], on)}
          slotProps={{ input: { 'aria-label': columns.selectOne(name || formatPhoneNumber(phoneNumber)) } }}
        />
      </TableCell>
      <TableCell title={name} sx={{ fontWeight: 500, ...ellipsis, ...(name === '' && { color: 'text.secondary' }) }}>
        {name || common.unnamed}
      </TableCell>
      <TableCell sx={{ color: 'text.secondary' }}>
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1 }}>
          <Phone number={phoneNumber} />
          {doNotCall && (
            <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, fontSize: 12, whiteSpace: 'nowrap' }}>
              <PhoneDisabledOutlined aria-hidden sx={{ fontSize: 14 }} />
              {outcomes.doNotCall}
            </Box>
          )}
        </Stack>
      </TableCell>
      <TableCell title={company ?? ''} sx={{ color: 'text.secondary', ...ellipsis, ...BEFORE_LAST }}>
        {company || common.nothing}
      </TableCell>
      <TableCell title={email ?? ''} sx={{ color: 'text.secondary', ...ellipsis, ...LAST }}>
        {email || common.nothing}
      </TableCell>
    </TableRow>
  );
}
