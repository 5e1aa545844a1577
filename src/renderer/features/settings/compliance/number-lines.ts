/** Numbers as people paste them into a field: one a line, with blank lines, and a semicolon or comma at the end of a line. */
export const numberLines = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map((line) => line.trim().replace(/,+$/, '').trim())
    .filter((line) => line !== '');
