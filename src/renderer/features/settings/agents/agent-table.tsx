import EditOutlined from '@mui/icons-material/EditOutlined';
import { IconButton, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Tooltip } from '@mui/material';
import type { Agent } from '../../../../shared/contract/agents.ts';
import { ellipsis } from '../../../app/theme/tokens.ts';
import { useUser } from '../../../app/session/session.ts';
import { MoreMenu } from '../../../components/more-menu.tsx';
import { Phone } from '../../../components/phone.tsx';
import { common } from '../../../words/common.ts';
import { ActionsHead } from '../form/actions-head.tsx';
import { agents as words } from '../../../words/settings/agents.ts';
import { settings } from '../../../words/settings/common.ts';

interface AgentTableProps {
  agents: readonly Agent[];
  onEdit: (agent: Agent) => void;
  onTest: (agent: Agent) => void;
  onDelete: (agent: Agent) => void;
}

/** The agents that one may use; those of others that are shared can be tried alone. */
export function AgentTable({ agents, onEdit, onTest, onDelete }: AgentTableProps) {
  const user = useUser();
  return (
    <TableContainer>
      <Table aria-label={words.table} sx={{ tableLayout: 'fixed', minWidth: 700 }}>
        <TableHead>
          <TableRow>
            <TableCell>{words.name}</TableCell>
            <TableCell sx={{ width: '16%' }}>{words.owner}</TableCell>
            <TableCell sx={{ width: '21%' }}>{words.seenBy}</TableCell>
            <TableCell sx={{ width: '15%' }}>{words.callsOn}</TableCell>
            <TableCell sx={{ width: '15%' }}>{words.callerNumber}</TableCell>
            <ActionsHead width={96} />
          </TableRow>
        </TableHead>
        <TableBody>
          {agents.map((agent) => (
            <TableRow key={agent.id} sx={{ '& td:not(:first-of-type)': { color: 'text.secondary' } }}>
              <TableCell sx={{ fontWeight: 500, ...ellipsis }} title={agent.name}>
                {agent.name}
              </TableCell>
              <TableCell sx={ellipsis}>{agent.userId === user.id ? words.you : agent.ownerName}</TableCell>
              <TableCell sx={ellipsis}>{agent.shared ? words.shared : words.ownerAlone}</TableCell>
              <TableCell sx={ellipsis}>{words.providers[agent.provider]}</TableCell>
              <TableCell>{agent.callerNumber === null ? common.nothing : <Phone number={agent.callerNumber} />}</TableCell>
              <TableCell align="right">
                <Stack direction="row" sx={{ justifyContent: 'flex-end' }}>
                  {agent.editable && (
                    <Tooltip title={common.edit}>
                      <IconButton aria-label={settings.editOf(agent.name)} onClick={() => onEdit(agent)}>
                        <EditOutlined />
                      </IconButton>
                    </Tooltip>
                  )}
                  <MoreMenu
                    word={settings.more}
                    label={settings.moreFor(agent.name)}
                    items={[
                      { word: words.testCall, run: () => onTest(agent) },
                      ...(agent.editable ? [{ word: words.delete, run: () => onDelete(agent) }] : []),
                    ]}
                  />
                </Stack>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
