import {
  Button,
  FormTo,
  LinkButton,
  seeOther,
  useSay,
  type Console,
  type Page,
  Problem,
  refusedIn,
  word,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { desksOf, SettingsFields, type Desks } from './settings-fields.tsx';
import {
  asSaved,
  settingsFrom,
  settingsOf,
  typedSettings,
  type SettingFaults,
  type TypedSettings,
} from './settings-typed.ts';
import { consultationUrl, needs, type ConsultationPagesParts } from './urls.ts';

interface Edited {
  id: string;
  revision: string;
  desks: Desks;
  typed: TypedSettings;
  faults: SettingFaults;
  problem?: { words: string; status: number };
}

/** All that is said of a consultation besides its questions, until it is opened. */
export function settingsPages(console: Console, { consultations, clock }: ConsultationPagesParts): void {
  const { asking } = consultations;
  const url = consultationUrl(':id', '/settings');

  console.page(url, { needs }, async ({ viewer, say, params }) => {
    const view = await asking.consultation(viewer.actor, params['id'] ?? '');
    if (view.state !== 'preparing') return seeOther(consultationUrl(view.id));
    const desks = await desksOf(asking, viewer.actor, view.unit);
    const { id, revision } = view;
    const typed = settingsOf(view, say);
    return editingPage({ id, revision: String(revision), desks, typed, faults: {} }, say);
  });

  console.form(url, { needs }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const view = await asking.consultation(viewer.actor, id);
    const typed = typedSettings(fields);
    const { settings, faults } = settingsFrom(typed, clock(), say);
    const revision = word(fields, 'revision');
    const desks = await desksOf(asking, viewer.actor, view.unit);
    const again = { id, revision, desks, typed, faults };
    if (Object.keys(faults).length > 0)
      return editingPage({ ...again, problem: { words: say('compose-wrong'), status: 422 } }, say);
    try {
      await asking.save(viewer.actor, { ...asSaved(view), ...settings, revision: Number(revision) });
    } catch (error) {
      return editingPage({ ...again, problem: refusedIn(error, say) }, say);
    }
    return seeOther(consultationUrl(id), say('consultation-page-saved'));
  });
}

function editingPage(edited: Edited, say: Say): Page {
  return {
    title: say('consultation-page-settings'),
    status: edited.problem?.status ?? 200,
    body: <Body of={edited} />,
  };
}

function Body({ of: { id, revision, desks, typed, faults, problem } }: { of: Edited }) {
  const say = useSay();
  return (
    <>
      <Problem words={problem?.words} />
      <FormTo action={consultationUrl(id, '/settings')}>
        <input type="hidden" name="revision" value={revision} />
        <SettingsFields typed={typed} faults={faults} desks={desks} />
        <div class="buttons">
          <Button>{say('consultation-page-save')}</Button>
          <LinkButton href={consultationUrl(id)}>{say('consultation-page-back')}</LinkButton>
        </div>
      </FormTo>
    </>
  );
}
