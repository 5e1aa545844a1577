import { csvTemplate } from '../../../../shared/domain/csv-template.ts';
import { saveAs } from '../../../lib/save-as.ts';

export type TemplateKind = 'basic' | 'advanced';

/** A file to begin with: the two columns that matter, or every column there is. */
export const downloadTemplate = (kind: TemplateKind = 'basic'): void => saveAs(`ringmaster-${kind}.csv`, csvTemplate(kind));

/** The columns of a template, in their order. */
export const templateColumns = (kind: TemplateKind): string[] => (csvTemplate(kind).split('\r\n')[0] ?? '').split(',');
