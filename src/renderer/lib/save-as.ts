/** Offers text, or what was fetched as it came, as a file to save. */
export function saveAs(fileName: string, text: string | Blob, type = 'text/csv'): void {
  const address = URL.createObjectURL(text instanceof Blob ? text : new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken what it needs once this task is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
