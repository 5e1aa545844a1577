import { memo, type MouseEvent } from 'react';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import { formatPhoneNumber } from '../../../../shared/domain/phone-number.ts';
import type { MarkOf } from '../../../components/mark.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { common } from '../../../words/common.ts';
import { columns } from '../../../words/contacts.ts';
import { DO_NOT_CALL, lastCallWhen, outcomeMark } from '../last-call.ts';

export const rowId = (index: number) => `contact-row-${index}`;

interface ContactRowProps {
  index: number;
  /** Undefined until it is read. */
  contact: Contact | undefined;
  top: number;
  isTicked: boolean;
  isActive: boolean;
  isOpen: boolean;
  now: number;
  onOpen: (index: number) => void;
  onTick: (index: number, event: MouseEvent) => void;
}

/** One contact of the list. Keys are the list's: it is one stop of the keyboard, however long it is. */
export const ContactRow = memo(function ContactRow({
  index,
  contact,
  top,
  isTicked,
  isActive,
  isOpen,
  now,
  onOpen,
  onTick,
}: ContactRowProps) {
  return (
    <div
      role="row"
      tabIndex={-1}
      id={rowId(index)}
      // The head is the first row.
      aria-rowindex={index + 2}
      aria-selected={isTicked}
      className={`row${isActive ? ' active' : ''}${isOpen ? ' open' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => contact && onOpen(index)}
      onKeyDown={undefined}
      // A click leaves the focus on the list.
      onMouseDown={(event) => event.preventDefault()}
    >
      {contact ? <Cells contact={contact} index={index} isTicked={isTicked} now={now} onTick={onTick} /> : <Blank />}
    </div>
  );
});

function Cells({
  contact,
  index,
  isTicked,
  now,
  onTick,
}: { contact: Contact } & Pick<ContactRowProps, 'index' | 'isTicked' | 'now' | 'onTick'>) {
  const { name, phoneNumber, company, email, lastCall } = contact;
  const number = formatPhoneNumber(phoneNumber);
  return (
    <>
      <div role="gridcell" className="cell tick">
        <input
          type="checkbox"
          className="box"
          aria-label={columns.selectOne(name || number)}
          checked={isTicked}
          tabIndex={-1}
          onChange={() => undefined}
          onClick={(event) => {
            event.stopPropagation();
            onTick(index, event);
          }}
        />
      </div>
      <div role="rowheader" className={`cell name${name === '' ? ' unnamed' : ''}`} title={name}>
        {name || common.unnamed}
      </div>
      <div role="gridcell" className="cell number">
        {number}
      </div>
      <div role="gridcell" className="cell company" title={company ?? undefined}>
        {company ?? common.nothing}
      </div>
      <div role="gridcell" className="cell email" title={email ?? undefined}>
        {email ?? common.nothing}
      </div>
      <div role="gridcell" className="cell when">
        {lastCall ? lastCallWhen(lastCall.at.getTime(), now, viewerZone()) : columns.never}
      </div>
      <div role="gridcell" className="cell">
        <Result contact={contact} />
      </div>
    </>
  );
}

/** What forbids a call is what counts; else what came of the last one. */
function Result({ contact: { doNotCall, lastCall } }: { contact: Contact }) {
  if (doNotCall) return <PlainMark of={DO_NOT_CALL} word={DO_NOT_CALL.word} />;
  if (!lastCall) return common.nothing;
  const mark = outcomeMark(lastCall);
  return <PlainMark of={mark} word={lastCall.practice ? `${mark.word}, ${columns.practice}` : mark.word} />;
}

/** A `Mark` in the style of the list: one of its own for each row costs more than the row. */
function PlainMark({ of: { icon: Icon, tone, pulses }, word }: { of: MarkOf; word: string }) {
  return (
    <span className="mark">
      <Icon aria-hidden className={`icon ${tone}${pulses ? ' pulses' : ''}`} />
      {word}
    </span>
  );
}

const WIDTHS = ['', '46%', '60%', '52%', '70%', '50%', '44%'] as const;

/** The shape of a row that is not read yet. */
function Blank() {
  return WIDTHS.map((width, place) => (
    <div
      // oxlint-disable-next-line react/no-array-index-key -- a skeleton has no other name than its place
      key={place}
      role="gridcell"
      aria-busy
      className={`cell${place === 3 ? ' company' : place === 4 ? ' email' : ''}`}
    >
      {width !== '' && <span className="blank" style={{ width }} />}
    </div>
  ));
}
