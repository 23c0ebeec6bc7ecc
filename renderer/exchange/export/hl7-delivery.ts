import { collectRecords } from './collect-records';
import { patientDocuments } from './documents';
import type { ExportInput, Unmapped } from './export-input';
import { hl7Messages, hl7Unmapped, type Hl7Outbound } from './hl7-messages';
import { wordsWithoutCode } from './site-codes';
import type { ExportPrinter } from './write-pdf';

/** Every message of an outage in the order in which it is to be sent. */
export async function outboundMessages(
  input: ExportInput,
  printer: ExportPrinter,
): Promise<{ readonly messages: readonly Hl7Outbound[]; readonly unmapped: readonly Unmapped[] }> {
  const collected = collectRecords(input);
  const unmapped: Unmapped[] = [
    ...collected.unmapped,
    ...hl7Unmapped(collected),
    ...wordsWithoutCode(collected, input),
  ];
  const documents = await patientDocuments(collected, input, printer, unmapped);
  const messages = [...hl7Messages(collected, input, documents)].flatMap((one) => [...one.messages]);
  return { messages, unmapped };
}
