import {
  Alert,
  Button,
  type Console,
  DayField,
  FormTo,
  LinkButton,
  type Page,
  seeOther,
  TextArea,
  TimeField,
  useSay,
  Problem,
  refusedIn,
  word,
} from '../../console/index.ts';
import { readDay, readTime } from '../../notices/index.ts';
import type { Say } from '../../platform/locales.ts';
import { ConsultationInvalid } from '../errors.ts';
import type { ConsultationView } from '../port.ts';
import { followingPage } from './following.tsx';
import { consultationUrl, needs, type ConsultationPagesParts } from './urls.ts';

/** What a deed is asked with a second time. */
interface Again {
  problem: { words: string; status: number };
  typed: { day: string; time: string; reason: string };
}

const deeds = ['extending', 'closing', 'cancelling'] as const;
type DeedName = (typeof deeds)[number];

/** While it is open: more time, a reminder, an end before its time. */
export function steeringPages(console: Console, { consultations, clock }: ConsultationPagesParts): void {
  const { asking } = consultations;

  for (const deed of deeds) {
    const url = consultationUrl(':id', `/${deed}`);
    console.page(url, { needs }, async ({ viewer, say, params }) => {
      const view = await asking.consultation(viewer.actor, params['id'] ?? '');
      return view.state === 'open' ? deedPage(deed, view, say) : seeOther(consultationUrl(view.id));
    });

    console.form(url, { needs }, async ({ viewer, say, params, fields }) => {
      const id = params['id'] ?? '';
      const typed = { day: word(fields, 'day'), time: word(fields, 'time'), reason: word(fields, 'reason') };
      try {
        if (deed === 'extending') await asking.extend(viewer.actor, id, momentIn(typed));
        else if (deed === 'closing') await asking.close(viewer.actor, id);
        else await asking.cancel(viewer.actor, id, typed.reason);
      } catch (error) {
        const problem = refusedIn(error, say);
        const view = await asking.consultation(viewer.actor, id);
        return view.state === 'open'
          ? deedPage(deed, view, say, { problem, typed })
          : followingPage(view, say, problem);
      }
      return seeOther(consultationUrl(id), say('consultation-page-done', { deed }));
    });
  }

  console.form(consultationUrl(':id', '/reminders'), { needs }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    try {
      const { reminded } = await asking.remind(viewer.actor, id);
      return seeOther(consultationUrl(id), say('consultation-page-reminded', { reminded: reminded ?? -1 }));
    } catch (error) {
      const problem = refusedIn(error, say);
      return followingPage(await asking.consultation(viewer.actor, id), say, problem);
    }
  });

  /** @throws {ConsultationInvalid} */
  function momentIn(typed: Again['typed']): Date {
    const day = readDay(typed.day, clock());
    const time = readTime(typed.time);
    if (day === null || time === null) throw new ConsultationInvalid('closes-at');
    return new Date(`${day}T${time}:00+07:00`);
  }
}

function deedPage(deed: DeedName, view: ConsultationView, say: Say, again?: Again): Page {
  return {
    title: say('consultation-page-deed', { deed }),
    status: again?.problem.status ?? 200,
    body: <Body deed={deed} view={view} again={again} />,
  };
}

function Body({ deed, view, again }: { deed: DeedName; view: ConsultationView; again: Again | undefined }) {
  const say = useSay();
  const { id, title, level, closesAt } = view;
  return (
    <>
      <p class="lead">
        <bdi>{title}</bdi>
      </p>
      <Problem words={again?.problem.words} />
      <Alert kind={deed === 'extending' ? 'note' : 'warning'}>
        {say('consultation-page-deed-what', {
          deed,
          moment: closesAt,
          named: level === 'named' ? 'yes' : 'no',
        })}
      </Alert>
      <FormTo action={consultationUrl(id, `/${deed}`)}>
        {deed === 'extending' ? <NewEnd typed={again?.typed} closesAt={closesAt} /> : null}
        {deed === 'cancelling' ? (
          <TextArea
            label={say('consultation-page-reason')}
            hint={say('consultation-page-reason-hint')}
            name="reason"
            value={again?.typed.reason}
            rows={3}
            maxlength={500}
            required
          />
        ) : null}
        <div class="buttons">
          <Button kind={deed === 'extending' ? 'primary' : 'danger'}>
            {say('consultation-page-deed', { deed })}
          </Button>
          <LinkButton href={consultationUrl(id)}>{say('consultation-page-back')}</LinkButton>
        </div>
      </FormTo>
    </>
  );
}

function NewEnd({ typed, closesAt }: { typed: Again['typed'] | undefined; closesAt: Date }) {
  const say = useSay();
  return (
    <>
      <DayField label={say('consultation-page-new-day')} value={typed?.day} />
      <TimeField value={typed?.time ?? say('consultation-page-time', { moment: closesAt })} />
    </>
  );
}
