import { batch } from '../hl7v2/build';
import type { Collected } from './collect-records';
import { patientDocuments } from './documents';
import type { ExportFile, ExportInput, ExportResult, Unmapped } from './export-input';
import { controlId, hl7Messages, hl7Unmapped, senderOf } from './hl7-messages';
import { wordsWithoutCode } from './site-codes';
import type { ExportPrinter } from './write-pdf';

/** HL7 v2 in batch files: one per patient and one of all, in the order a receiver needs them. */
export async function writeHl7Files(
  collected: Collected,
  input: ExportInput,
  printer: ExportPrinter,
): Promise<ExportResult> {
  const unmapped: Unmapped[] = [
    ...collected.unmapped,
    ...hl7Unmapped(collected),
    ...wordsWithoutCode(collected, input),
  ];
  const documents = await patientDocuments(collected, input, printer, unmapped);
  const file = (name: string, messages: readonly string[]): ExportFile => ({
    name,
    bytes: new TextEncoder().encode(
      batch(messages, {
        now: input.exportedAt,
        id: controlId(`${input.outage.id}|${name}|${input.upTo}`),
        sender: senderOf(input),
      }),
    ),
    records: messages.length,
  });
  const all: string[] = [];
  const files: ExportFile[] = [];
  for (const { messages } of hl7Messages(collected, input, documents)) {
    const texts = messages.map(({ text }) => text);
    for (const text of texts) all.push(text);
    files.push(file(`patient-${String(files.length + 1).padStart(3, '0')}.hl7`, texts));
  }
  return { files: [file('outage.hl7', all), ...files], unmapped };
}
