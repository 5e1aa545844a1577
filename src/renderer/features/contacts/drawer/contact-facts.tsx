import { Typography } from '@mui/material';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import { localDateOf } from '../../../../shared/domain/calendar.ts';
import { dayInWords, placeOf, whenInWords } from '../../../../shared/domain/time-words.ts';
import { DrawerSection } from '../../../components/drawer-section.tsx';
import { Phone } from '../../../components/phone.tsx';
import { number, viewerZone } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { common } from '../../../words/common.ts';
import { drawerWords } from '../../../words/contacts.ts';
import { Fact, Facts } from './facts.tsx';

/** Who they are, how often they were reached, and what the last conversation came to. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { phoneNumber, email, company, timeZone, createdAt, successfulCalls, notConnected, customFields } = contact;
  const now = useNow();
  const zone = viewerZone();
  const custom = Object.entries(customFields);
  return (
    <>
      <DrawerSection title={drawerWords.facts}>
        <Facts>
          <Fact name={drawerWords.phoneNumber}>
            <Phone number={phoneNumber} />
          </Fact>
          <Fact name={drawerWords.email}>{email ?? common.nothing}</Fact>
          <Fact name={drawerWords.company}>{company ?? common.nothing}</Fact>
          {timeZone !== null && <Fact name={drawerWords.timeZone}>{placeOf(timeZone)}</Fact>}
          <Fact name={drawerWords.added}>{dayInWords(localDateOf(createdAt.getTime(), zone), localDateOf(now, zone))}</Fact>
          <Fact name={drawerWords.reached}>{drawerWords.reachedTimes(successfulCalls)}</Fact>
          {notConnected > 0 && <Fact name={drawerWords.unreached}>{number(notConnected)}</Fact>}
        </Facts>
      </DrawerSection>
      {custom.length > 0 && (
        <DrawerSection title={drawerWords.told}>
          <Facts>
            {custom.map(([name, value]) => (
              <Fact key={name} name={name}>
                {value || common.nothing}
              </Fact>
            ))}
          </Facts>
        </DrawerSection>
      )}
      <LastConversation contact={contact} />
    </>
  );
}

function LastConversation({ contact: { lastConversationAt, lastSummary } }: { contact: Contact }) {
  const now = useNow();
  return (
    <DrawerSection title={drawerWords.lastConversation}>
      {lastConversationAt === null ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {drawerWords.noConversation}
        </Typography>
      ) : (
        <>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
            {whenInWords(lastConversationAt.getTime(), now, viewerZone())}
          </Typography>
          <Typography variant="body2">{lastSummary ?? drawerWords.noSummary}</Typography>
        </>
      )}
    </DrawerSection>
  );
}
