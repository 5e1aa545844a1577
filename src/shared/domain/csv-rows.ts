/** Rows as CSV text that any spreadsheet opens: lines end as RFC 4180 says, and nothing in a cell can become a formula. */
import Papa from 'papaparse';

/** What a spreadsheet would take for a formula. A bare number in international format is none, and must keep its plus. */
const FORMULA = /^[=@\t\r]|^[+-](?!\d+$)/;

/** So that a spreadsheet reads the text as UTF-8; before the first line of a file. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Whole lines, the last one ended too. */
export const csvRows = (rows: string[][]): string => `${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
