import {
  Badge,
  Button,
  Buttons,
  Empty,
  Field,
  LinkButton,
  SearchForm,
  Section,
  Table,
  useSay,
  type Console,
} from '../../console/index.ts';
import type { Found } from '../members/search.ts';
import type { Branch } from '../units/tree.ts';
import type { MemberPagesParts } from './pages.tsx';
import { memberUrl, unitUrl } from './urls.ts';

const foundAtMost = 50;
/** A province has two thousand units; those that do not fit are opened on the page of the unit above them. */
const unitsAtFirst = 250;

/** Everybody one may read about: a search on top, the tree of units below. */
export function treePage(console: Console, { people }: MemberPagesParts): void {
  console.page('/console/people', { needs: 'member.read' }, async ({ viewer, say, query }) => {
    const text = query['search']?.slice(0, 120) ?? '';
    const found = text === '' ? null : await people.search(viewer.actor, { text, limit: foundAtMost });
    const branches = await people.unitTree(viewer.actor, 'member.read');
    const imports = await people.reach(viewer.memberId, 'member.import');
    return {
      title: say('nav-people'),
      body: (
        <>
          <SearchForm action="/console/people">
            <Field
              name="search"
              label={say('people-search')}
              hint={say('people-search-hint')}
              type="search"
              value={text}
              maxlength={120}
              required
            />
            <Button>{say('people-search-button')}</Button>
          </SearchForm>
          {found ? <FoundList found={found} text={text} /> : null}
          <Section title={say('people-units')}>
            {branches.length === 0 ? (
              <Empty>{say('people-no-units')}</Empty>
            ) : (
              <Branches branches={branches} />
            )}
          </Section>
          {imports.length > 0 ? (
            <Buttons>
              <LinkButton href="/console/people/import">{say('people-import')}</LinkButton>
            </Buttons>
          ) : null}
        </>
      ),
    };
  });
}

function FoundList({ found, text }: { found: readonly Found[]; text: string }) {
  const say = useSay();
  return (
    <Section title={say('people-found', { count: found.length })}>
      {found.length === 0 ? (
        <Empty>{say('people-found-nobody', { text })}</Empty>
      ) : (
        <Table
          caption={say('people-found', { count: found.length })}
          keyOf={({ code }) => code}
          rows={found}
          columns={[
            {
              title: say('member-name'),
              cell: ({ code, fullName, former }) => (
                <>
                  <a href={memberUrl(code)}>{fullName}</a>{' '}
                  {former ? <Badge>{say('people-former')}</Badge> : null}
                </>
              ),
            },
            { title: say('member-code'), cell: ({ code }) => code },
            {
              title: say('member-unit'),
              cell: ({ unit, unitCode }) => (unitCode ? <a href={unitUrl(unitCode)}>{unit}</a> : '–'),
            },
          ]}
        />
      )}
      {found.length === foundAtMost ? (
        <p class="hint">{say('people-found-more', { count: foundAtMost })}</p>
      ) : null}
    </Section>
  );
}

function Branches({ branches }: { branches: readonly Branch[] }) {
  const depth = depthThatFits(branches);
  return <Twigs branches={branches} depth={depth} open />;
}

function Twigs({ branches, depth, open }: { branches: readonly Branch[]; depth: number; open?: boolean }) {
  const say = useSay();
  return (
    <ul class="tree">
      {branches.map((branch) => (
        <li key={branch.code}>
          <p class="leaf">
            <a href={unitUrl(branch.code)}>{branch.name}</a>{' '}
            <span class="hint">
              {say('people-count', { members: branch.members, withoutChannel: branch.withoutChannel })}
            </span>
          </p>
          {branch.children.length > 0 && depth > 1 ? (
            <details open={open}>
              <summary>{say('people-below', { count: branch.children.length })}</summary>
              <Twigs branches={branch.children} depth={depth - 1} />
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** How many levels can be shown without too many lines; at least one. */
function depthThatFits(branches: readonly Branch[]): number {
  let level = branches;
  let lines = 0;
  for (let depth = 0; ; depth += 1) {
    lines += level.length;
    if (level.length === 0 || (depth > 0 && lines > unitsAtFirst)) return Math.max(depth, 1);
    level = level.flatMap(({ children }) => children);
  }
}
