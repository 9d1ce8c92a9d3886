import { Radios, Select, useSay, word, type Fields } from '../../console/index.ts';
import type { DocumentView, RelationView } from '../port.ts';
import { directionInWords, Other } from './relations.tsx';
import { nameInWords } from './words.ts';

export interface Decision {
  id: string;
  state: 'confirmed' | 'rejected';
  target?: string | undefined;
}

/** What the text of a document says of others: those may be decided with it. */
export function ownRelations({ id, relations }: DocumentView): RelationView[] {
  return relations.filter(({ from }) => from.id === id);
}

/** What was decided anew of a document's relations. */
export function decisionsIn(fields: Fields, relations: readonly RelationView[]): Decision[] {
  return relations.flatMap((relation) => {
    const state = word(fields, `state-${relation.id}`);
    const target = word(fields, `target-${relation.id}`);
    if (state !== 'confirmed' && state !== 'rejected') return [];
    const isAsBefore = state === relation.state && (target === '' || target === relation.target?.id);
    return isAsBefore ? [] : [{ id: relation.id, state, ...(target === '' ? {} : { target }) }];
  });
}

/** Whether what was read of other documents is right, and which document is meant. */
export function RelationFields({ of, relations }: { of: DocumentView; relations: readonly RelationView[] }) {
  const say = useSay();
  return (
    <>
      <h2>{say('library-page-relations-read')}</h2>
      <p>{say('library-page-relations-lead')}</p>
      {relations.map((relation) => (
        <div class="card" key={relation.id}>
          <p>
            <b>
              {directionInWords(relation, of.id, say)} <Other of={relation} than={of.id} />
            </b>
          </p>
          {relation.said === null ? null : (
            <blockquote class="quoted">
              <bdi>{relation.said}</bdi>
            </blockquote>
          )}
          <Radios
            id={`state-${relation.id}`}
            legend={say('library-page-relation-right')}
            name={`state-${relation.id}`}
            choices={(['confirmed', 'rejected', 'found'] as const).map((state) => ({
              value: state,
              label: say('library-page-relation-state', { state }),
            }))}
            value={relation.state}
          />
          <Target of={relation} />
        </div>
      ))}
    </>
  );
}

function Target({ of: { id, target, candidates } }: { of: RelationView }) {
  const say = useSay();
  const choices = candidates.map((document) => ({
    value: document.id,
    label: [nameInWords(document, say), document.issuer].filter(Boolean).join(', '),
  }));
  if (choices.length === 0)
    return target ? null : <p class="hint">{say('library-page-relation-not-here')}</p>;
  return (
    <Select
      id={`target-${id}`}
      name={`target-${id}`}
      label={say('library-page-relation-which')}
      choices={[{ value: '', label: say('library-page-relation-none') }, ...choices]}
      value={target?.id}
    />
  );
}
