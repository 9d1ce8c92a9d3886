import { refuseClassified } from '../../notices/index.ts';
import { FeedbackInvalid, SignedDoorNeeded } from '../errors.ts';
import { cleanFile } from '../files/clean-file.ts';
import type { FeedbackLevel, GivenFile } from '../port.ts';
import { asWritten } from '../unlinkable/as-written.ts';
import { signedDoor } from './signed-door.ts';

const longestText = 2_000;
const longestTopic = 80;
const mostFiles = 5;
const mostFileBytes = 10 * 1024 * 1024;

/**
 * What a member says, as it is kept.
 *
 * @param field what is wrong where it is empty or too long
 * @throws {SignedDoorNeeded} @throws {FeedbackInvalid} @throws {DomainError} `notice.classified`
 */
export async function textOf(given: string, field: 'text' | 'reason' = 'text'): Promise<string> {
  const text = asWritten(given);
  refuseWhatIsSigned(text);
  if (text === '' || text.length > longestText) throw new FeedbackInvalid(field);
  await refuseClassified({ title: '', body: text });
  return text;
}

/** Free words for a topic; null where there are none. @throws as {@link textOf} */
export async function topicOf(given: string | null | undefined): Promise<string | null> {
  const topic = asWritten(given ?? '').replaceAll(/\s+/g, ' ');
  if (topic === '') return null;
  refuseWhatIsSigned(topic);
  if (topic.length > longestTopic) throw new FeedbackInvalid('topic');
  await refuseClassified({ title: topic, body: '' });
  return topic;
}

/** Without what tells who made them. @throws {FeedbackInvalid} @throws {DomainError} `notice.classified` */
export async function filesOf(given: readonly GivenFile[], level: FeedbackLevel): Promise<GivenFile[]> {
  const cleaned: GivenFile[] = [];
  for (const file of boundedFiles(given))
    cleaned.push(await cleanFile(file, { reencode: level !== 'named' }));
  if (cleaned.length > 0)
    await refuseClassified({
      title: cleaned.map(({ name }) => name).join('\n'),
      body: '',
      attachments: cleaned,
    });
  return cleaned;
}

/** @throws {FeedbackInvalid} `files`, `file-size` */
export function boundedFiles(files: readonly GivenFile[]): readonly GivenFile[] {
  if (files.length > mostFiles) throw new FeedbackInvalid('files');
  const bytes = files.reduce((sum, { content }) => sum + content.byteLength, 0);
  if (bytes > mostFileBytes) throw new FeedbackInvalid('file-size');
  return files;
}

function refuseWhatIsSigned(text: string): void {
  const door = signedDoor(text);
  if (door) throw new SignedDoorNeeded(door);
}
