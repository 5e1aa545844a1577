import { csvTemplate } from '../../../shared/domain/csv-template.ts';
import { saveAs } from '../../lib/save-as.ts';

/** A file to begin with: the two columns that matter, or every column there is. */
export const downloadTemplate = (kind: 'basic' | 'advanced' = 'basic'): void => saveAs(`ringmaster-${kind}.csv`, csvTemplate(kind));
