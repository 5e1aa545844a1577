import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import type { Concurrency } from '../../../../shared/contract/settings.ts';
import { api } from '../../../app/connection/client.ts';
import { putSlots } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Pips } from '../../../components/pips.tsx';
import { number } from '../../../lib/format.ts';
import { concurrency } from '../../../words/settings/concurrency.ts';
import { LimitField } from './limit-field.tsx';
import { limitNote } from './limit-note.ts';

/** For admins: everyone's limit and the system's, changed in place. */
export function LimitsPanel({ slots }: { slots: Concurrency }) {
  const { systemLimit, systemActive, systemAvailable, users = [] } = slots;
  return (
    <Panel title={concurrency.limits} note={concurrency.limitsNote}>
      <TableContainer>
        <Table aria-label={concurrency.table} sx={{ tableLayout: 'fixed', minWidth: 600 }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: '30%' }}>{concurrency.who}</TableCell>
              <TableCell>{concurrency.upHead}</TableCell>
              <TableCell align="right" sx={{ width: 72 }}>
                {concurrency.freeHead}
              </TableCell>
              <TableCell sx={{ width: 216 }}>{concurrency.limitHead}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            <LimitRow
              of="system"
              name={concurrency.wholeSystem}
              note={concurrency.wholeSystemNote}
              label={concurrency.limitOfSystem}
              up={systemActive}
              free={systemAvailable}
              limit={systemLimit}
              onSave={async (limit) => {
                putSlots((await api.settings.changeConcurrency({ systemLimit: limit })).concurrency);
                say(concurrency.changedSystem(limit));
              }}
            />
            {users.map(({ userId, name, email, userLimit, userActive, userAvailable }) => (
              <LimitRow
                key={userId}
                of={userId}
                name={name}
                note={email}
                label={concurrency.limitOf(name)}
                up={userActive}
                free={userAvailable}
                limit={userLimit}
                systemLimit={systemLimit}
                onSave={async (limit) => {
                  putSlots((await api.settings.changeConcurrency({ users: [{ userId, limit }] })).concurrency);
                  say(concurrency.changed(name, limit));
                }}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Panel>
  );
}

interface LimitRowProps {
  of: string;
  name: string;
  note: string;
  label: string;
  up: number;
  free: number;
  limit: number;
  systemLimit?: number;
  onSave: (limit: number) => Promise<void>;
}

function LimitRow({ of, name, note, label, up, free, limit, systemLimit, onSave }: LimitRowProps) {
  const means = limitNote({ limit, up, ...(systemLimit !== undefined && { systemLimit }) });
  return (
    <TableRow sx={{ '& td': { height: 52 } }}>
      <TableCell>
        <Typography variant="subtitle2" noWrap title={name}>
          {name}
        </Typography>
        <Typography variant="caption" component="div" noWrap title={note} sx={{ color: 'text.secondary' }}>
          {note}
        </Typography>
      </TableCell>
      <TableCell>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <Box component="span" sx={{ width: 64, flexShrink: 0, fontVariantNumeric: 'tabular-nums', color: 'text.secondary' }}>
            {concurrency.upOf(up, limit)}
          </Box>
          <Box sx={{ flex: 1, maxWidth: 160 }}>
            <Pips up={up} of={limit} />
          </Box>
        </Box>
        {means && (
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {means}
          </Typography>
        )}
      </TableCell>
      <TableCell align="right">{number(free)}</TableCell>
      <TableCell>
        <LimitField of={of} label={label} limit={limit} onSave={onSave} />
      </TableCell>
    </TableRow>
  );
}
