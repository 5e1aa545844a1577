import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ChevronRight from '@mui/icons-material/ChevronRight';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import { Box, ButtonBase, Card, Typography } from '@mui/material';
import { Link } from 'wouter';
import type { Telephony } from '../../../../shared/contract/telephony-settings.ts';
import { PROVIDERS, type ProviderName } from '../../../../shared/domain/states.ts';
import { NARROW } from '../../../app/theme/tokens.ts';
import { Mark, type MarkOf } from '../../../components/mark.tsx';
import { number } from '../../../lib/format.ts';
import { accountWords } from '../../../words/findings.ts';
import { settings } from '../../../words/settings/common.ts';
import { providers as words } from '../../../words/settings/providers.ts';
import { useHasDraft } from '../form/drafts.ts';
import { addressOf } from '../sections.ts';
import { PRACTICE_DRAFT } from './practice-form.tsx';
import { draftOf } from './vendor-form.tsx';

const SET_UP: MarkOf = { word: words.setUp, icon: CheckCircleOutlined, tone: 'success' };
const ALWAYS: MarkOf = { ...SET_UP, word: words.always };
const NOT_SET_UP: MarkOf = { word: words.notSetUp, icon: RadioButtonUncheckedOutlined, tone: 'neutral' };

/** All providers with how they stand, each a link to its own page. */
export function ProviderList({ telephony }: { telephony: Telephony }) {
  return (
    <Card>
      <Box
        component="ul"
        aria-label={words.list}
        sx={{ listStyle: 'none', m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'line.row' } }}
      >
        {PROVIDERS.map((name) => (
          <li key={name}>
            <Row name={name} telephony={telephony} />
          </li>
        ))}
      </Box>
    </Card>
  );
}

function Row({ name, telephony }: { name: ProviderName; telephony: Telephony }) {
  const isTyped = useHasDraft(name === 'practice' ? PRACTICE_DRAFT : draftOf(name));
  const mark = name === 'practice' ? ALWAYS : telephony[name].isSetUp ? SET_UP : NOT_SET_UP;
  return (
    <ButtonBase
      component={Link}
      href={`${addressOf('telephony')}/${name}`}
      sx={{
        width: 1,
        minHeight: 64,
        px: 2,
        py: 1.5,
        gap: 2,
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 128px minmax(0, 200px) 16px',
        alignItems: 'center',
        textAlign: 'left',
        // Where there is no room side by side, how it stands stands below what it is.
        [NARROW]: {
          gridTemplateColumns: 'minmax(0, 1fr) 16px',
          rowGap: 0.5,
          '& > :nth-of-type(2), & > :nth-of-type(3)': { gridColumn: 1 },
          '& > svg': { gridArea: '1 / 2' },
        },
        '&:hover': { bgcolor: 'action.hover' },
        '&:focus-visible': { outlineOffset: '-2px' },
      }}
    >
      <span>
        <Typography variant="subtitle1" component="span" sx={{ display: 'block' }}>
          {words.names[name]}
        </Typography>
        <Typography variant="body2" component="span" sx={{ display: 'block', color: 'text.secondary' }}>
          {words.what[name]}
        </Typography>
      </span>
      <Typography variant="body2" component="span">
        <Mark of={mark} />
      </Typography>
      <Typography variant="body2" component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {isTyped ? settings.unsaved : noteOf(name, telephony)}
      </Typography>
      <ChevronRight aria-hidden sx={{ fontSize: 16, color: 'text.tertiary' }} />
    </ButtonBase>
  );
}

/** The account with its limit, and what is missing beside it. */
function noteOf(name: ProviderName, telephony: Telephony): string {
  if (name === 'practice') return '';
  const { isSetUp, account, accountLimit } = telephony[name];
  if (!isSetUp) return '';
  if (name === 'signalwire' && !telephony.elevenlabs.apiKeySet) return words.noConversations;
  const said = account ? accountWords(account) : words.noAccount;
  return accountLimit === null ? said : `${said}, ${words.ownCeiling(number(accountLimit))}`;
}
