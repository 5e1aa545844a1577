import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { Panel } from '../../../components/panel.tsx';
import { about } from '../../../words/settings/about.ts';
import licences from './licences.json' with { type: 'json' };

/** Every package that the program is made of, with its licence. */
export function LicencesPanel() {
  return (
    <Panel title={about.licences} note={about.licencesNote(licences.length)}>
      <TableContainer
        tabIndex={0}
        role="region"
        aria-label={about.licencesTable}
        sx={{ maxHeight: 320, '&:focus-visible': { outlineOffset: '-2px' } }}
      >
        <Table stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>{about.name}</TableCell>
              <TableCell sx={{ width: 144 }}>{about.versionHead}</TableCell>
              <TableCell sx={{ width: 184 }}>{about.licence}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {licences.map(([name, version, licence]) => (
              <TableRow key={`${name} ${version}`} sx={{ '& td': { height: 32 }, '& td:not(:first-of-type)': { color: 'text.secondary' } }}>
                <TableCell>{name}</TableCell>
                <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>{version}</TableCell>
                <TableCell>{licence}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Panel>
  );
}
