import type { FormItem } from '../form';
import type { ResponseAnswer } from '../response';
import { fault, labelOf, type Complaint } from './finding';

/** A file must be of an allowed kind and not too large. */
export function checkAttachment(item: FormItem, answer: ResponseAnswer): readonly Complaint[] {
  const file = answer.valueAttachment;
  if (!file) return [];
  const found: Complaint[] = [];
  const kind = typeof file['contentType'] === 'string' ? file['contentType'].toLowerCase() : '';
  if (item.mimeTypes.length > 0 && !item.mimeTypes.some((allowed) => isOfMime(kind, allowed.toLowerCase()))) {
    found.push(
      fault(
        'attachment-type',
        `“${labelOf(item)}” takes ${item.mimeTypes.join(', ')}; this file is ${kind === '' ? 'of no known kind' : kind}.`,
      ),
    );
  }
  const bytes = sizeOf(file);
  if (item.maxSizeBytes !== undefined && bytes !== undefined && bytes > item.maxSizeBytes) {
    found.push(
      fault(
        'attachment-size',
        `“${labelOf(item)}”: the file has ${kilobytes(bytes)}; it may have ${kilobytes(item.maxSizeBytes)}.`,
      ),
    );
  }
  return found;
}

function isOfMime(kind: string, allowed: string): boolean {
  return allowed === '*/*' || kind === allowed || (allowed.endsWith('/*') && kind.startsWith(allowed.slice(0, -1)));
}

/** What is there counts, not what the file says of itself. */
function sizeOf(file: NonNullable<ResponseAnswer['valueAttachment']>): number | undefined {
  const data = file['data'];
  if (typeof data === 'string') return Math.floor((data.replace(/[\s=]/g, '').length * 3) / 4);
  return typeof file['size'] === 'number' ? file['size'] : undefined;
}

function kilobytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
