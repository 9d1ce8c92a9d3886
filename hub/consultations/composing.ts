import { asWritten } from '../feedback/index.ts';
import { refuseClassified } from '../notices/index.ts';
import { MayNot } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import { newId } from '../platform/ids.ts';
import { checkedQuestions } from './checked-questions.ts';
import type { ConsultationsParts } from './consultations.ts';
import { ConsultationInvalid, ConsultationMovedOn, NotBeingPrepared } from './errors.ts';
import type { Asking, ConsultationState, NewConsultation } from './port.ts';
import type { Reading } from './reading.ts';
import { consultationById } from './row.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const longestTitle = 200;
const longestIntroduction = 4_000;

/** What is asked, until it is opened. */
export function composing({ database, people, clock }: ConsultationsParts, { askedBy }: Reading) {
  const save: Asking['save'] = async (by, given) => {
    const asker = personOf(by);
    const unit = await people.unitByCode(given.unit);
    await people.requireMay(by, 'consultation.ask', unit.id);
    const checked = await checkedConsultation(given, clock());
    const values = [
      given.id ?? newId(),
      unit.id,
      checked.kind,
      checked.level,
      checked.audience,
      checked.title,
      checked.introduction,
      JSON.stringify(checked.questions),
      checked.live,
      checked.shared,
      checked.closesAt,
    ];
    if (given.id === undefined) {
      await database.query(insertNew, [...values, asker, clock()]);
      return { id: values[0] as string, revision: 0 };
    }
    await askedBy(by, given.id);
    const [saved] = await database.query<{ revision: number }>(updatePrepared, [
      ...values,
      given.revision ?? null,
    ]);
    if (saved) return { id: given.id, revision: saved.revision };
    throw await whyNot(given.id);
  };

  const discard: Asking['discard'] = async (by, id) => {
    const { state } = await askedBy(by, id);
    if (state !== 'preparing') throw new NotBeingPrepared();
    const gone = await database.query<{ id: string }>(deletePrepared, [id]);
    if (gone.length === 0) throw await whyNot(id);
  };

  async function whyNot(id: string) {
    const { state } = await consultationById(database, id);
    return state === 'preparing' ? new ConsultationMovedOn() : new NotBeingPrepared();
  }

  return { save, discard };
}

/** The operator of a machine is nobody whom those asked would know. @throws {MayNot} */
export function personOf({ memberId }: Actor): string {
  if (memberId === null) throw new MayNot();
  return memberId;
}

/** Between an hour and ninety days from now. @throws {ConsultationInvalid} */
export function refuseDay(closesAt: Date, now: Date): void {
  const ahead = closesAt.getTime() - now.getTime();
  // A minute is for whoever reads the page once more.
  if (!(ahead >= hourMs - 60_000 && ahead <= 90 * dayMs)) throw new ConsultationInvalid('closes-at');
}

/** As it is kept. @throws {ConsultationInvalid} @throws {DomainError} `notice.classified` */
async function checkedConsultation(given: NewConsultation, now: Date): Promise<NewConsultation> {
  const title = asWritten(given.title).replaceAll(/\s+/g, ' ');
  const introduction = asWritten(given.introduction);
  if (title === '' || title.length > longestTitle) throw new ConsultationInvalid('title');
  if (introduction.length > longestIntroduction) throw new ConsultationInvalid('introduction');
  if (given.live && given.level !== 'named') throw new ConsultationInvalid('level');
  refuseDay(given.closesAt, now);
  const questions = checkedQuestions(given.kind, given.questions);
  const written = questions.flatMap(({ wording, options, passage, scale }) => [
    wording,
    ...options,
    passage ?? '',
    scale?.low ?? '',
    scale?.high ?? '',
  ]);
  await refuseClassified({ title, body: [introduction, ...written].join('\n') });
  return { ...given, title, introduction, questions };
}

const preparing: ConsultationState = 'preparing';

const insertNew = `
  insert into consultation (id, unit_id, kind, level, audience, title, introduction, questions, live, shared, closes_at,
    created_by, created_at, state)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '${preparing}')`;

const updatePrepared = `
  update consultation set unit_id = $2, kind = $3, level = $4, audience = $5, title = $6, introduction = $7,
    questions = $8, live = $9, shared = $10, closes_at = $11, revision = revision + 1
  where id = $1 and state = '${preparing}' and ($12::int is null or revision = $12) returning revision`;

const deletePrepared = `delete from consultation where id = $1 and state = '${preparing}' returning id`;
