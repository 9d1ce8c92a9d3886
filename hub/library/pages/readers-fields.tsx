import { Check, Radios, useSay } from '../../console/index.ts';
import { readingRoles, type TypedReaders } from './readers-typed.ts';

/** Who may read a document: the members below its unit, or those who hold a role there. */
export function ReadersFields({ typed: { who, roles } }: { typed: TypedReaders }) {
  const say = useSay();
  return (
    <>
      <Radios
        legend={say('library-page-readers')}
        name="who"
        choices={[
          { value: 'members', label: say('library-page-readers-choice-members') },
          { value: 'roles', label: say('library-page-readers-choice-roles') },
        ]}
        value={who === 'roles' ? 'roles' : 'members'}
      />
      <fieldset class="radios">
        <legend>{say('library-page-roles')}</legend>
        {readingRoles.map((role) => (
          <Check
            key={role}
            id={`role-${role}`}
            name="roles"
            value={role}
            label={say(`role-name-${role}`)}
            checked={roles.includes(role)}
          />
        ))}
      </fieldset>
    </>
  );
}
